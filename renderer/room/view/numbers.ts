import type { PhoneQuestion } from '../../../main/contract/room-wire.ts';

export type NumberQuestion = Extract<PhoneQuestion, { kind: 'number' }>;

/** Steps of the slider from end to end. */
export const sliderSteps = 1_000;

const digits = (step: number) => Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));

/** A number as it is read. */
export const shownNumber = (value: number): string =>
  value.toLocaleString('en-US', { maximumSignificantDigits: 6 });

/** A typed number, with a point or a comma; null where it is none. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace(/[\s’']/g, '');
  const point = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
    ? plain.replace(/,/g, '')
    : plain.replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e-?\d{1,2})?$/i.test(point) ? Number(point) : null;
}

/** The value at a place of the slider, 0 to `sliderSteps`, on the question's scale and step. */
export function valueAt({ min, max, step, scale }: NumberQuestion, place: number): number {
  const part = place / sliderSteps;
  if (scale === 'log' && min > 0)
    return Math.min(max, Math.max(min, Number((min * (max / min) ** part).toPrecision(2))));
  const value = min + Math.round(((max - min) * part) / step) * step;
  return Number(Math.min(max, value).toFixed(digits(step)));
}

/** The slider's place for a value. */
export function placeOf({ min, max, scale }: NumberQuestion, value: number): number {
  const inside = Math.min(max, Math.max(min, value));
  const part =
    scale === 'log' && min > 0
      ? Math.log(inside / min) / Math.log(max / min)
      : (inside - min) / (max - min);
  return Math.round(part * sliderSteps);
}
