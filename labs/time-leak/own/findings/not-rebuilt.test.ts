import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../math/random.ts';
import { wholeWords } from '../../panel/table/leak-words.ts';
import { leakReport } from '../leak-report.ts';
import type { FeatureColumn, LeakTable, Written } from '../leak-table.ts';
import { tableSteps } from '../table-steps.ts';

// Why nothing is rebuilt or scored, by its cause; and what is said of days that are the same.

const day = 86_400_000;

interface Made {
  rows?: number;
  owners?: number | null;
  /** By how many days a value is written before its row. */
  before?: (i: number) => number;
  refused?: boolean;
  moments?: number;
  words?: boolean;
}

function reportOf({ rows = 200, owners = 21, ...made }: Made = {}) {
  const { before = () => 1, refused = false, moments = rows, words = false } = made;
  const random = seededRandom(3);
  const time = Float64Array.from({ length: rows }, (_, i) => (20_000 + (i % moments)) * day).sort();
  const label = Uint8Array.from({ length: rows }, (_, i) => i % 2);
  const at = time.map((row, i) => row - before(i) * day);
  const written: Written = refused
    ? { column: 'x_at', refused: 'They can’t be compared.', dated: rows }
    : { column: 'x_at', at, slack: null, grain: 'day', refused: null };
  const x: FeatureColumn = {
    ...{ name: 'x', kind: words ? 'words' : 'number', words: words ? ['a', 'b'] : [], written },
    values: Float64Array.from(label, (one) => (words ? one : 3 * one + random.normal())),
  };
  const table: LeakTable = {
    ...{ rows, time, label, features: [x], left: [], notices: [], timeSlack: null },
    ...{ timeName: 'time', timeScale: 'local', grain: 'day' },
    ...{ labelWords: ['no', 'yes'], labelName: 'label', entityName: owners ? 'user' : null },
    entity: owners === null ? null : Int32Array.from({ length: rows }, (_, i) => i % owners),
    rowNumbers: Uint32Array.from({ length: rows }, (_, i) => i + 2),
  };
  const steps = leakReport(table);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
/** Every third value is written a day after its row. */
const late = (i: number) => (i % 3 === 0 ? -1 : 1);
/** Every value is. */
const allLate = () => -1;

describe('why no feature is rebuilt', () => {
  it.each<[string, Made, string]>([
    ['nobody owns rows', { owners: null }, 'no column says whose row each is'],
    ['nobody comes back', { owners: 1_000 }, 'every value of “user” occurs once'],
    ['times can’t be compared', { refused: true }, 'can’t be compared with its rows'],
    ['one moment', { moments: 1 }, 'the rows can’t be split in order of time'],
    ['few rows', { rows: 12, owners: 4 }, 'a score needs 20 rows, and 5 of each label'],
    ['few later rows', { rows: 60, before: late }, 'there are 18'],
    ['one later row', { rows: 60, owners: 59, before: allLate }, 'there is 1'],
  ])('%s: the step and the leak say it', (_, made, why) => {
    const report = reportOf({ before: late, ...made });
    const [, , join] = tableSteps(report);
    expect(join!.paragraphs[0]).toMatch(/^No feature can be scored rebuilt: /);
    expect(join!.paragraphs[0]).toContain(why);
    expect(join!.paragraphs.join()).not.toContain('an owner who comes back');
    const leak = report.findings.find(({ id }) => id === 'newer x');
    if (leak) expect(leak.detail).toContain(`${why}.`);
  });
  it('nothing where one is', () => {
    const [, , join] = tableSteps(reportOf({ before: late }));
    expect(join!.tables).toHaveLength(1);
  });
});

describe('how the rows were split', () => {
  const split = (made: Made) => tableSteps(reportOf(made))[0]!.paragraphs;
  it('is not said where nothing is scored', () => {
    expect(split({ rows: 12 })).toEqual([
      'Nothing is scored: a score needs 20 rows, and 5 of each label. Here are 12 rows, 6 with label 1 and 6 with label 0.',
    ]);
  });
  it('is said with its reason where only random splits are', () => {
    const [first, all] = split({ moments: 1 });
    expect(first).toMatch(/^No split in order of time is good enough, so only random ones/);
    expect(all).toMatch(/over 10 random splits\.$/);
  });
  it('is said, and that there are no numbers to score together', () => {
    expect(split({})[0]).toBe('Learned on the first 140 rows, scored on the later 60.');
    expect(split({ words: true })[1]).toBe('There are no numeric features to score together.');
  });
});

describe('days that are the same', () => {
  const note = (before: (i: number) => number, id = 'known x') =>
    reportOf({ before }).findings.find((one) => one.id === id)!;
  it('are not said to come before', () => {
    const { title, detail } = note(() => 0);
    expect(title).toBe('x: none of 200 values was written on a later day');
    expect(detail).toContain('For 200 the day is the same, and the hour is not known.');
  });
  it('are counted beside earlier ones and beside leaks', () => {
    expect(note((i) => i % 2).detail).toContain('For 100 the day is the same');
    expect(note((i) => (i < 50 ? -1 : 0), 'newer x').detail).toContain('For 150 more the day is');
    expect(note(() => 1).title).toBe('x: none of 200 values was written after its row');
    expect(note(() => 1).detail).not.toContain('the same');
  });
});

it('what all features lose is said with the rows that it is of', () => {
  const report = reportOf({ before: (i) => (i % 2 ? -1 : 1) });
  const whole = report.findings.find(({ id }) => id === 'whole')!;
  expect(whole.rows).toBe(report.whole.rebuiltRows);
  expect(whole.detail).toContain(`of the same ${whole.rows} later rows`);
  expect(wholeWords(report)[0]).toContain(`On the ${whole.rows} later rows`);
  expect(tableSteps(report)[2]!.paragraphs.join()).toContain(`the same ${whole.rows} later rows`);
});
