import { describe, expect, it } from 'vitest';
import { auditOf, notesOf, table } from '../table-fixture.ts';

// The same people on many rows were counted as so many independent ones, and judged by intervals far too narrow.

const weekly = (owner: string, people: number, each: number) =>
  table(
    `${owner},week,school,passed,recommended`,
    (i) => {
      const who = Math.floor(i / each);
      return [
        `S${who}`,
        i % each,
        who % 2 ? 'A' : 'B',
        who % 3 ? 1 : 0,
        who % 2 || who % 5 ? 0 : 1,
      ];
    },
    people * each,
  );
const args = ['--group', 'school'];

describe('many rows of the same people', () => {
  it.each(['student_id', 'Kundennummer', 'person_id', 'id'])(
    'named by %s are rows and no people, and nothing is judged by them',
    async (owner) => {
      const json = await auditOf(weekly(owner, 50, 30), ...args);
      expect(json.code).toBe(0);
      expect(json.repeats).toEqual({ column: owner, people: 50, much: true });
      expect(notesOf(json)).toContain('50 people in 1,500 rows, so rows are not people');
      expect(json.verdict).toMatch(/in 100 rows of “A” are selected/);
      expect(json.verdict).toContain('Four-fifths: not judged');
      expect(json.verdict).not.toMatch(/look closer|nothing flagged|chance|alike|Of those/);
    },
  );
  it('that are all selected alike are not called so', async () => {
    const rows = table(
      'student_id,school,recommended',
      (i) => [Math.floor(i / 100), i % 200 < 100 ? 'A' : 'B', i % 2],
      20_000,
    );
    const json = await auditOf(rows, ...args);
    expect(json.verdict).not.toContain('alike');
    expect(json.verdict).not.toContain('could hide');
  });
  it('a few of whom stand twice are told, and judged', async () => {
    const json = await auditOf(
      weekly('student_id', 300, 1) + weekly('x', 60, 1).split('\n').slice(1).join('\n'),
      ...args,
    );
    expect([json.code, json.repeats?.much]).toEqual([0, false]);
    expect(json.verdict).toContain('look closer');
    expect(notesOf(json)).toContain('too narrow');
  });
  it.each(['zip', 'school_id'])('are not told by %s', async (name) => {
    const json = await auditOf(weekly(name, 50, 30), ...args);
    expect([json.code, json.repeats]).toEqual([0, undefined]);
  });
  it('are not there where each row is another', async () => {
    const json = await auditOf(weekly('student_id', 300, 1), ...args);
    expect([json.code, json.repeats]).toEqual([0, undefined]);
  });
});

it('the JSON has every measure that the screen prints', async () => {
  const text = table('sex,repaid,approved', (i) => [
    i % 2 ? 'f' : 'm',
    i % 3 ? 1 : 0,
    i % 5 ? 1 : 0,
  ]);
  const json = await auditOf(text);
  const names = ['equalOpportunityDifference', 'predictiveParityDifference'] as const;
  for (const name of names) {
    expect(json[name]).toBeTypeOf('number');
    expect(json.measureIntervals![name]!.length).toBe(2);
  }
});
