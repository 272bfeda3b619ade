import { describe, expect, it } from 'vitest';
import { seededRandom } from '../math/random.ts';
import { drawEvents, driftingLogit, world } from './data.ts';

const draw = (seed: number, drift = 1, labelDelayDays = 4) =>
  drawEvents(seededRandom(seed), { drift, labelDelayDays });
const average = (values: ArrayLike<number>, which: (i: number) => boolean) => {
  const rows = Array.from(values, (value, i) => ({ value, i })).filter(({ i }) => which(i));
  return rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
};

describe('drawEvents', () => {
  const events = draw(7);
  it('draws about 7,200 events in order of time, whose labels are known after them', () => {
    expect(Math.abs(events.rows - 7_200)).toBeLessThan(5 * Math.sqrt(7_200));
    for (let i = 0; i < events.rows; i++) {
      if (i > 0) expect(events.day[i]!).toBeGreaterThanOrEqual(events.day[i - 1]!);
      expect(events.available[i]!).toBeGreaterThanOrEqual(events.day[i]!);
    }
    expect(Math.min(...events.user)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...events.user)).toBeLessThan(world.users);
    expect(
      Math.abs(average(events.available, () => true) - average(events.day, () => true) - 4),
    ).toBeLessThan((5 * 4) / Math.sqrt(events.rows));
  });
  it('gives tickets after the outcome: 0.3 on average, 1.5 where the label is 1', () => {
    expect(Math.abs(average(events.tickets, (i) => events.label[i] === 0) - 0.3)).toBeLessThan(
      0.05,
    );
    expect(Math.abs(average(events.tickets, (i) => events.label[i] === 1) - 1.5)).toBeLessThan(
      0.15,
    );
  });
  it('lets the base rate fall and the effect of the discount turn round, and neither in the control', () => {
    const effect = (of: typeof events, early: boolean) =>
      average(
        Float64Array.from(of.label, (y, i) => y * of.discount[i]!),
        (i) => of.day[i]! < 40 === early && (early || of.day[i]! > 80),
      );
    expect(effect(events, true)).toBeGreaterThan(0.08);
    expect(effect(events, false)).toBeLessThan(-0.05);
    const rate = (of: typeof events, early: boolean) =>
      average(of.label, (i) => (early ? of.day[i]! < 40 : of.day[i]! > 80));
    expect(rate(events, true) - rate(events, false)).toBeGreaterThan(0.04);
    const still = draw(7, 0);
    expect(effect(still, false)).toBeGreaterThan(0.08);
    expect(Math.abs(rate(still, true) - rate(still, false))).toBeLessThan(0.04);
    expect(driftingLogit(0, 1, 1, 1)).toBeCloseTo(0.7, 12);
    expect(driftingLogit(120, 1, 1, 1)).toBeCloseTo(-2.1, 12);
    expect(driftingLogit(120, 1, 1, 0)).toBeCloseTo(0.7, 12);
  });
  it('lets labels of one user go together, the more the nearer they are in time', () => {
    const usual = average(events.label, () => true);
    const centred = Float64Array.from(events.label, (y) => y - usual);
    const last = new Map<number, number>();
    const near: number[] = [];
    const far: number[] = [];
    for (let i = 0; i < events.rows; i++) {
      const before = last.get(events.user[i]!);
      if (before !== undefined)
        (events.day[i]! - events.day[before]! < 20 ? near : far).push(
          centred[i]! * centred[before]!,
        );
      last.set(events.user[i]!, i);
    }
    const mean = (list: number[]) => list.reduce((sum, v) => sum + v, 0) / list.length;
    expect(mean(near)).toBeGreaterThan(mean(far));
    expect(mean(far)).toBeGreaterThan(0);
  });
  it('is the same for the same seed; the label delay moves nothing else', () => {
    const again = draw(7);
    const names = ['user', 'day', 'basket', 'discount', 'label', 'available', 'tickets'] as const;
    for (const name of names)
      expect(Buffer.from(again[name].buffer).equals(Buffer.from(events[name].buffer)), name).toBe(
        true,
      );
    const slow = draw(7, 1, 20);
    expect(slow.label.join()).toBe(events.label.join());
    expect(slow.tickets.join()).toBe(events.tickets.join());
    expect(slow.available[0]).not.toBe(events.available[0]);
    expect(draw(8).basket[0]).not.toBe(events.basket[0]);
  });
});
