import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differenceInterval } from '../../math/intervals/compare.ts';
import { auditOwn, measuresOf } from './own-audit.ts';
import { audited, head, read, repeat } from './own-fixture.ts';
import { verdictOf } from './own-verdict.ts';

describe('the audit', () => {
  const text =
    `${head}${repeat('1,1,f,n', 40)}${repeat('1,0,f,s', 60)}${repeat('0,0,f,n', 50)}` +
    `${repeat('1,1,m,n', 80)}${repeat('0,1,m,s', 20)}${repeat('0,0,m,s', 100)}` +
    `${repeat('1,1,x,n', 3)}`;
  it('compares the groups by hand-counted rates, small ones apart', async () => {
    const {
      comparisons: [sex],
      overall,
      weighted,
      threshold,
    } = await audited(text);
    const [f, m, x] = sex!.groups;
    expect([f!.rates.selectionRate, f!.rates.tpr, f!.rates.fpr, f!.rates.ppv]).toEqual([
      40 / 150,
      0.4,
      0,
      1,
    ]);
    expect([m!.rates.selectionRate, m!.rates.tpr, m!.rates.fpr, m!.rates.ppv]).toEqual([
      0.5,
      1,
      20 / 120,
      0.8,
    ]);
    expect(x).toMatchObject({
      small: true,
      rates: { fpr: null, selectionRate: 1 },
      ci95: { fpr: null },
    });
    // Three people of group x would make the ratio 0.27 instead of 0.53.
    expect(sex!.large.demographicParity.ratio).toBeCloseTo(40 / 150 / 0.5, 10);
    expect(sex!.all.demographicParity.ratio).toBeCloseTo(40 / 150, 10);
    expect(sex!.all.falsePositiveRate.undefined).toEqual([2]);
    const [low, high] = sex!.ci95.demographicParityRatio!;
    expect(low).toBeLessThan(40 / 75);
    expect(high).toBeGreaterThan(40 / 75);
    expect([overall.count, weighted, threshold]).toEqual([353, false, null]);
  });
  it('crosses two columns, only as far as the crossings occur', async () => {
    const { comparisons } = await audited(text);
    expect(comparisons.map(({ columns }) => columns.join(' × '))).toEqual([
      'sex',
      'area',
      'sex × area',
    ]);
    const crossed = comparisons[2]!;
    expect(crossed.groups.map(({ parts }) => parts.join(' '))).toEqual([
      'f n',
      'f s',
      'm n',
      'm s',
      'x n',
    ]);
    expect(crossed.groups[1]!.rates).toMatchObject({
      count: 60,
      tpr: 0,
      selectionRate: 0,
      ppv: null,
      fpr: null,
    });
  });
  it('draws a threshold through scores and says how well they are calibrated', async () => {
    const scored = `repaid,score,sex\n${repeat('1,0.9,f', 45)}${repeat('0,0.9,f', 5)}${repeat('0,0.3,m', 35)}${repeat('1,0.3,m', 15)}`;
    const half = await audited(scored);
    expect(half).toMatchObject({ scored: true, threshold: 0.5 });
    expect(half.comparisons[0]!.groups.map(({ rates }) => rates.selectionRate)).toEqual([1, 0]);
    expect(
      (await audited(scored, 0.3)).comparisons[0]!.groups.map(({ rates }) => rates.selectionRate),
    ).toEqual([1, 1]);
    for (const { calibration } of half.comparisons[0]!.groups)
      expect(calibration!.ece).toBeCloseTo(0, 10);
  });
  it('weighs rows', async () => {
    const {
      comparisons: [sex],
      weighted,
    } = await audited(
      `repaid,approved,sex,weight\n${repeat('1,1,f,3', 40)}${repeat('1,0,f,1', 40)}${repeat('1,1,m,2', 40)}`,
    );
    expect(weighted).toBe(true);
    expect(sex!.groups[0]!.rates).toMatchObject({ count: 80, weight: 160, tpr: 0.75 });
  });
  it('a largest gap over many groups has an interval that allows for its having been looked for', async () => {
    const rows = Array.from(
      { length: 6_400 },
      (__, i) => `${i % 2},${Math.floor(i / 400) % 3 === 0 ? 1 : 0},g${i % 200},n`,
    ).join('\n');
    const many = (await audited(`${head}${rows}\n`)).comparisons[0]!;
    expect(many.large.groups).toHaveLength(200);
    for (const [name, interval] of Object.entries(many.ci95)) {
      const value = measuresOf(many.large)[name as keyof typeof many.ci95];
      if (value === null) expect(interval).toBeNull();
      else expect(interval![0] <= value && value <= interval![1]).toBe(true);
    }
    // Two groups looked at alone would be told apart by 1.96 standard errors; the farthest of 200 take more than twice that.
    const wide = ([low, high]: [number, number]) => high - low;
    const { most, least } = many.between.demographicParityDifference!;
    const rate = (at: number) => ({ p: many.large.groups[at]!.selectionRate!, n: 32 });
    expect(wide(many.ci95.demographicParityDifference!)).toBeGreaterThan(
      1.3 * wide(differenceInterval(rate(most), rate(least))),
    );
  });
  it('never says anything of nobody: one group, nobody selected, one kind of label, groups of one', async () => {
    const one = (await audited(`${head}${repeat('1,1,f,n', 40)}${repeat('0,0,f,n', 40)}`))
      .comparisons[0]!;
    expect(one.all).toMatchObject({
      demographicParity: { ratio: null, difference: null },
      fourFifths: null,
      equalizedOdds: { difference: null },
    });
    const nobody = (await audited(`${head}${repeat('1,0,f,n', 40)}${repeat('0,0,m,n', 40)}`))
      .comparisons[0]!;
    expect(nobody.all).toMatchObject({
      demographicParity: { ratio: null, difference: 0 },
      fourFifths: null,
    });
    expect(nobody.ci95.demographicParityRatio).toBeNull();
    const positive = (await audited(`${head}${repeat('1,1,f,n', 40)}${repeat('1,0,m,n', 40)}`))
      .comparisons[0]!;
    expect(positive.all.equalizedOdds.difference).toBeNull();
    expect(positive.groups.map(({ rates }) => rates.fpr)).toEqual([null, null]);
    const ones = (
      await audited(
        `${head}${Array.from({ length: 200 }, (__, i) => `${i % 2},${i % 3 === 0 ? 1 : 0},g${i},n`).join('\n')}\n`,
      )
    ).comparisons[0]!;
    expect(ones.groups).toHaveLength(200);
    expect(ones.large).toMatchObject({ demographicParity: { ratio: null }, fourFifths: null });
    const numbers = JSON.stringify([one, nobody, positive, ones], (_, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? 'BAD' : value,
    );
    expect(numbers).not.toContain('BAD');
  });
  it('equal groups have intervals that hold 0 and 1, and rates of few people have the exact one', async () => {
    const equal = (
      await audited(
        `${head}${repeat('1,1,f,n', 500)}${repeat('1,0,f,n', 500)}${repeat('1,1,m,n', 510)}${repeat('1,0,m,n', 490)}`,
      )
    ).comparisons[0]!;
    const [gap, ratio] = [
      equal.ci95.demographicParityDifference!,
      equal.ci95.demographicParityRatio!,
    ];
    expect(gap[0]).toBeLessThan(0);
    expect(gap[1]).toBeGreaterThan(0.01);
    expect(ratio[0]).toBeLessThan(1);
    expect(ratio[1]).toBeGreaterThan(1);
    expect(equal.between.demographicParityRatio).toMatchObject({ most: 1, least: 0 });
    const few = (
      await audited(
        `${head}${repeat('1,1,f,n', 4)}${repeat('0,0,f,n', 36)}${repeat('1,1,m,n', 20)}${repeat('0,0,m,n', 20)}`,
      )
    ).comparisons[0]!.groups[0]!;
    expect(few.method).toEqual({
      selectionRate: 'wilson',
      tpr: 'exact',
      fpr: 'exact',
      ppv: 'exact',
      accuracy: 'wilson',
    });
    expect(few.ci95.tpr![0]).toBeCloseTo(0.3976, 4);
    expect(few.ci95.tpr![1]).toBe(1);
    expect(few.ci95.fpr![0]).toBe(0);
    expect(few.ci95.fpr![1]).toBeCloseTo(0.0974, 4);
  });
});

describe('equalized odds', () => {
  // 50 of 100 of f with label 1 are selected, 55 of m; FPR 10 of 100 both.
  const near = `${head}${repeat('1,1,f,n', 50)}${repeat('1,0,f,n', 50)}${repeat('0,1,f,n', 10)}${repeat('0,0,f,n', 90)}${repeat('1,1,m,n', 55)}${repeat('1,0,m,n', 45)}${repeat('0,1,m,n', 10)}${repeat('0,0,m,n', 90)}`;
  it('is the larger of two gaps without a sign: its interval never goes below 0', async () => {
    const { ci95, between } = (await audited(near)).comparisons[0]!;
    const [low, high] = ci95.equalizedOddsDifference!;
    expect(low).toBe(0);
    // As far as either could be above the other.
    expect(high).toBeGreaterThan(0.15);
    expect(between.equalizedOddsDifference).toMatchObject({ most: 1, least: 0, rate: 'tpr' });
    // A gap between two named groups has a sign.
    expect(ci95.equalOpportunityDifference![0]).toBeLessThan(0);
  });
  it('keeps an interval that is all above 0', async () => {
    const apart = `${head}${repeat('1,1,f,n', 10)}${repeat('1,0,f,n', 90)}${repeat('0,0,f,n', 90)}${repeat('1,1,m,n', 90)}${repeat('1,0,m,n', 10)}${repeat('0,0,m,n', 90)}`;
    const found = (await audited(apart)).comparisons[0]!;
    expect(found.ci95.equalizedOddsDifference![0]).toBeGreaterThan(0.6);
    expect(verdictOf(found)).toContain(
      'Of those with label 1, 10 in 100 of “f” are selected, 90 of “m”.',
    );
    expect(verdictOf((await audited(near)).comparisons[0]!)).not.toContain('label 1');
  });
});

describe('cases from real uses', () => {
  const sample = async (name: string) => {
    const path = `../../../test/reference/cases/tables/${name}.csv`;
    const text = await readFile(join(import.meta.dirname, path), 'utf8');
    const intake = await read(text, { answers: {} });
    if (!intake.ok) throw new Error(JSON.stringify(intake.problems));
    return auditOwn(intake.own, 0.5).comparisons[0]!;
  };
  it('17_interval_of_no_width: 4 of 4 and 0 of 36 have intervals of a width', async () => {
    const f = (await sample('17_interval_of_no_width')).groups.find(
      ({ parts }) => parts[0] === 'f',
    )!;
    expect(f.ci95.tpr).toEqual([expect.closeTo(0.4, 2), 1]);
    expect(f.ci95.fpr).toEqual([0, expect.closeTo(0.1, 2)]);
    expect([f.method.tpr, f.method.fpr]).toEqual(['exact', 'exact']);
  });
  it('15_rare_decisions: half as often is no gap that is called none', async () => {
    const sex = await sample('15_rare_decisions');
    expect(sex.large.demographicParity.ratio).toBeCloseTo(0.5, 12);
    const [low, high] = sex.ci95.demographicParityRatio!;
    expect(low < 0.5 && high > 1).toBe(true);
    expect(sex.ci95.demographicParityDifference![0]).toBeLessThan(0);
  });
});
