import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../math/random.ts';
import { aloneAuc } from './alone.ts';

const rows = 2_000;
const places = Uint32Array.from({ length: rows }, (_, i) => i);

/** The share of pairs of both labels in which the one with label 1 has the higher value; a tie counts half. */
function rankAuc(label: Uint8Array, values: Float64Array): number {
  const of = (wanted: number) => values.filter((_, i) => label[i] === wanted);
  const [zeros, ones] = [of(0), of(1)];
  let won = 0;
  for (const one of ones)
    for (const zero of zeros) won += (Number(one > zero) + Number(one >= zero)) / 2;
  return won / (zeros.length * ones.length);
}

/** Where the commonest value, 0, stands among the others. */
const ends = {
  lowest: (draw: number) => 1 + Math.floor(1e6 * draw),
  highest: (draw: number) => -1 - Math.floor(1e6 * draw),
};
const shares = [0.976, 0.95, 0.9, 0.8, 0.67, 0.5, 0.2, 0.06];

describe('the score of one number alone', () => {
  it.each(shares.flatMap((share) => Object.keys(ends).map((end) => [share, end] as const)))(
    'with one value in %f of the rows, the %s, is as good as the exact one',
    (share, end) => {
      const random = seededRandom(5);
      const label = Uint8Array.from(places, (i) => Number(i >= share * rows));
      const value = ends[end as keyof typeof ends];
      const values = Float64Array.from(label, (one) => (one ? value(random.uniform()) : 0));
      const exact = rankAuc(label, values);
      expect(Math.max(exact, 1 - exact)).toBe(1);
      expect(aloneAuc(label, { kind: 'number', words: [] }, values, places, places)).toBe(1);
    },
  );
  it.each(shares)('with one value in %f of the rows, in the middle, knows both sides', (share) => {
    const random = seededRandom(6);
    const label = Uint8Array.from(places, (i) => Number(i >= share * rows));
    const values = Float64Array.from(label, (one, i) =>
      one ? (i % 2 ? 1 : -1) * (1 + random.uniform()) : 0,
    );
    // Their distance from the middle is what tells.
    expect(rankAuc(label, values.map(Math.abs))).toBe(1);
    expect(aloneAuc(label, { kind: 'number', words: [] }, values, places, places)).toBe(1);
  });
  it.each(shares)('with one value in %f of the rows and noise in the rest is close', (share) => {
    const random = seededRandom(7);
    const values = Float64Array.from(places, () =>
      random.uniform() < share ? 0 : 1 + random.uniform(),
    );
    // The larger the value, the likelier label 1: so ranks tell all there is.
    const label = Uint8Array.from(values, (value) =>
      Number(random.uniform() < 0.1 + 0.8 * Math.max(0, value - 1)),
    );
    const [train, test] = [places.filter((i) => i % 3 > 0), places.filter((i) => i % 3 === 0)];
    const pick = <T extends Uint8Array | Float64Array>(from: T) =>
      from.filter((_, i) => i % 3 === 0) as T;
    const exact = rankAuc(pick(label), pick(values));
    const found = aloneAuc(label, { kind: 'number', words: [] }, values, train, test)!;
    expect(Math.abs(found - exact)).toBeLessThan(0.05);
  });
  it('knows an amount that did not occur before from the common one', () => {
    const label = Uint8Array.from(places, (i) => Number(i % 40 === 0));
    const values = Float64Array.from(label, (one, i) => (one ? 50 + (i % 7) : 0));
    const train = places.filter((i) => i < 1_000);
    const test = places.filter((i) => i >= 1_000);
    for (const row of test) if (label[row]) values[row] = 1;
    expect(aloneAuc(label, { kind: 'number', words: [] }, values, train, test)).toBe(1);
  });
  it('of a number that is the same in all rows is that of chance', () => {
    const label = Uint8Array.from(places, (i) => i % 2);
    const values = new Float64Array(rows).fill(3);
    expect(aloneAuc(label, { kind: 'number', words: [] }, values, places, places)).toBe(0.5);
  });
});
