import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../math/random.ts';
import { leakReport, type LeakReport } from './leak-report.ts';
import { inOrder, type FeatureColumn, type LeakTable } from './leak-table.ts';
import { compare } from './newer.ts';

const day = 86_400_000;
const may = Date.UTC(2024, 4);
const random = seededRandom(11);
const rows = 4_000;
const label = Uint8Array.from({ length: rows }, () => (random.uniform() < 0.3 ? 1 : 0));
const time = Float64Array.from({ length: rows }, (_, i) => 1.7e12 + i * 3_600_000);
const feature = (
  name: string,
  values: (i: number) => number,
  writtenAt: ((i: number) => number) | null = null,
): FeatureColumn => ({
  ...{ name, kind: 'number', words: [] },
  values: Float64Array.from({ length: rows }, (_, i) => values(i)),
  written: writtenAt && {
    ...{ column: `${name}_at`, slack: null, grain: 'moment', refused: null },
    at: Float64Array.from({ length: rows }, (_, i) => writtenAt(i)),
  },
});
const make = (
  features: FeatureColumn[],
  entity: ((i: number) => number) | null = (i) => i % 300,
): LeakTable => ({
  ...{
    rows,
    time,
    label,
    features,
    timeName: 'time',
    timeScale: 'local',
    grain: 'moment',
    timeSlack: null,
  },
  ...{ labelWords: ['no', 'yes'], labelName: 'label', notices: [] },
  entity: entity && Int32Array.from({ length: rows }, (_, i) => entity(i)),
  entityName: entity ? 'user' : null,
  rowNumbers: Uint32Array.from({ length: rows }, (_, i) => i + 2),
  left: [],
});
function report(table: LeakTable): LeakReport {
  const steps = leakReport(table);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
const find = (from: LeakReport, id: string) => from.findings.find((one) => one.id === id);
const leaks = (from: LeakReport) => from.findings.filter(({ kind }) => kind === 'leak');
const honest = feature(
  'honest',
  (i) => label[i]! * 0.8 + random.normal(),
  (i) => time[i]! - day,
);
const late = feature(
  'refunds',
  (i) => label[i]! * 3 + random.normal(),
  (i) => time[i]! + (i % 2 ? 3 * day : -day),
);
/** A table's rows in another order. */
function shuffledRows(table: LeakTable, seed: number): LeakTable {
  const order = seededRandom(seed).permutation(table.rows);
  const numbers = (from: Float64Array) => Float64Array.from(order, (i) => from[i]!);
  return {
    ...table,
    time: numbers(table.time),
    label: Uint8Array.from(order, (i) => table.label[i]!),
    entity: table.entity && Int32Array.from(order, (i) => table.entity![i]!),
    rowNumbers: Uint32Array.from(order, (i) => table.rowNumbers[i]!),
    features: table.features.map((one) => ({
      ...one,
      values: numbers(one.values),
      written:
        one.written?.refused === null
          ? { ...one.written, at: numbers(one.written.at) }
          : one.written,
    })),
  };
}

describe('leakReport', () => {
  const found = report(make([honest, late]));
  it('counts values that were written after their row, and leads to them', () => {
    const finding = find(found, 'newer refunds')!;
    expect(finding).toMatchObject({
      kind: 'leak',
      columns: ['refunds', 'refunds_at'],
      rows: 2_000,
    });
    expect(finding.title).toContain('2,000 of 4,000');
    expect(finding.examples[0]).toEqual({
      row: 3,
      words: expect.stringMatching(/3\.0 days after the row$/) as string,
    });
    expect(find(found, 'newer honest')).toBeUndefined();
    expect(found.features.map(({ dated, newer }) => [dated, newer])).toEqual([
      [4_000, 0],
      [4_000, 2_000],
    ]);
  });
  it('scores each feature as it stands and rebuilt: the leak falls, the honest one does not', () => {
    const [good, bad] = found.features;
    expect(good!.aucInOrder).toBeGreaterThan(0.65);
    expect(good!.rebuilt).toBe(good!.same);
    expect(bad!.same! - bad!.rebuilt!).toBeGreaterThan(0.1);
    expect(found.whole.same! - found.whole.rebuilt!).toBeGreaterThan(0.05);
    expect(found.findings[0]!.kind).toBe('leak');
  });
  it('averages random splits and says how far they lie apart', () => {
    expect(found.features[0]!.auc!.shuffles).toBe(20);
    expect(found.features[0]!.auc!.sd).toBeGreaterThan(0);
    expect(found.whole.random!.sd).toBeGreaterThan(0);
  });
  it('does not accuse an honest input of the event, whether or not its owner comes back', () => {
    const amount = feature('amount', (i) => label[i]! * 2.2 + random.normal());
    for (const entity of [(i: number) => i % 300, (i: number) => i, null]) {
      const one = report(make([amount], entity));
      expect(leaks(one)).toEqual([]);
      expect(
        one.findings.some(({ kind, columns }) => kind === 'question' && columns.includes('amount')),
      ).toBe(false);
    }
    const back = report(make([amount]));
    expect(back.features[0]!.same! - back.features[0]!.rebuilt!).toBeGreaterThan(0.3);
    expect(find(back, 'fall amount')).toMatchObject({ kind: 'note' });
    expect(find(back, 'fall amount')!.detail).toContain(
      'made-up honest inputs, as strong as this one',
    );
  });
  it('rebuilds nothing where nobody comes back, and says so', () => {
    const once = report(make([honest, late], (i) => i));
    expect(once.features.every(({ rebuilt }) => rebuilt === null)).toBe(true);
    expect(find(once, 'entities')).toMatchObject({ kind: 'note' });
    expect(find(once, 'entities')!.title).toContain('occurs once');
    // What was written later is shown all the same.
    expect(leaks(once).map(({ id }) => id)).toEqual(['newer refunds']);
  });
  it('asks about a column that is the label under another name', () => {
    const copy = report(make([feature('status', (i) => label[i]! * 10 + (i % 3))], (i) => i));
    expect(find(copy, 'too good status')).toMatchObject({ kind: 'question', columns: ['status'] });
    expect(leaks(copy)).toEqual([]);
  });
  it('is the same whatever the order of the rows, ties in time and in written-at among them', () => {
    const table = make([
      feature(
        'a',
        (i) => (label[i]! * 2 + i) % 7,
        (i) => Math.floor((time[i]! + (i % 3) * day) / day) * day,
      ),
      feature('b', (i) => i % 5),
    ]);
    table.time = table.time.map((at) => Math.floor(at / day) * day);
    const plain = (one: LeakReport) =>
      JSON.stringify({ ...one, findings: one.findings.map(({ examples: _, ...rest }) => rest) });
    const first = plain(report(table));
    for (const seed of [1, 2]) expect(plain(report(shuffledRows(table, seed)))).toBe(first);
  });
  it('breaks ties in written-at by the rows’ own times', () => {
    const table = make([
      feature(
        'a',
        (i) => i,
        () => time[0]!,
      ),
    ]);
    const ordered = inOrder(shuffledRows(table, 3));
    expect([...ordered.features[0]!.values.slice(0, 3)]).toEqual([0, 1, 2]);
  });
});

describe('the split', () => {
  const coarse = (of: (i: number) => number) => ({
    ...make([honest], (i) => i % 300),
    time: Float64Array.from({ length: rows }, (_, i) => of(i)),
  });
  it('never cuts one moment in two', () => {
    const same = report(coarse((i) => Math.floor(i / 720)));
    expect([same.trainRows, same.testRows]).toEqual([2_880, 1_120]);
  });
  it('is no moved one where no moment is nearer to seven tenths', () => {
    for (const of of [(i: number) => (i < 3_200 ? 0 : 1), (i: number) => Math.floor(i / 720)])
      expect(find(report(coarse(of)), 'split moved')).toBeUndefined();
  });
  it('is moved where the nearest moment would leave too few, with the counts', () => {
    const moved = report(coarse((i) => (i < 1_000 ? 0 : 1 + Number(i >= 3_995))));
    expect([moved.trainRows, moved.testRows]).toEqual([1_000, 3_000]);
    expect(find(moved, 'split moved')!.detail).toContain('3,995 and 5');
  });
  it('is refused where none leaves enough', () => {
    for (const of of [() => 5, (i: number) => (i < 4 ? 0 : 1)]) {
      const refused = report(coarse(of));
      expect(refused.cut).toBeNull();
      expect(find(refused, 'split refused')).toMatchObject({ kind: 'question' });
      expect(refused.features[0]).toMatchObject({ aucInOrder: null, rebuilt: null });
      expect(refused.features[0]!.auc!.mean).toBeGreaterThan(0.6);
    }
  });
  it('of a small table says how far scores move by chance', () => {
    const few = {
      ...make([{ ...honest, values: honest.values.slice(0, 120), written: null }]),
      ...{ rows: 120, time: time.slice(0, 120), label: label.slice(0, 120) },
      ...{
        entity: null,
        entityName: null,
        rowNumbers: Uint32Array.from({ length: 120 }, (_, i) => i + 2),
      },
    };
    expect(find(report(few), 'small')!.detail).toMatch(/0\.\d\d ± 0\.\d\d from shuffle to shuffle/);
  });
});

describe('times that are compared', () => {
  it.each([
    ['a later moment', 10, 'moment', 11, 'moment', 'newer'],
    ['the same moment', 10, 'moment', 10, 'moment', 'known'],
    ['the same day, both days', day, 'day', day, 'day', 'known'],
    ['the next day, both days', day, 'day', 2 * day, 'day', 'newer'],
    ['a moment of the row’s day', day, 'day', day + 5, 'moment', 'unsure'],
    ['the first moment of the row’s day', day, 'day', day, 'moment', 'known'],
    ['a moment of the next day', day, 'day', 2 * day, 'moment', 'newer'],
    ['the row’s day', day + 5, 'moment', day, 'day', 'unsure'],
    ['the day before', 2 * day + 5, 'moment', day, 'day', 'known'],
    ['the row’s day, which begins with the row', day, 'moment', day, 'day', 'unsure'],
    ['a day of the row’s month', may, 'month', may + 9 * day, 'day', 'unsure'],
    ['the row’s month', may + 9 * day, 'day', may, 'month', 'unsure'],
    ['the first day of the row’s month', may, 'month', may, 'day', 'unsure'],
    ['a day of the next month', may, 'month', may + 31 * day, 'day', 'newer'],
    ['the month before', may + 9 * day, 'moment', may - 30 * day, 'month', 'known'],
    ['a month of the row’s year', may - 121 * day, 'year', may, 'month', 'unsure'],
    ['the day after', day + 5, 'moment', 2 * day, 'day', 'newer'],
  ] as const)('%s', (_, row, rowGrain, written, writtenGrain, verdict) =>
    expect(compare(row, rowGrain, written, writtenGrain)).toBe(verdict),
  );
  it('that can’t be compared are a question and count as nothing', () => {
    const refused = { ...honest, written: { column: 'honest_at', refused: 'No.', dated: rows } };
    const one = report(make([refused]));
    expect(one.features[0]).toMatchObject({ newer: 0, dated: rows, rebuilt: null });
    expect(find(one, 'refused honest')).toMatchObject({ kind: 'question', detail: 'No.' });
    expect(leaks(one)).toEqual([]);
  });
  it('of one day, where rows carry no hour, are a question', () => {
    const table = {
      ...make([
        feature(
          'x',
          (i) => i % 9,
          (i) => Math.floor(time[i]! / day) * day + 6 * 3_600_000,
        ),
      ]),
      grain: 'day' as const,
    };
    table.time = table.time.map((at) => Math.floor(at / day) * day);
    const one = report(table);
    expect(one.features[0]).toMatchObject({ newer: 0, dated: rows, unsure: rows });
    expect(find(one, 'unsure x')!.title).toContain('4,000 of 4,000');
    expect(leaks(one)).toEqual([]);
  });
});

describe('rows that repeat, and owners', () => {
  it('are set against what chance gives', () => {
    const table = make([{ ...honest, written: null }]);
    expect(find(report(table), 'duplicates')!.kind).toBe('note');
    table.features[0]!.values = table.features[0]!.values.map((value, i, all) =>
      i >= 3_900 ? all[i - 3_900]! : value,
    );
    table.label = table.label.map((value, i, all) => (i >= 3_900 ? all[i - 3_900]! : value));
    const copied = find(report(table), 'duplicates')!;
    expect(copied).toMatchObject({ kind: 'question', rows: 100 });
    expect(copied.title).toMatch(/^100 of 1,200 later rows repeat an earlier one; chance gives \d/);
    expect(copied.examples[0]).toEqual({ row: 3_902, words: 'as row 2, before the cut' });
  });
  it('repeat by chance where values are few: no copy', () => {
    const few = find(report(make([feature('x', (i) => i % 4)])), 'duplicates')!;
    expect(few.kind).toBe('note');
    expect(few.title).toContain('1,200 of 1,200 later rows repeat');
  });
  it('are found on both sides of the cut, or not', () => {
    expect(find(report(make([honest])), 'entities')!.title).toContain('300 owners');
    expect(find(report(make([honest], (i) => Math.floor(i / 2))), 'entities')!.title).toContain(
      'Nobody',
    );
    expect(find(report(make([honest], null)), 'entities')!.kind).toBe('question');
  });
  it('goes through a table without owners, with words and empty cells', () => {
    const words: FeatureColumn = {
      ...{ name: 'colour', kind: 'words', words: ['a', 'b'], written: null },
      values: Float64Array.from({ length: rows }, (_, i) =>
        i % 7 === 0 ? NaN : label[i]! ^ (i % 5 === 0 ? 1 : 0),
      ),
    };
    const plain = report(make([words], null));
    expect(plain.features[0]).toMatchObject({ dated: null, rebuilt: null });
    expect(plain.features[0]!.auc!.mean).toBeGreaterThan(0.7);
    expect(plain.whole.chronological).toBeNull();
  });
});
