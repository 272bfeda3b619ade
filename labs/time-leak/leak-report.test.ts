import { describe, expect, it } from 'vitest';
import type { TypedTable } from '../data/typed-table.ts';
import { seededRandom } from '../math/random.ts';
import { leakReport, type LeakReport } from './leak-report.ts';

const day = 86_400_000;
const random = seededRandom(11);
const rows = 4_000;
const label = Uint8Array.from({ length: rows }, () => (random.uniform() < 0.3 ? 1 : 0));
const time = Float64Array.from({ length: rows }, (_, i) => 1.7e12 + i * 3_600_000);
const column = (
  values: (i: number) => number,
  writtenAt: ((i: number) => number) | null = null,
) => ({
  kind: 'number' as const,
  words: [],
  values: Float64Array.from({ length: rows }, (_, i) => values(i)),
  writtenAt: writtenAt && Float64Array.from({ length: rows }, (_, i) => writtenAt(i)),
});
const make = (
  features: Omit<TypedTable['features'][number], 'name'>[],
  names: string[],
  entity: (i: number) => number = (i) => i % 300,
): TypedTable => ({
  rows,
  time,
  plainTime: false,
  label,
  labelWords: ['no', 'yes'],
  entity: Int32Array.from({ length: rows }, (_, i) => entity(i)),
  rowNumbers: Uint32Array.from({ length: rows }, (_, i) => i + 2),
  notices: [],
  features: features.map((feature, k) => ({ ...feature, name: names[k]! })),
});
function report(table: TypedTable): LeakReport {
  const steps = leakReport(table);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
const honest = column(
  (i) => label[i]! * 0.8 + random.normal(),
  (i) => time[i]! - day,
);
const late = column(
  (i) => label[i]! * 3 + random.normal(),
  (i) => time[i]! + (i % 2 ? 3 * day : -day),
);

describe('leakReport', () => {
  const found = report(make([honest, late], ['honest', 'refunds']));
  it('counts values that were written after their row, and leads to them', () => {
    const finding = found.findings.find((one) => one.id === 'newer refunds')!;
    expect(finding.kind).toBe('leak');
    expect(finding.title).toContain('2,000 of 4,000');
    expect(finding.examples[0]).toEqual({
      row: 3,
      words: expect.stringMatching(/3\.0 days after the row$/) as string,
    });
    expect(found.findings.some((one) => one.id === 'newer honest')).toBe(false);
    expect(found.features.map((feature) => [feature.dated, feature.newer])).toEqual([
      [4_000, 0],
      [4_000, 2_000],
    ]);
  });
  it('scores each feature as it stands and rebuilt: the leak falls, the honest one does not', () => {
    const [good, bad] = found.features;
    expect(good!.auc).toBeGreaterThan(0.65);
    expect(good!.rebuiltAuc).toBe(good!.auc);
    expect(bad!.auc! - bad!.rebuiltAuc!).toBeGreaterThan(0.1);
    expect(found.whole.chronological! - found.whole.rebuilt!).toBeGreaterThan(0.05);
    expect(found.findings[0]!.kind).toBe('leak');
  });
  it('splits by time, never in the middle of one moment', () => {
    expect(found.trainRows + found.testRows).toBe(rows);
    const same = report({
      ...make([honest], ['honest']),
      time: time.map((t) => Math.floor(t / (30 * day))),
    });
    expect(same.trainRows + same.testRows).toBe(rows);
  });
  it('asks about a column that is the label under another name', () => {
    const copy = report(make([column((i) => label[i]! * 10 + (i % 3))], ['status'], (i) => i));
    expect(copy.findings.find((one) => one.id.endsWith('status'))).toMatchObject({ kind: 'ask' });
  });
  it('finds entities and copies on both sides of the cut, or neither', () => {
    expect(found.findings.find((one) => one.id === 'entities')!.title).toContain('300 entities');
    expect(found.findings.find((one) => one.id === 'duplicates')!.kind).toBe('fine');
    expect(
      report(make([honest], ['honest'], (i) => i)).findings.find((one) => one.id === 'entities')!
        .kind,
    ).toBe('fine');
    const table = make([honest], ['honest']);
    table.features[0]!.values = table.features[0]!.values.map((value, i, all) =>
      i >= 3_900 ? all[i - 3_900]! : value,
    );
    table.label = table.label.map((value, i, all) => (i >= 3_900 ? all[i - 3_900]! : value));
    const copied = report(table).findings.find((one) => one.id === 'duplicates')!;
    expect(copied.title).toContain('100 of');
    expect(copied.examples[0]).toEqual({ row: 3_902, words: 'as row 2, before the cut' });
  });
  it('goes through a table without entities, with words and empty cells', () => {
    const words = {
      kind: 'words' as const,
      words: ['a', 'b'],
      values: Float64Array.from({ length: rows }, (_, i) =>
        i % 7 === 0 ? NaN : label[i]! ^ (i % 5 === 0 ? 1 : 0),
      ),
      writtenAt: null,
    };
    const plain = report({ ...make([words], ['colour']), entity: null });
    expect(plain.features[0]).toMatchObject({ dated: null, rebuiltAuc: null });
    expect(plain.features[0]!.auc).toBeGreaterThan(0.7);
    expect(plain.whole.chronological).toBeNull();
  });
});
