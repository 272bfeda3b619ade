import { named, showValue } from './show-value.ts';

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || ArrayBuffer.isView(value);

const plainObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !isList(value) && named(value) === null;

/** Two numbers agree within a tolerance: relative, and absolute below 1. −0 is 0; NaN agrees with NaN. */
export function agree(expected: number, got: number, tolerance = 1e-9): boolean {
  if (Number.isNaN(expected) || Number.isNaN(got))
    return Number.isNaN(expected) && Number.isNaN(got);
  if (expected === got) return true;
  return Math.abs(expected - got) <= tolerance * Math.max(1, Math.abs(expected));
}

/** A sentence about a place; about the whole value where the place is empty. */
const at = (place: string, what: string) =>
  place === '' ? what[0]!.toUpperCase() + what.slice(1) : `At ${place}: ${what}`;
const other = (place: string, expected: unknown, got: unknown) =>
  at(place, `expected ${showValue(expected, 60)}, got ${showValue(got, 60)}.`);

/**
 * Where a value first differs from the reference, in a sentence; null where it doesn't. A list may be a
 * typed array and the other way round; properties may come in any order.
 */
export function difference(
  expected: unknown,
  got: unknown,
  tolerance = 1e-9,
  place = '',
): string | null {
  if (typeof expected === 'number' && typeof got === 'number')
    return agree(expected, got, tolerance) ? null : other(place, expected, got);
  if (isList(expected)) {
    if (!isList(got)) return other(place, expected, got);
    if (got.length !== expected.length)
      return at(place, `expected ${expected.length} values, got ${got.length}.`);
    for (let i = 0; i < expected.length; i++) {
      const found = difference(expected[i], got[i], tolerance, `${place}[${i}]`);
      if (found !== null) return found;
    }
    return null;
  }
  if (plainObject(expected)) {
    if (!plainObject(got)) return other(place, expected, got);
    for (const name of Object.keys(expected)) {
      const inside = place === '' ? name : `${place}.${name}`;
      if (!Object.hasOwn(got, name)) return at(place, `there is no ${name}.`);
      const found = difference(expected[name], got[name], tolerance, inside);
      if (found !== null) return found;
    }
    const more = Object.keys(got).find((name) => !Object.hasOwn(expected, name));
    return more === undefined ? null : at(place, `nobody asked for ${more}.`);
  }
  return expected === got ? null : other(place, expected, got);
}
