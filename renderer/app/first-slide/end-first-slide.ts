/** Whatever may be wrong with the slide: its words do not stand over a message for longer than this (milliseconds). */
const mostMs = 4_000;

/**
 * Takes the first slide's words away, which stood in the page before the program was there: when the slide itself is drawn, or as soon
 * as another place is `wanted`.
 */
export function endFirstSlide(wanted: () => boolean): void {
  const words = document.getElementById('first-slide');
  if (!words) return;
  const end = () => words.remove();
  const late = setTimeout(end, mostMs);
  const look = () => {
    const drawn = document.querySelector('.reveal.ready section.present h1') !== null;
    if (words.hidden || drawn || !wanted()) {
      clearTimeout(late);
      return end();
    }
    requestAnimationFrame(look);
  };
  look();
}
