let context: AudioContext | null = null;

/** Gets the sound ready. Browsers let a page be heard only after a press in it, so this is called when the countdown is started. */
export function wakeBell(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
  } catch {
    // A computer without sound: the digits and the words still say that time is up.
  }
}

/** Three soft strokes. Silent where the page may not be heard. */
export function ring(): void {
  wakeBell();
  if (!context) return;
  for (const [index, hertz] of [659.3, 523.3, 659.3].entries())
    stroke(context, hertz, context.currentTime + 0.45 * index);
}

function stroke(audio: AudioContext, hertz: number, at: number): void {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.frequency.value = hertz;
  loudness.gain.setValueAtTime(0.0001, at);
  loudness.gain.exponentialRampToValueAtTime(0.4, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.8);
  tone.connect(loudness).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.85);
}
