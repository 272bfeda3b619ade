import { describe, expect, it } from 'vitest';
import { seededRandom } from '../math/random.ts';
import { drawEvents, world } from './data.ts';
import { intervalOf, intervalOfGap, scoreRows } from './evaluate.ts';
import { pickSample } from './sample.ts';
import { splitEvents } from './splits.ts';

const random = seededRandom(5);
const events = drawEvents(random, { drift: 1, labelDelayDays: 4 });
const folds = splitEvents(events, random, 10);
const day = (row: number) => events.day[row]!;

describe('splitEvents', () => {
  it('never has a row in both folds, and leaves none out but those of the gap', () => {
    for (const [name, { train, test }] of Object.entries(folds)) {
      expect(new Set([...train, ...test]).size).toBe(train.length + test.length);
      if (name !== 'gap') expect(train.length + test.length).toBe(events.rows);
    }
    expect(folds.random.train).toHaveLength(folds.chronological.train.length);
  });
  it('keeps time in order, but for the random one', () => {
    for (const [name, cut] of [
      ['chronological', world.cutDay],
      ['gap', world.cutDay - 10],
    ] as const) {
      expect(Math.max(...[...folds[name].train].map(day))).toBeLessThan(cut);
      expect(Math.min(...[...folds[name].test].map(day))).toBeGreaterThanOrEqual(world.cutDay);
    }
    expect(Math.max(...[...folds.random.train].map(day))).toBeGreaterThan(world.cutDay);
    expect(folds.gap.test).toEqual(folds.chronological.test);
  });
});

describe('the sample to look at', () => {
  const sample = pickSample(events, folds);
  it('is a few users of the run, rows as they are, in order of time', () => {
    expect(new Set(sample.map((row) => row.lane)).size).toBe(6);
    for (const row of sample) {
      const at = events.day.indexOf(row.day);
      expect([events.user[at], events.label[at], events.available[at]]).toEqual([
        row.user,
        row.label,
        row.available,
      ]);
    }
    for (let lane = 0; lane < 6; lane++) {
      const own = sample.filter((row) => row.lane === lane).map((row) => row.day);
      expect(own).toEqual([...own].sort((a, b) => a - b));
      expect(own.filter((d) => d >= world.cutDay).length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('scores and their intervals', () => {
  const rows = folds.chronological.test;
  const good = scoreRows(
    Array.from(rows, (row) => events.basket[row]!),
    rows,
    events.label,
    events.day,
  );
  const noise = scoreRows(
    Array.from(rows, () => random.uniform()),
    rows,
    events.label,
    events.day,
  );
  it('hold the score, and 0 between a score and itself', () => {
    const [low, high] = intervalOf([good]);
    expect(low).toBeLessThan(good.auc);
    expect(high).toBeGreaterThan(good.auc);
    expect(high - low).toBeGreaterThan(0.02);
    expect(high - low).toBeLessThan(0.12);
    expect(intervalOfGap([good], [good])).toEqual([0, 0]);
    expect(intervalOfGap([good], [noise])[0]).toBeGreaterThan(0);
  });
  it('several worlds hold their own spread, and never less than that of their days', () => {
    const width = ([low, high]: [number, number]) => high - low;
    const world = (auc: number) => ({ ...good, auc });
    const agreeing = intervalOf([world(0.7), world(0.7), world(0.7), world(0.7)]);
    expect(width(agreeing)).toBeGreaterThan(0.4 * width(intervalOf([good])));
    expect(width(agreeing)).toBeLessThan(0.6 * width(intervalOf([good])));
    const apart = intervalOf([world(0.6), world(0.7), world(0.8)]);
    // Student's t with two degrees of freedom, of 0.6, 0.7 and 0.8.
    expect(width(apart)).toBeCloseTo((2 * 4.3027 * 0.1) / Math.sqrt(3), 4);
  });
});
