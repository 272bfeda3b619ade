import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../math/random.ts';
import { leakReport, type LeakReport } from '../leak-report.ts';
import type { LeakTable } from '../leak-table.ts';

// A score that is better with the value of the row before: said, and no more.

const [owners, rows] = [40, 2_000];
const random = seededRandom(7);
const rates = Array.from({ length: owners }, () => (random.uniform() < 0.5 ? 0.3 : 0.7));
const label = Uint8Array.from({ length: rows }, (_, i) =>
  Number(random.uniform() < rates[i % owners]!),
);

function rises(value: (i: number) => number): LeakReport['findings'] {
  const table: LeakTable = {
    ...{ rows, label, timeName: 'time', timeScale: 'local', grain: 'moment', timeSlack: null },
    ...{ labelWords: ['no', 'yes'], labelName: 'label', notices: [], left: [], entityName: 'user' },
    time: Float64Array.from({ length: rows }, (_, i) => 1.7e12 + i * 3_600_000),
    entity: Int32Array.from({ length: rows }, (_, i) => i % owners),
    rowNumbers: Uint32Array.from({ length: rows }, (_, i) => i + 2),
    features: [
      {
        ...{ name: 'x', kind: 'number', words: [], written: null },
        values: Float64Array.from({ length: rows }, (_, i) => value(i)),
      },
    ],
  };
  const steps = leakReport(table);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.findings.filter(({ id }) => id === 'rise x');
}

it('a value that stands one row too early is said with both scores', () => {
  const [finding] = rises((i) => label[i + owners] ?? 0);
  expect(finding).toMatchObject({ kind: 'note', columns: ['x'] });
  expect(finding!.title).toMatch(
    /^x: alone 0\.5\d in its own row, and 1\.00 with the value of the owner’s row before \(/,
  );
});
describe('nothing is said of', () => {
  it.each<[string, (i: number) => number]>([
    ['what belongs to the event', (i) => label[i]! + random.normal()],
    ['what belongs to the owner', (i) => rates[i % owners]!],
    ['noise', () => random.normal()],
  ])('%s', (_, value) => expect(rises(value)).toEqual([]));
});
