import { describe, expect, it } from 'vitest';
import { survey } from '../../../data/survey.ts';
import { auditOwn } from '../../own/own-audit.ts';
import { alikeNotes } from '../../own/own-notes.ts';
import { readOwn } from '../../own/own-read.ts';
import { ownRoles, type OwnAnswers } from '../../own/own-roles.ts';
import { sideWords, turnedSides, withoutSides } from '../../own/own-sides.ts';
import { contentOf } from './own-content.ts';
import { readingNotes, remarksBeside, remarksOn, withSides } from './own-readings.ts';
import { rolesOf, type Opened } from './own-store.ts';

const text = (header: string, rows: readonly string[], times = 20) =>
  `${header}\n${`${rows.join('\n')}\n`.repeat(times)}`;
const loans = text('repaid;approved;sex', ['yes;1;f', 'no;0;m', 'yes;1;m', 'no;1;F', ';0;f']);

async function opened(content: string, more: Partial<Opened> = {}): Promise<Opened> {
  const file = new File([content], 'loans.csv');
  return {
    ...{ file, survey: await survey(file), kinds: {}, answers: {} },
    ...{ leaveOutEmpty: true, keepMissingGroups: false, mergeGroups: false },
    ...more,
  };
}
async function audited(given: Opened) {
  const { file, survey: found, leaveOutEmpty, mergeGroups } = given;
  const mapping = rolesOf(given).mapping!;
  const reading = readOwn(file, { survey: found, mapping, leaveOutEmpty, mergeGroups });
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  if (!step.value.ok) throw new Error('The table can be read.');
  return { ...step.value, audit: auditOwn(step.value.own, mapping.threshold), hash: 'ab' };
}

describe('an audit that began without a question', () => {
  it('says how the file was read, and which value counts as 1', async () => {
    const remarks = remarksOn(await opened(loans));
    expect(remarks[0]).toBe('In “repaid” “yes” counts as 1, “no” as 0.');
    expect(remarks).toContain('repaid: Counted as missing: 20 cells blank.');
    expect(remarks).toContain('Cells are separated by semicolons.');
    expect(remarks.filter((remark) => remark.includes('counts as 1'))).toHaveLength(1);
  });
  it('names on screen what counts as 1 beside the column', async () => {
    const { mapping } = rolesOf(await opened(loans));
    expect(withSides('repaid', mapping)).toBe('repaid (“yes” counts as 1, “no” as 0)');
    expect(withSides('approved', mapping)).toBe('approved');
  });
  it('is kept with what counts as 1', async () => {
    const given = await opened(loans);
    const { body } = contentOf(given, await audited(given), '1 March 2026');
    expect(body.about[0]).toContain('In “repaid” “yes” counts as 1, “no” as 0.');
  });
  it('points out names that are alike, until they are counted as one', async () => {
    const notes = async (given: Opened) =>
      (await audited(given)).audit.comparisons.flatMap(alikeNotes);
    expect((await notes(await opened(loans)))[0]).toMatch(
      /“[fF]” and “[fF]”.*by a press on screen/,
    );
    const merged = await opened(loans, { mergeGroups: true });
    expect(await notes(merged)).toEqual([]);
    expect(readingNotes(merged).at(-1)).toContain('were counted as one');
  });
});

describe('beside the numbers of an audit on screen', () => {
  const beside = async (content: string) => {
    const given = await opened(content);
    const found = await audited(given);
    return remarksBeside(given, found, found.audit.comparisons[0]!);
  };
  it('all groups of few people are named', async () => {
    const few = ['a', 'b', 'c', 'd'].flatMap((team) => [`1,1,${team}`, `0,0,${team}`]);
    const large = ['x', 'y'].flatMap((team) => Array<string>(9).fill(`1,0,${team}`));
    const remarks = await beside(text('label,pred,sex', [...few, ...large], 5));
    expect(remarks).toContain(
      '“a”, “b”, “c”, “d” are left out of the measures: they have fewer than 30 people.',
    );
  });
  it('what stands in a row without a label, a group or a decision is said', async () => {
    const rows = ['1,1,f', '0,0,m', ',0,f', '1,,m', '0,1,'];
    const remarks = await beside(text('label,pred,sex', rows, 40));
    expect(remarks).toContain('40 rows have no decision or weight and are left out.');
    expect(remarks).toContain('40 rows have no group and are left out.');
    expect(remarks.join(' ')).toContain('40 rows have no label and count for selection rates only');
  });
  it('rows that are not people are said', async () => {
    const rows = Array.from(
      { length: 240 },
      (_, i) => `p${i % 60},${i % 2},${i % 3 ? 1 : 0},${i % 4 < 2 ? 'f' : 'm'}`,
    );
    expect((await beside(text('patient_id,label,pred,sex', rows, 1)))[0]).toContain(
      '“patient_id” names 60 people in 240 rows, so rows are not people.',
    );
  });
  it('and how the file was read, each remark once', async () => {
    const remarks = await beside(loans);
    expect(remarks).toEqual(expect.arrayContaining(remarksOn(await opened(loans))));
    expect(new Set(remarks).size).toBe(remarks.length);
  });
});

describe('which value counts as 1', () => {
  const columnOf = async (cells: readonly string[]) =>
    (
      await survey(
        new Blob([
          text(
            'x,y',
            cells.map((cell) => `1,${cell}`),
          ),
        ]),
      )
    ).columns[1]!;
  it.each<[string, string[], Parameters<typeof sideWords>[1], string | null]>([
    ['a yes and a no', ['yes', 'no'], undefined, '“yes” counts as 1, “no” as 0'],
    ['turned round', ['yes', 'no'], { one: ['no'] }, '“no” counts as 1, “yes” as 0'],
    ['0 and 1', ['0', '1'], undefined, null],
    ['0 and 1, turned round', ['0', '1'], { one: ['0'] }, '“0” counts as 1, “1” as 0'],
    ['codes', ['a', 'b', 'c'], { one: ['a', 'b'] }, '“a” and “b” count as 1, all others as 0'],
    [
      'codes, one left out',
      ['a', 'b', 'c'],
      { one: ['a'], zero: ['b'] },
      '“a” counts as 1, “b” as 0',
    ],
    ['blanks', ['x', ''], { one: ['x'], blanks: 0 }, '“x” counts as 1, a blank cell as 0'],
    ['two colours', ['red', 'blue'], undefined, null],
  ])('%s', async (_, cells, side, words) =>
    expect(sideWords(await columnOf(cells), side)).toBe(words),
  );
  it('can be turned round and taken back', async () => {
    const { columns } = await survey(new Blob([loans]));
    const sides = (answers: OwnAnswers) => ownRoles(columns, answers).mapping?.sides ?? null;
    const turned = turnedSides({}, columns[0]!);
    expect(sides(turned)).toEqual({ repaid: { one: ['no'] } });
    expect(sides(withoutSides(turned, 'repaid'))).toEqual({});
  });
  it('is asked again where it was taken back', async () => {
    const { columns } = await survey(
      new Blob([text('repaid,approved,sex', ['red,1,f', 'blue,0,m'])]),
    );
    const asks = (answers: OwnAnswers) => ownRoles(columns, answers).asks.map(({ role }) => role);
    const said = { ones: { repaid: ['red'] }, zeros: { other: ['x'] } };
    expect(asks({})).toContain('positive');
    expect(asks({ ones: said.ones })).not.toContain('positive');
    expect(withoutSides(said, 'repaid')).toEqual({ ones: {}, zeros: said.zeros });
    expect(asks(withoutSides({ ones: said.ones }, 'repaid'))).toContain('positive');
  });
});
