/** A slide as the file holds it. */
export interface Shown {
  id: string;
  /** How often it builds up, counting how it first appears. */
  steps: number;
}

/** Where the reader is: a slide, counted from 0, and its step, counted from 1. */
export interface Place {
  slide: number;
  step: number;
}

export type Move = 'next' | 'previous' | 'first' | 'last';

/** The place that a move leads to; the same one at either end. `whole` goes slide by slide. */
export function moved(slides: readonly Shown[], place: Place, move: Move, whole = false): Place {
  const { slide, step } = place;
  const last = slides.length - 1;
  switch (move) {
    case 'first':
      return { slide: 0, step: 1 };
    case 'last':
      return { slide: last, step: 1 };
    case 'next':
      if (!whole && step < slides[slide]!.steps) return { slide, step: step + 1 };
      return slide < last ? { slide: slide + 1, step: 1 } : place;
    case 'previous':
      if (!whole && step > 1) return { slide, step: step - 1 };
      if (slide === 0) return place;
      return { slide: slide - 1, step: whole ? 1 : slides[slide - 1]!.steps };
  }
}

/** The part of an address from `#` on, as the app writes it: links on slides lead to the same places here. */
export function addressOf(slides: readonly Shown[], { slide, step }: Place): string {
  const id = encodeURIComponent(slides[slide]!.id);
  return `#/slides/${id}${step > 1 ? `?step=${step}` : ''}`;
}

/** The place that such an address names; null where there is none. A step that is not there is the first one. */
export function placeOf(slides: readonly Shown[], hash: string): Place | null {
  const [, id = '', said = ''] = /^#\/slides\/([^?]*)(?:\?(?:.*&)?step=(\d+))?/.exec(hash) ?? [];
  const slide = slides.findIndex((one) => encodeURIComponent(one.id) === id || one.id === id);
  if (slide < 0) return null;
  const step = Number(said);
  return { slide, step: step >= 1 && step <= slides[slide]!.steps ? step : 1 };
}

/** "Slide 3 of 55: Agenda. Step 2 of 4." */
export function whereWords(
  slides: readonly (Shown & { title: string })[],
  { slide, step }: Place,
): string {
  const { title, steps } = slides[slide]!;
  const where = `Slide ${slide + 1} of ${slides.length}: ${title}`;
  const end = /[.?!]$/.test(title) ? '' : '.';
  return steps > 1 ? `${where}${end} Step ${step} of ${steps}.` : `${where}${end}`;
}
