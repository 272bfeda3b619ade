import { describe, expect, it } from 'vitest';
import { asked, auditOf, audited, kindOf, notesOf, repeat } from './table-fixture.ts';

// Tables that were judged wrongly once, each with its right value from outside this project; and more of each kind.

describe('names of label and decision', () => {
  it('04: label_value and score are what they are called', async () => {
    const found = await audited('04_aequitas_column_names.csv');
    expect(found.roles).toEqual({ label: 'label_value', decision: 'score', group: 'race' });
    const near = (value: number) => expect.closeTo(value, 3) as number;
    expect(found.groups).toMatchObject([
      { name: 'a', n: 100, selectionRate: 0.5, tpr: 0.75, fpr: near(1 / 3), ppv: 0.6 },
      { name: 'b', n: 100, selectionRate: 0.2, tpr: 0.375, fpr: near(1 / 12), ppv: 0.75 },
    ]);
    expect(found.demographicParityRatio).toBeCloseTo(0.4, 10);
    expect(found.verdict).toContain('20 in 100 of “b” are selected, 50 of “a”');
  });
  const columns = (label: string, decision: string, group: string) =>
    `${decision},${label},${group}\n${repeat('1,1,a', 30)}${repeat('0,1,a', 10)}${repeat('1,0,b', 5)}${repeat('0,0,b', 35)}`;
  it.each([
    ['y_true', 'y_pred', 'sensitive_feature'],
    ['two_year_recid', 'score', 'race'],
    ['outcome', 'predicted', 'Gender'],
    ['target', 'prediction', 'age_group'],
  ])('%s and %s', async (label, decision, group) => {
    const found = await auditOf(columns(label, decision, group));
    expect(found.roles).toEqual({ label, decision, group });
    expect(found.groups!.map(({ tpr, fpr }) => [tpr, fpr])).toEqual([
      [0.75, null],
      [null, 0.125],
    ]);
    expect(found.groups!.map((one) => one.undefined)).toEqual([['fpr'], ['tpr', 'fnr']]);
  });
  it.each([
    ['two columns that nobody named', columns('a1', 'a2', 'sex'), ['label', 'decision']],
    ['two labels', columns('label', 'target', 'sex'), ['label', 'decision']],
    ['two groups', 'label,pred,sex,race\n1,0,f,a\n0,1,m,b\n1,1,f,b\n', ['group']],
  ])('are asked for: %s', async (_, text, roles) => {
    const found = await auditOf(text);
    expect([found.code, asked(found)]).toEqual([2, roles]);
    expect(found.asks!.every(({ candidates }) => candidates.length >= 1)).toBe(true);
    expect(found.groups).toBeUndefined();
  });
  it('are taken as they are said', async () => {
    const found = await auditOf(
      columns('a1', 'a2', 'g'),
      '--label',
      'a1',
      '--decision',
      'a2',
      '--group',
      'g',
    );
    expect([found.code, found.groups!.length]).toEqual([0, 2]);
  });
});

describe('rare decisions and small counts', () => {
  it('15: 0.3 in 100 of f and 0.5 of m, in one voice', async () => {
    const found = await audited('15_rare_decisions.csv');
    expect(found.groups!.map(({ selectionRate }) => selectionRate)).toEqual([0.0025, 0.005]);
    expect(found.demographicParityRatio).toBeCloseTo(0.5, 10);
    expect(found.verdict).toContain('0.3 in 100 of “f” are selected, 0.5 of “m”');
    expect(found.verdict).toContain('Four-fifths: look closer');
    expect(found.verdict).not.toContain('alike');
  });
  it('17: rates of few', async () => {
    const found = await audited('17_interval_of_no_width.csv');
    expect(found.groups!.map(({ tpr, fpr }) => [tpr, fpr])).toEqual([
      [1, 0],
      [0.5, 0],
    ]);
    // Clopper–Pearson: 4 of 4, and 0 of 36.
    expect(found.groups![0]!.intervals).toMatchObject({
      tpr: [expect.closeTo(0.4, 2), 1],
      fnr: [0, expect.closeTo(0.6, 2)],
      fpr: [0, expect.closeTo(0.1, 2)],
    });
  });
  // Clopper–Pearson below 40 rows of a rate, by hand: k of k from .025^(1/k) up, 0 of n up to 1 − .025^(1/n). Wilson’s from 40 on: z²/(n + z²).
  it.each([
    [5, 20, 0.4782, 0.1684],
    [10, 39, 0.6915, 0.0903],
    [3, 40, 0.2924, 0.0876],
  ])('all of %i and none of %i are never sure', async (all, none, low, high) => {
    const found = await auditOf(
      `label,prediction,sex\n${repeat('1,1,f', all)}${repeat('0,0,f', none)}${repeat('1,0,m', 30)}`,
    );
    expect([found.groups![0]!.tpr, found.groups![0]!.fpr]).toEqual([1, 0]);
    expect(found.groups![0]!.intervals).toMatchObject({
      tpr: [expect.closeTo(low, 3), 1],
      fpr: [expect.closeTo(0, 6), expect.closeTo(high, 3)],
    });
  });
  const rare = (f: number, m: number, n: number) =>
    `label,prediction,sex\n${repeat('1,1,f', f)}${repeat('0,0,f', n - f)}${repeat('1,1,m', m)}${repeat('0,0,m', n - m)}`;
  it.each([
    [rare(1, 4, 1_000), '0.1 in 100 of “f” are selected, 0.4 of “m”', 0.25],
    [rare(2, 3, 10_000), '0.02 in 100 of “f” are selected, 0.03 of “m”', 2 / 3],
    [rare(0, 3, 500), '0.0 in 100 of “f” are selected, 0.6 of “m”', 0],
  ])('are never called alike where four-fifths flags them', async (text, words, ratio) => {
    const found = await auditOf(text);
    expect(found.verdict).toContain(words);
    expect(found.verdict).toContain('look closer');
    expect(found.demographicParityRatio).toBeCloseTo(ratio, 10);
  });
  it('nobody selected is undefined', async () => {
    const found = await auditOf(rare(0, 0, 50));
    expect(found.verdict).toContain('Nobody is selected');
    expect([found.demographicParityRatio, found.groups![0]!.undefined]).toEqual([
      null,
      ['tpr', 'fnr', 'ppv'],
    ]);
  });
  it('groups under 30 are named as left out, and names that are nearly one are pointed out', async () => {
    const found = await auditOf(`${rare(20, 30, 60)}${repeat('1,1,F', 40)}${repeat('1,0,x', 3)}`);
    expect(found.verdict).toContain('“x” is left out of the measures');
    expect(found.small).toEqual(['x']);
    expect(notesOf(found)).toMatch(/Groups “F” and “f” of “sex” may be one/);
  });
});

describe('missing cells', () => {
  it('18: NA is counted, and its rows are left out', async () => {
    const found = await audited('18_missing_as_NA.csv');
    expect(found.columns.map(({ missing }) => missing)).toEqual([0, 3, 0]);
    expect([found.code, found.leftOut, found.rows]).toEqual([0, 3, 80]);
    expect(found.groups!.map(({ n }) => n)).toEqual([40, 40]);
    const refused = await audited('18_missing_as_NA.csv', '--refuse-missing');
    expect(refused).toMatchObject({ code: 1, problem: { column: 'prediction' } });
  });
  const withMark = (mark: string) =>
    `label,prediction,sex\n${repeat('1,1,f', 40)}${repeat(`0,${mark},f`, 5)}${repeat('0,0,m', 40)}`;
  it.each(['', 'N/A', 'null', '?', '-', 'NaN', 'None', '#N/A', ' NA '])(
    'written %j',
    async (mark) => {
      const found = await auditOf(withMark(mark));
      expect([kindOf(found, 'prediction'), found.columns[1]!.missing, found.leftOut]).toEqual([
        ...['two-valued', 5, 5],
      ]);
      expect(notesOf(found)).toContain('Counted as missing: 5 cells');
    },
  );
  it.each([
    ['yes', 'no'],
    ['ja', 'nein'],
    ['sí', 'no'],
    ['TRUE', 'FALSE'],
    ['1', '-1'],
  ])('beside %s and %s', async (yes, no) => {
    const text = `label,prediction,sex\n${repeat(`${yes},${yes},f`, 30)}${repeat(`${no},${no},m`, 30)}${repeat(`${no},NA,m`, 2)}`;
    const found = await auditOf(text);
    expect(found.groups!.map(({ selectionRate }) => selectionRate)).toEqual([1, 0]);
  });
});
