import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../math/random.ts';
import { places } from '../../math/places.ts';
import { learnAlone, scoreAlone } from './alone.ts';
import type { FeatureColumn, LeakTable } from './leak-table.ts';
import { fallOf, placeboFall, placeboMargin } from './placebo.ts';
import { fromRowBefore, rowBefore } from './rebuild.ts';

const rows = 2_000;
const random = seededRandom(4);
const label = Uint8Array.from({ length: rows }, () => (random.uniform() < 0.4 ? 1 : 0));
const amount: FeatureColumn = {
  ...{ name: 'amount', kind: 'number', words: [], written: null },
  values: Float64Array.from(label, (one) => one * 1.5 + random.normal()),
};
const table: LeakTable = {
  ...{ rows, label, features: [amount], left: [], notices: [], timeSlack: null },
  ...{ time: Float64Array.from(places(0, rows)), timeName: 'time', timeScale: 'local' },
  ...{ grain: 'moment', labelWords: ['no', 'yes'], labelName: 'label' },
  ...{ entity: Int32Array.from(label, (_, i) => i % 100), entityName: 'user' },
  rowNumbers: places(2, rows + 2),
};
const sides = { train: places(0, 1_400), test: places(1_400, rows) };
const against = (fall: number) => placeboFall(table, amount, sides, fall);

describe('placebos', () => {
  it('end after five where two of them fall as far', () => expect(against(0.11).rounds).toBe(5));
  it('end after five where the fall is far beyond all of them', () =>
    expect(against(0.9).rounds).toBe(5));
  it('are twenty where the fall is near theirs, and give the same verdict as all of them', () => {
    const { high, rounds } = against(against(0.9).high + placeboMargin + 0.005);
    expect(rounds).toBeGreaterThan(5);
    // A fall that some of twenty reach is not beyond them, however early that is clear.
    const between = against(high + placeboMargin - 0.001);
    expect(between.high + placeboMargin).toBeGreaterThanOrEqual(high + placeboMargin - 0.001);
  });
  it.each([
    ['tells more of the later rows', (i: number) => (i < 1_400 ? 0.5 : 1.5)],
    ['tells more from year to year', (i: number) => 0.5 + (2 * i) / rows],
    ['tells something of the later rows alone', (i: number) => (i < 1_400 ? 0.2 : 2)],
  ])('are as strong as an honest input that %s', (_, strength) => {
    const values = Float64Array.from(label, (one, i) => one * strength(i) + random.normal());
    const later: FeatureColumn = { ...amount, name: 'later', values };
    const alone = learnAlone(label, later, values, sides.train)!;
    const score = (served: Float64Array) => scoreAlone(alone, label, served, sides.test);
    const fall = fallOf(score(values), score(fromRowBefore(values, rowBefore(table)).values));
    expect(fall).toBeGreaterThan(0.1);
    expect(fall).toBeLessThan(placeboFall(table, later, sides, fall).high + placeboMargin);
  });
  it('and their falls count from a half: there is nothing under it to know', () => {
    expect(fallOf(0.51, 0.37)).toBeCloseTo(0.01);
    expect(fallOf(0.4, 0.3)).toBe(0);
    expect(fallOf(0.9, 0.6)).toBeCloseTo(0.3);
  });
});
