import { expect, test } from 'vitest';
import { reportContent } from '../../../../main/contract/table-report.ts';
import { noChoice, surveyTable } from '../../../data/survey.ts';
import { fitted } from '../../../kit/panel/report/fitted.ts';
import { leakReport } from '../../own/leak-report.ts';
import { readTable } from '../../own/read-table.ts';
import { readingWords } from '../../own/roles/reading-words.ts';
import { contentOf } from './leak-content.ts';
import { rolesOf, type Opened } from './use-table.ts';

async function drained<T>(steps: AsyncGenerator<unknown, T, void>): Promise<T> {
  let step = await steps.next();
  while (!step.done) step = await steps.next();
  return step.value;
}

/** Every third balance was written two hours after its row; a note holds a word that nobody is to see. */
const text = `date,who,label,balance,balance_at,note\n${Array.from({ length: 240 }, (_, i) => {
  const at = Date.UTC(2024, 0, 1) + i * 43_200_000;
  const written = at + (i % 3 === 0 ? 7_200_000 : -3_600_000);
  const word = i % 2 ? 'zebra' : 'quagga';
  return [
    new Date(at).toISOString(),
    `owner${i % 24}`,
    i % 2,
    4_711 + i,
    new Date(written).toISOString(),
    word,
  ].join(',');
}).join('\n')}\n`;

test('a leak report for the notebook: what was found and of which columns, and no cell of the table', async () => {
  const file = new File([text], 'balances.csv');
  const survey = await drained(surveyTable(file, noChoice));
  const opened: Opened = {
    ...{ file, survey, kinds: {} },
    answers: { time: 'date', label: 'label', owner: 'who', written: { balance: 'balance_at' } },
  };
  const table = await drained(readTable(file, survey, rolesOf(opened).mapping!));
  const judging = leakReport(table);
  let step = judging.next();
  while (!step.done) step = judging.next();
  const report = step.value;
  // On screen a finding shows some of its rows.
  expect(JSON.stringify(report.findings)).toMatch(/47\d\d written 2.0 h after the row/);

  const { notices, labelWords } = table;
  const found = { report, notices, labelWords, hash: 'ab'.repeat(32) };
  const content = reportContent.parse(fitted(contentOf(opened, found, '1 March 2026')));
  expect(content).toMatchObject({ lab: 'time-leak', rows: 240, file: { name: 'balances.csv' } });
  expect(content.roles).toContainEqual({ role: 'Written at', column: 'balance_at, for balance' });
  const [first] = content.body.sections;
  expect(first!.heading).toMatch(/^Leaks/);
  expect(first!.points[0]).toContain('balance: 80 of 240 values were written after their row');
  expect(content.found).toContain('that nobody could know');
  const all = JSON.stringify(content);
  expect(all).not.toMatch(/zebra|quagga|owner\d|4711|47\d\d|2024-0/);
});

test('a kept report says which label counts as 1, and what was said of times', async () => {
  const content = `day,label,x,x_at\n${Array.from(
    { length: 40 },
    (_, i) =>
      `0${1 + (i % 9)}/0${1 + (i % 5)}/2024 10:00,${i % 2 ? 'yes' : 'no'},${i}.5,2024-01-01T10:00Z`,
  ).join('\n')}\n`;
  const file = new File([content], 'days.csv');
  const survey = await drained(surveyTable(file, noChoice));
  const opened: Opened = {
    ...{ file, survey, kinds: {} },
    answers: {
      ...{ time: 'day', label: 'label', orders: { day: 'dmy' } },
      ...{ zones: { day: 'Europe/Berlin' }, written: { x: 'x_at' } },
    },
  };
  const { mapping } = rolesOf(opened);
  const { labelWords } = await drained(readTable(file, survey, mapping!));
  expect(readingWords(mapping!, labelWords, opened.answers)).toEqual([
    'In “label” “yes” counts as 1, “no” as 0.',
    '“day” is read as day/month/year.',
    'The clock of “day” stood at Europe/Berlin.',
  ]);
});
