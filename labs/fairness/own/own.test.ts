import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CsvProblem } from '../../data/problem.ts';
import { survey } from '../../data/survey.ts';
import { differenceInterval } from '../../math/intervals/compare.ts';
import { auditOwn, measuresOf, type OwnRows } from './own-audit.ts';
import type { Intake } from './own-intake.ts';
import { readOwn } from './own-read.ts';
import { ownRoles, type OwnAnswers } from './own-roles.ts';

const file = (text: string) => new Blob([text]);
/** What somebody says who knows the tables below. */
const said = (text: string, threshold: number): OwnAnswers => {
  const names = text.split('\n')[0]!.split(/[,;]/);
  const has = (name: string) => names.includes(name);
  return {
    label: 'repaid',
    ...(has('approved') ? { decision: 'approved' } : { score: 'score', threshold }),
    groups: ['sex', 'area'].filter(has),
    ...(has('weight') && { weight: 'weight' }),
  };
};

/** Reads a text by its columns' names. */
async function read(
  text: string,
  { leaveOutEmpty = false, threshold = 0.5, answers = said(text, threshold) } = {},
): Promise<Intake> {
  const found = await survey(file(text));
  const { mapping, asks } = ownRoles(found.columns, answers);
  expect(asks).toEqual([]);
  const reading = readOwn(file(text), { survey: found, mapping: mapping!, leaveOutEmpty });
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  return step.value;
}
const own = async (text: string, threshold = 0.5): Promise<OwnRows> => {
  const intake = await read(text, { threshold });
  if (!intake.ok) throw new Error(JSON.stringify(intake.problems));
  return intake.own;
};
const audited = async (text: string, threshold = 0.5) => auditOwn(await own(text), threshold);
const head = 'repaid,approved,sex,area\n';
const repeat = (row: string, n: number) => `${row}\n`.repeat(n);

describe('roles', () => {
  const roles = async (text: string, answers?: OwnAnswers) => {
    const found = ownRoles((await survey(file(text))).columns, answers);
    return {
      ...found.roles,
      asks: found.asks.map(({ role, candidates }) => [role, ...candidates]),
    };
  };
  const rows = (...lines: string[]) => `${lines.join('\n')}\n`;
  it('are taken where name and values say so and no other column does', async () => {
    expect(
      await roles(
        'id,race,two_year_recid,risk_score,weight\n1,a,0,0.2,1.5\n2,b,1,0.7,2\n3,b,1,0.9,2\n',
      ),
    ).toEqual({
      ...{ label: 'two_year_recid', score: 'risk_score', group: 'race', weight: 'weight' },
      asks: [],
    });
    expect(await roles('y_true,y_pred,group\n1,0,a\n0,1,b\n1,1,b\n')).toEqual({
      ...{ label: 'y_true', decision: 'y_pred', group: 'group', asks: [] },
    });
    expect(
      await roles('entity_id,score,label_value,race\n7,1.0,1,a\n8,0.0,0,b\n9,1.0,1,b\n'),
    ).toEqual({ label: 'label_value', decision: 'score', group: 'race', asks: [] });
    expect(
      await roles('target;prob;sex;fnlwgt\n1;0,5;f;77516\n0;0,25;m;83311\n1;0,7;f;1\n'),
    ).toEqual({ label: 'target', score: 'prob', group: 'sex', weight: 'fnlwgt', asks: [] });
    expect(await roles('outcome,pred,gender\nyes,no,f\nno,no,m\nyes,yes,m\n')).toEqual({
      ...{ label: 'outcome', decision: 'pred', group: 'gender', asks: [] },
    });
  });
  it('are asked for where nobody named them, the likeliest first', async () => {
    // Two columns of 0 and 1 that nobody named are never audited.
    expect(await roles(rows('town,paid,said', 'A,1,0', 'B,0,1', 'A,1,1'))).toEqual({
      group: 'town',
      asks: [
        ['label', 'paid', 'said'],
        ['decision', 'paid', 'said', 'town'],
      ],
    });
    const swapped = await roles(rows('a1,a2,sex', '1,0,f', '0,1,m', '1,1,m'));
    expect(swapped.asks.map(([role]) => role)).toEqual(['label', 'decision']);
  });
  it('are asked for where two columns say so', async () => {
    const compas = await roles(
      'sex,race,decile_score,decile_score,two_year_recid\nm,a,1,1,0\nf,b,7,7,1\nm,b,3,3,1\n',
    );
    expect(compas).toEqual({
      label: 'two_year_recid',
      asks: [
        ['score', 'decile_score', 'decile_score (2)'],
        ['group', 'sex', 'race', 'decile_score', 'decile_score (2)'],
      ],
    });
    expect((await roles('y,label,pred,sex\n1,0,1,f\n0,1,1,m\n1,1,0,f\n')).asks).toEqual([
      ['label', 'y', 'label'],
    ]);
  });
  it('are asked for where values do not fit a name', async () => {
    const { asks } = await roles('label,pred,sex\n1,0,f\n2,1,m\n3,1,f\n5,0,m\n');
    expect(asks[0]![0]).toBe('label');
  });
  it('ask from which score on, and which value is the yes', async () => {
    const text = 'y,decile_score,sex\n1,9,f\n0,2,m\n1,7,f\n';
    expect((await roles(text)).asks).toEqual([['threshold', '6']]);
    expect((await roles(text, { threshold: 5 })).asks).toEqual([]);
    const words = 'outcome,pred,sex\nblue,1,f\nred,0,m\nblue,0,f\n';
    expect((await roles(words)).asks).toEqual([['positive', 'red', 'blue']]);
    expect((await roles(words, { ones: { outcome: 'blue' } })).asks).toEqual([]);
  });
  it('name what is no column', async () => {
    const found = ownRoles((await survey(file('y,pred,sex\n1,0,f\n0,1,m\n'))).columns, {
      label: 'Y ',
      decision: 'nobody',
    });
    expect([found.roles.label, found.unknown, found.mapping]).toEqual(['y', ['nobody'], null]);
  });
});

describe('taking rows in', () => {
  it('types the mapped columns; an empty group is a group', async () => {
    expect(await own(`${head}1,0,f,\n0,1.0,m,north\n 1 ,1,f,north\n`)).toEqual({
      rows: 3,
      label: Uint8Array.of(1, 0, 1),
      decision: Uint8Array.of(0, 1, 1),
      score: null,
      scoreRange: null,
      weight: null,
      groups: [
        { name: 'sex', codes: Uint16Array.of(0, 1, 0), names: ['f', 'm'] },
        { name: 'area', codes: Uint16Array.of(1, 0, 0), names: ['north', '(empty)'] },
      ],
    });
  });
  it.each([
    [
      'predictions that are not 0 or 1',
      `${head}1,0,f,n\n0,maybe,f,n\n1,2,m,n\n`,
      [
        {
          kind: 'not-binary',
          of: 'prediction',
          column: 'approved',
          row: 3,
          value: 'maybe',
          count: 2,
        },
      ],
    ],
    [
      'labels that are words',
      `${head}1,0,f,n\n0,1,f,n\nyes,1,m,n\n`,
      [{ kind: 'not-binary', of: 'label', column: 'repaid', row: 4, value: 'yes', count: 1 }],
    ],
    [
      'missing cells',
      `${head}1,0,f,n\n,1,f,n\n1,,m,n\n,1,m,n\n`,
      [
        { kind: 'empty', of: 'label', row: 3, count: 2 },
        { kind: 'empty', of: 'prediction', row: 4, count: 1 },
      ],
    ],
    [
      'scores that are words',
      'repaid,score,sex\n1,0.5,f\n0,high,m\n',
      [{ kind: 'not-number', of: 'score', row: 3, value: 'high', count: 1 }],
    ],
    [
      'negative weights',
      'repaid,approved,sex,weight\n1,0,f,1\n0,1,m,-2\n',
      [{ kind: 'negative', of: 'weight', row: 3, value: '-2', count: 1 }],
    ],
  ])('names row and column of %s', async (_, text, problems) => {
    expect(await read(text)).toMatchObject({ ok: false, problems });
  });
  it('leaves rows with empty cells out where it is told to, and counts them', async () => {
    expect(
      await read(`${head}1,0,f,n\n,1,f,n\n1,,m,n\n0,1,m,n\n`, { leaveOutEmpty: true }),
    ).toMatchObject({ ok: true, leftOut: 2, own: { rows: 2 } });
    await expect(read(`${head}1,,f,n\n,1,f,n\n`, { leaveOutEmpty: true })).rejects.toThrow(
      /All 2 rows/,
    );
  });
  it('refuses a column of identifiers as groups', async () => {
    const many = Array.from({ length: 600 }, (__, i) => `1,0,g${i},n`).join('\n');
    expect(await read(`${head}${many}\n`)).toMatchObject({
      ok: false,
      tooMany: { column: 'sex', over: 500 },
    });
  });
  it('counts rows as a spreadsheet does, blank lines included', async () => {
    expect(await read(`${head}1,0,f,n\n\n1,3,f,n\n`)).toMatchObject({
      ok: false,
      problems: [{ row: 4 }],
    });
    const late = `${head}${repeat('1,0,f,n', 1_500)}1,0,f\n`;
    await expect(read(late)).rejects.toThrow(CsvProblem);
    await expect(read(late)).rejects.toThrow(/Row 1,502 has 3 cells/);
  });
});

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
    });
    expect(few.ci95.tpr![0]).toBeCloseTo(0.3976, 4);
    expect(few.ci95.tpr![1]).toBe(1);
    expect(few.ci95.fpr![0]).toBe(0);
    expect(few.ci95.fpr![1]).toBeCloseTo(0.0974, 4);
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

describe('outcomes that are known only of those who were selected', () => {
  const rows = (label: string) =>
    head +
    repeat('1,1,f,n', 30) +
    repeat('0,1,m,n', 60) +
    repeat(`${label},0,f,n`, 50) +
    repeat(`${label},0,m,n`, 20);
  it('are refused with their count: without the others all groups look alike', async () => {
    const thrown = await read(rows(''), { leaveOutEmpty: true }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(CsvProblem);
    expect((thrown as CsvProblem).data.what).toContain('missing in 70 rows');
  });
  it('are audited where some of the others are known too', async () =>
    expect((await read(rows('1'), { leaveOutEmpty: true })).ok).toBe(true));
});

describe('a decision against somebody', () => {
  it('is a decision, and which of its values selects is asked', async () => {
    const found = await survey(
      file(`sex,score,denied,defaulted\n${repeat('f,0.2,1,0', 5)}${repeat('m,0.7,0,1', 5)}`),
    );
    const { roles, asks } = ownRoles(found.columns);
    expect(roles).toMatchObject({ decision: 'denied' });
    expect(asks.map(({ role, column }) => [role, column])).toContainEqual(['positive', 'denied']);
  });
});
