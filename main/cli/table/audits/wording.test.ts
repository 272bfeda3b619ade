import { describe, expect, it } from 'vitest';
import { auditOf, notesOf, repeat, table } from '../table-fixture.ts';

describe('groups of several spellings', () => {
  const names = ['Female', 'FEMALE ', 'female', 'F', 'Male', 'M'];
  const text = table(
    'sex,qualified,hired',
    (i, draw) => [...[names[i % 6]!, draw() < 0.5 ? 1 : 0, draw() < 0.4 ? 1 : 0]],
    600,
  );
  const args = ['--label', 'qualified'];
  it('are pointed out, with what makes one of them', async () => {
    const found = await auditOf(text, ...args);
    expect(found.groups!.length).toBe(6);
    expect(notesOf(found)).toContain(
      'Groups “FEMALE” and “Female” and “female” and “F” of “sex” may be one, written in 4 ways; they are counted apart.',
    );
    expect(notesOf(found)).toContain('--merge-groups');
  });
  it('are one on request', async () => {
    const found = await auditOf(text, ...args, '--merge-groups');
    expect(found.groups!.map(({ name, n }) => [name, n])).toEqual([
      ['FEMALE', 400],
      ['Male', 200],
    ]);
  });
  it('one letter that begins two names is no name of either', async () => {
    const three = text.replace(/^Male/gm, 'Fluid');
    expect(notesOf(await auditOf(three, ...args))).not.toContain('“F”');
  });
});

describe('words of a verdict', () => {
  it('say “only one” and “or more”', async () => {
    const text = `ethnicity,passed,invited\n${repeat('x,1,1', 40)}${repeat('y,0,1', 9)}${repeat('x,1,0', 9)}`;
    const found = await auditOf(text, '--label', 'passed');
    expect(found.verdict).toContain('Only one group of “ethnicity” has 30 people or more');
  });
  it('“look closer” and “may be chance” are one thought', async () => {
    const text = `sex,passed,invited\n${repeat('x,1,1', 20)}${repeat('x,1,0', 20)}${repeat('y,0,1', 14)}${repeat('y,0,0', 26)}`;
    const found = await auditOf(text, '--label', 'passed');
    expect(found.verdict).toContain('may be chance. Four-fifths: look closer, with more people.');
  });
});

describe('a threshold', () => {
  const text = table('Team,Won,Score', (i, draw) => [
    ...[i % 2 ? 'blue' : 'red', draw() < 0.5 ? 'won' : 'lost', `${Math.round(100 * draw())}%`],
  ]);
  it('in per cent is one', async () => {
    const cent = await auditOf(text, '--group', 'Team', '--threshold', '50%');
    const share = await auditOf(text, '--group', 'Team', '--threshold', '0.5');
    expect([cent.code, cent.threshold]).toEqual([0, 0.5]);
    expect(cent.groups).toEqual(share.groups);
  });
  it('outside the scores is told, with how per cents are read', async () => {
    const found = await auditOf(text, '--group', 'Team', '--threshold', '50');
    expect(notesOf(found)).toMatch(/The threshold 50 lies outside.*50% is 0\.5/);
  });
  it('beside a decision is told to be of no use', async () => {
    const rows = table('sex,repaid,approved', (i) => [
      i % 2 ? 'f' : 'm',
      i % 3 ? 1 : 0,
      i % 5 ? 1 : 0,
    ]);
    expect(notesOf(await auditOf(rows, '--threshold', '0.7'))).toContain(
      'The threshold is not used: “approved” holds decisions',
    );
  });
});
