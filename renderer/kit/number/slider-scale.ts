import { decimalsOf } from './format.ts';

export interface SliderRange {
  min: number;
  max: number;
  step: number;
  scale: 'linear' | 'log';
  integer?: boolean;
}

/** Places along a logarithmic track. A linear one counts its own steps. */
export const logPlaces = 200;

/** The nearest allowed value: on the step (linear), at two or three significant digits (log), within the range. */
export function snap(value: number, range: SliderRange): number {
  const clamped = Math.min(range.max, Math.max(range.min, value));
  if (range.scale === 'log') {
    const rough = Number(clamped.toPrecision(clamped >= 100 ? 3 : 2));
    const stepped = range.integer || range.step >= 1 ? Math.round(rough) : rough;
    return Math.min(range.max, Math.max(range.min, stepped));
  }
  const steps = Math.round((clamped - range.min) / range.step);
  return Math.min(
    range.max,
    Number((range.min + steps * range.step).toFixed(decimalsOf(range.step) + 2)),
  );
}

/** Where a value stands on the track, and how long the track is. */
export function toPlace(value: number, range: SliderRange): number {
  const inside = Math.min(range.max, Math.max(range.min, value));
  if (range.scale === 'linear') return (inside - range.min) / range.step;
  const { low, first } = logTrack(range);
  if (inside < low) return 0;
  return first + ((logPlaces - first) * Math.log(inside / low)) / Math.log(range.max / low);
}

/**
 * Where a log track begins, and at which value: one from 0 has 0 at its first place, for 0 has no
 * logarithm, and then goes on from a step.
 */
const logTrack = ({ min, step }: SliderRange) =>
  min > 0 ? { low: min, first: 0 } : { low: step, first: 1 };

function onLogTrack(place: number, range: SliderRange): number {
  const { low, first } = logTrack(range);
  if (place < first) return range.min;
  return low * (range.max / low) ** ((place - first) / (logPlaces - first));
}

/** The longest place: that of the maximum. */
export function lastPlace(range: SliderRange): number {
  return range.scale === 'log' ? logPlaces : (range.max - range.min) / range.step;
}

/**
 * The value at a place. Where rounding would leave the old value (the low end of a log track), moves by one step instead,
 * so that an arrow key always does something.
 */
export function fromPlace(place: number, old: number, range: SliderRange): number {
  const raw = range.scale === 'log' ? onLogTrack(place, range) : range.min + place * range.step;
  const value = snap(raw, range);
  const from = toPlace(old, range);
  if (value !== old || Math.abs(place - from) < 0.75) return value;
  return snap(old + Math.sign(place - from) * range.step, range);
}
