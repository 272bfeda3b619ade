import { describe, expect, it } from 'vitest';
import { noChoice, surveyTable } from '../../data/survey.ts';
import { seededRandom } from '../../math/random.ts';
import { drawPeople, type World } from '../data.ts';
import { ownRoles, type OwnAnswers } from '../own/own-roles.ts';
import { lessonOf, type Lesson } from './lesson.ts';
import { onlyAudit } from './only-audit.ts';
import type { LessonCell } from './lesson-section.ts';
import { unknownLabel } from '../../math/group-cells.ts';
import { readTableRows, type TableRows } from './table-rows.ts';

const study: World = {
  groupPenalty: 1.1,
  zonePenalty: 0.55,
  zoneLink: 0.85,
  abilityShift: 0.35,
  incomeShift: 0.1,
};
const equal: World = {
  groupPenalty: 0,
  zonePenalty: 0,
  zoneLink: 0.5,
  abilityShift: 0,
  incomeShift: 0,
};
const roles: OwnAnswers = { label: 'repaid', decision: 'approved', groups: ['group'] };

/** The built-in people as somebody's file. */
function csvOf(world: World, rows: number): string {
  const people = drawPeople(seededRandom(5), rows, world);
  const lines = Array.from({ length: rows }, (_, i) =>
    [
      people.repay[i],
      people.approval[i],
      people.group[i] ? 'minority' : 'majority',
      `zone ${people.zone[i]}`,
      people.logIncome[i]!.toFixed(3),
      i % 50 === 0 ? 'NA' : people.creditScore[i]!.toFixed(1),
      `p${String(100_000 + i)}`,
    ].join(','),
  );
  return `repaid,approved,group,zone,log_income,credit_score,person\n${lines.join('\n')}\n`;
}

async function drained<T>(steps: AsyncGenerator<unknown, T, void>): Promise<T> {
  let step = await steps.next();
  while (!step.done) step = await steps.next();
  return step.value;
}

async function rowsOf(text: string, answers: OwnAnswers = roles): Promise<TableRows> {
  const file = new Blob([text]);
  const survey = await drained(surveyTable(file, noChoice));
  const { mapping } = ownRoles(survey.columns, answers);
  const read = await drained(
    readTableRows(file, { survey, mapping: mapping!, leaveOutEmpty: true }),
  );
  if ('ok' in read) throw new Error(JSON.stringify(read.problems));
  return read;
}

function lesson(table: TableRows, seed = 1, threshold = 0.5): Lesson {
  const steps = lessonOf(table, threshold, seededRandom(seed));
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const part = ({ sections }: Lesson, name: string) => sections.find((one) => one.part === name)!;
const valueOf = (cell: LessonCell | undefined) =>
  typeof cell === 'object' ? cell.value : Number(cell);
const row = (found: Lesson, name: string, head: string, table = 0) =>
  part(found, name).tables[table]!.rows.find(({ cells }) => String(cells[0]).startsWith(head))!;

describe('the lab’s steps on a table', () => {
  it('find what the made-up lender did: deleting the column leaves most of the gap', async () => {
    const table = await rowsOf(csvOf(study, 9_000));
    expect(table.features.map(({ name }) => name)).toEqual(['zone', 'log_income', 'credit_score']);
    expect(table.unused).toEqual([{ name: 'person', why: 'it only names rows' }]);
    const found = lesson(table);
    expect(found.sections.map((one) => one.part)).toEqual([
      'audit',
      'delete',
      'flip',
      'thresholds',
      'impossible',
      'mitigate',
      null,
    ]);
    const gap = (head: string) => {
      const { cells } = row(found, 'delete', head);
      return valueOf(cells[1]) - valueOf(cells[2]);
    };
    expect(gap('sees the group')).toBeGreaterThan(0.2);
    expect(gap('group deleted')).toBeGreaterThan(0.1);
    expect(gap('group deleted')).toBeLessThan(gap('sees the group'));
    expect(gap('group and “zone” deleted')).toBeLessThan(gap('group deleted'));
    expect(valueOf(row(found, 'delete', 'zone', 1).cells[1])).toBeGreaterThan(0.8);
    // Turned round, members of the smaller group are selected; hardly any of the larger one are.
    expect(valueOf(row(found, 'flip', 'minority').cells[3])).toBeGreaterThan(0.3);
    // Equal true positive rates cost little accuracy here, and close most of the gap.
    expect(
      valueOf(row(found, 'mitigate', 'two thresholds, gap of at most 0.01').cells[3]),
    ).toBeLessThan(valueOf(row(found, 'mitigate', 'group deleted').cells[3]));
    // Every rate has its interval and the rows that it is of; other numbers say their decimals.
    expect(JSON.stringify(found.sections)).not.toMatch(/NaN|Infinity|null,"exact":\w+(,"of"|})/);
  });
  it('find nothing where there is nothing to find', async () => {
    const found = lesson(await rowsOf(csvOf(equal, 9_000)));
    const { cells } = row(found, 'delete', 'group deleted');
    expect(Math.abs(valueOf(cells[1]) - valueOf(cells[2]))).toBeLessThan(0.06);
    const said = part(found, 'delete').paragraphs.join(' ');
    expect(Number(/AUC of (0\.\d\d)/.exec(said)![1])).toBeLessThan(0.56);
  });
  it('are the same for the same seed, and draw other rows for another', async () => {
    const table = await rowsOf(csvOf(study, 2_000));
    expect(lesson(table, 4)).toEqual(lesson(table, 4));
    expect(lesson(table, 5).sections[1]).not.toEqual(lesson(table, 4).sections[1]);
  });
  it('line up features with the rows that the audit keeps', async () => {
    const gaps = 'repaid,approved,group,x\n,1,a,5\n1,1,a,1\n0,0,b,2\n1,,b,7\n0,1,b,3\n';
    const table = await rowsOf(gaps);
    expect([table.leftOut, [...table.own.label]]).toEqual([1, [unknownLabel, 1, 0, 0]]);
    // Models are tried on what is known: the row without a label counts for the audit's selection rates alone.
    expect([...table.sample]).toEqual([1, 2, 3]);
    expect([...table.features[0]!.values]).toEqual([1, 2, 3]);
  });
});

describe('a table that models can’t be compared on', () => {
  const repeat = (line: string, n: number) => `${line}\n`.repeat(n);
  it.each([
    [
      'one group of size',
      repeat('1,1,a', 60) + repeat('0,0,a', 60) + repeat('1,0,b', 9),
      'two groups of at least 30 people',
    ],
    [
      'one decision',
      repeat('1,1,a', 60) + repeat('0,1,a', 60) + repeat('1,1,b', 50) + repeat('0,1,b', 50),
      'All of them have the same decision, so there is nothing to learn',
    ],
    [
      'outcomes known only of those selected',
      repeat('1,1,a', 60) + repeat(',0,a', 60) + repeat('0,1,b', 60) + repeat(',0,b', 60),
      'rows whose outcome is known',
    ],
    [
      'too few to try them on',
      repeat('1,1,a', 60) + repeat('0,0,a', 60) + repeat('1,0,b', 20) + repeat('0,1,b', 20),
      'are left to try models on: too few',
    ],
  ])('is audited, and says why it is only that: %s', async (_, body, words) => {
    const found = lesson(await rowsOf(`repaid,approved,group\n${body}`));
    expect(found.sections.map((one) => one.part)).toEqual(['audit']);
    expect(found.about.join(' ')).toContain(words);
  });
  it.each([
    [
      'is not offered for the other parts',
      repeat('1,1,a', 60) + repeat('0,0,a', 60) + repeat('1,0,b', 9),
      false,
    ],
    ['nor without outcomes', repeat(',1,a', 60) + repeat(',0,b', 60), false],
    [
      'is offered where they can be made',
      repeat('1,1,a', 150) + repeat('0,0,a', 100) + repeat('1,0,b', 150) + repeat('0,1,b', 90),
      true,
    ],
  ])('%s', async (_, body, offered) => {
    const table = await rowsOf(`repaid,approved,group\n${body}`, {
      ...roles,
      ...(body.startsWith(',') && { label: null }),
    });
    const why = onlyAudit(table.own, table.sample, 0.5, seededRandom(1));
    expect(why === null).toBe(offered);
    // What is offered is made, and what is not says the same sentence.
    const found = lesson(table);
    expect(found.sections.length > 1).toBe(offered);
    if (why !== null) expect(found.about).toEqual([why]);
  });
  it('has no column but its roles: models select everybody of a group or nobody, and nothing breaks', async () => {
    const found = lesson(
      await rowsOf(
        `repaid,approved,group\n${repeat('1,1,a', 150) + repeat('0,0,a', 100) + repeat('1,0,b', 150) + repeat('0,1,b', 90)}`,
      ),
    );
    expect(part(found, 'delete').paragraphs.join(' ')).toContain(
      'There is no other column that could tell the group.',
    );
    expect(JSON.stringify(found.sections)).not.toMatch(/NaN|Infinity/);
  });
});

it('a decision beside “unknown” is read otherwise than it stands, and is no feature all the same', async () => {
  const text = `repaid,approved,group,income\n${'1,yes,a,3\n0,unknown,a,2\n1,yes,b,5\n'.repeat(20)}`;
  for (const said of ['unknown', 'no']) {
    const { features, own } = await rowsOf(text, { ...roles, zeros: { approved: [said] } });
    expect([features.map(({ name }) => name), own.rows]).toEqual([
      ...[['income'], said === 'no' ? 40 : 60],
    ]);
  }
});
