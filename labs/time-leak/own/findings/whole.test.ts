import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../math/random.ts';
import { leakReport } from '../leak-report.ts';
import type { FeatureColumn, LeakTable } from '../leak-table.ts';
import { foundWords } from '../../panel/table/leak-words.ts';

const rows = 330;
const hour = 3_600_000;
const random = seededRandom(7);
const label = Uint8Array.from({ length: rows }, () => (random.uniform() < 0.4 ? 1 : 0));
const time = Float64Array.from({ length: rows }, (_, i) => 1.7e12 + i * hour);
const row = (i: number) => time[i]!;

function feature(name: string, strength: number, at: (i: number) => number): FeatureColumn {
  return {
    ...{ name, kind: 'number', words: [] },
    values: Float64Array.from(label, (one) => strength * one + random.normal()),
    written: {
      ...{ column: `${name}_at`, slack: null, grain: 'moment', refused: null },
      at: Float64Array.from({ length: rows }, (_, i) => at(i)),
    },
  };
}

function reportOf(features: FeatureColumn[]) {
  const table: LeakTable = {
    ...{ rows, time, label, features, left: [], notices: [], timeSlack: null },
    ...{ timeName: 'time', timeScale: 'local', grain: 'moment' },
    ...{ labelWords: ['no', 'yes'], labelName: 'label', entityName: 'user' },
    entity: Int32Array.from({ length: rows }, (_, i) => i % 21),
    rowNumbers: Uint32Array.from({ length: rows }, (_, i) => i + 2),
  };
  const steps = leakReport(table);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const before = (i: number) => row(i) - hour / 2;
const oneNewer = feature('a', 0, (i) => (i === 300 ? row(i) + hour : before(i)));
const undated = feature('b', 4, (i) => (i % 5 === 0 ? before(i) : NaN));
const newer = feature('c', 4, (i) => (label[i] ? row(i) + 3 * hour : before(i)));

describe('what all features lose together', () => {
  it('is no leak where another feature is blank about its times', () => {
    const { findings, features } = reportOf([oneNewer, undated]);
    expect(features.map((one) => one.newer)).toEqual([1, 0]);
    expect(findings.filter(({ kind }) => kind === 'leak').map(({ id }) => id)).toEqual(['newer a']);
  });
  it('is one by the values that are newer, blanks beside them or not', () => {
    for (const others of [[], [oneNewer]]) {
      const { findings } = reportOf([newer, ...others]);
      expect(findings.find(({ id }) => id === 'whole')).toMatchObject({ kind: 'leak', rows: 100 });
    }
    const { whole } = reportOf([newer, undated]);
    expect(whole.rebuilt).toBeNull();
  });
});

describe('the sentence on a table', () => {
  const said = (features: FeatureColumn[]) => foundWords(reportOf(features).findings);
  it('counts features that leak, and not what they cost together', () => {
    expect(said([newer])).toBe('one thing that nobody could know');
    expect(said([newer, oneNewer])).toBe('2 things that nobody could know');
  });
});
