import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../../labs/data/column.ts';
import { survey } from '../../../../labs/data/survey.ts';
import { ownRoles } from '../../../../labs/fairness/own/own-roles.ts';
import { tableRoles } from '../../../../labs/time-leak/own/roles/table-roles.ts';
import { styles } from './tables.ts';

// What is taken or suggested for a role could be right: no running number for a label, no fee for a time, no age for a decision.

type Possible = Readonly<Partial<Record<string, readonly string[]>>>;

/** Columns that are suggested for a role, or taken, and can’t have it. */
function impossible(
  { roles, asks }: { roles: Readonly<Record<string, unknown>>; asks: readonly Ask[] },
  possible: Possible,
): string[] {
  const taken = Object.entries(roles).flatMap(([role, columns]) =>
    [columns].flat().map((column) => [role, String(column)] as const),
  );
  const suggested = asks
    .filter(({ column }) => column === null)
    .flatMap(({ role, candidates }) => candidates.map((column) => [role, column] as const));
  const may = (role: string) => [
    ...(possible[role] ?? []),
    // Whoever is asked for a decision may name a score.
    ...(role === 'decision' ? (possible['score'] ?? []) : []),
  ];
  return [...taken, ...suggested]
    .filter(([role, column]) => !may(role).includes(column))
    .map(([role, column]) => `${role}: ${column}`);
}

describe.each(Object.entries(styles))('%s', (_, { text, audit, leaks }) => {
  it('is offered what it could be, for an audit', async () => {
    const { columns } = await survey(new Blob([text]));
    expect(impossible(ownRoles(columns), audit)).toEqual([]);
  });
  it('is offered what it could be, for a leak report', async () => {
    const { columns } = await survey(new Blob([text]));
    const { roles, asks } = tableRoles(columns);
    const { timeOfDay: _, written: __, ...mains } = roles;
    expect(impossible({ roles: mains, asks }, leaks)).toEqual([]);
  });
});
