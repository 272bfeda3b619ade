import { formatFixed } from './format.ts';
import { readTyped } from './number-language.ts';

/** Which numbers may be typed. */
export interface NumberRange {
  min: number;
  max: number;
  integer?: boolean;
}

/** What a text means as a number. */
export type TypedNumber =
  | { ok: true; value: number }
  /** `nearest` is the value to offer instead; null where nothing was understood. */
  | { ok: false; what: string; nearest: number | null };

/**
 * Reads what a person typed for a value, in the language of numbers in use: "1,200", "600 /s",
 * "20 ms"; "1.5k" is not one. Never throws.
 */
export function parseTyped(text: string, range: NumberRange, unit = ''): TypedNumber {
  const bare = text.trim();
  const withoutUnit =
    unit && bare.toLowerCase().endsWith(unit.toLowerCase())
      ? bare.slice(0, -unit.length).trim()
      : bare;
  const shown = unit ? ` ${unit}` : '';
  const value = /e/i.test(withoutUnit) ? null : readTyped(withoutUnit);
  if (value === null)
    return {
      ok: false,
      what: `Type a number, such as ${formatFixed(range.min)} or ${formatFixed(range.max)}${shown}.`,
      nearest: null,
    };
  if (value < range.min || value > range.max) {
    return {
      ok: false,
      what: `It goes from ${formatFixed(range.min)} to ${formatFixed(range.max)}${shown}.`,
      nearest: value < range.min ? range.min : range.max,
    };
  }
  if (range.integer && !Number.isInteger(value))
    return { ok: false, what: 'It is a whole number.', nearest: Math.round(value) };
  return { ok: true, value };
}
