import { inLanguage } from './number-language.ts';

const minus = '−';
const enDash = '–';

/** What stands where there is no number. */
export const noValue = '–';

/** By number of decimals: making one costs a hundred times as much as using it, and a figure writes hundreds of numbers. */
const formats = new Map<number | undefined, Intl.NumberFormat>();

function formatOf(digits: number | undefined): Intl.NumberFormat {
  const known = formats.get(digits);
  if (known) return known;
  const made = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 6,
    useGrouping: true,
  });
  formats.set(digits, made);
  return made;
}

/**
 * In the language of numbers in use, English if none was set, and with a true minus: −1,234.5.
 * `digits` are decimals; without them as many as the number has, at most 6.
 */
export function formatFixed(value: number, digits?: number): string {
  if (!Number.isFinite(value)) return noValue;
  const text = formatOf(digits).format(Math.abs(value));
  const said = inLanguage(text);
  return isZero(text) || value >= 0 ? said : minus + said;
}

/** Rounded to so many significant digits, without an exponent: 0.0123, 4.56, 1,230. */
export function formatSignificant(value: number, significant = 3): string {
  if (!Number.isFinite(value)) return noValue;
  if (value === 0) return '0';
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  const unit = 10 ** (magnitude - significant + 1);
  const rounded = unit >= 1 ? Math.round(value / unit) * unit : value;
  // 9.996 to three digits is 10.0: the rounding may have raised the magnitude.
  const after = Math.floor(Math.log10(Math.abs(Number(rounded.toPrecision(significant)))));
  return formatFixed(rounded, Math.max(0, Math.min(8, significant - 1 - after)));
}

/**
 * As it stands in a table, where a number may count something: a whole number is shown whole, 12,345
 * and not 12,350. Any other has so many significant digits, and none before its decimals is rounded away.
 */
export function formatExact(value: number, significant = 3): string {
  if (Number.isInteger(value) || Math.abs(value) >= 10 ** significant) return formatFixed(value, 0);
  return formatSignificant(value, significant);
}

/** From low to high with an en dash: 3.1–4.2. */
export function formatRange(low: number, high: number, significant = 3): string {
  return `${formatSignificant(low, significant)}${enDash}${formatSignificant(high, significant)}`;
}

/** A share as per cent, the unit apart: 0.064 → "6.4 %". */
export function formatPercent(share: number, digits = 0): string {
  return Number.isFinite(share) ? `${formatFixed(share * 100, digits)} %` : noValue;
}

/** A duration as a number and its unit: under 1 ms in µs, from 1 s in s. Null where there is none. */
export function splitDuration(
  ms: number | null | undefined,
  significant = 3,
): { value: string; unit: 'µs' | 'ms' | 's' | '' } {
  if (ms == null || !Number.isFinite(ms)) return { value: noValue, unit: '' };
  const size = Math.abs(ms);
  if (size >= 1000) return { value: formatSignificant(ms / 1000, significant), unit: 's' };
  if (size > 0 && size < 0.1)
    return { value: formatSignificant(ms * 1000, significant), unit: 'µs' };
  return { value: formatSignificant(ms, significant), unit: 'ms' };
}

/** A duration in a sentence: "4.56 ms", "2.1 s". */
export function formatDuration(ms: number | null | undefined, significant = 3): string {
  const { value, unit } = splitDuration(ms, significant);
  return unit ? `${value} ${unit}` : value;
}

/** How many decimals a step of this size needs: 0.5 → 1. */
export function decimalsOf(step: number): number {
  if (!Number.isFinite(step) || step <= 0) return 0;
  for (let digits = 0; digits < 8; digits += 1)
    if (Math.abs(Math.round(step * 10 ** digits) - step * 10 ** digits) < 1e-9) return digits;
  return 8;
}

const isZero = (text: string) => !/[1-9]/.test(text);
