import type { Column } from '../../../data/column.ts';
import { differentWords } from '../../../data/problem.ts';
import { show } from '../finding.ts';

/** So many rows of each on average: then the values of a column come back. */
const fewestOfEach = 2;
/** Two values say what a row is like, and not whose it is. */
const fewestOwners = 3;

const comesBack = ({ distinct, filled }: Column) => fewestOfEach * distinct <= filled;

/** Why columns without a role are not scored: each for a reason that is true of it. An id that comes back may be the owner. */
export function leftNotes(left: readonly Column[], owner: Column | null): string[] {
  const times = left.filter(({ kind }) => kind === 'time');
  const others = left.filter(({ kind }) => kind !== 'time');
  const ids = others.filter((column) => column.kind === 'id' && comesBack(column));
  const texts = others.filter((column) => column.kind !== 'id' && comesBack(column));
  const rare = others.filter((column) => !comesBack(column));
  const said = (why: string, columns: readonly Column[]) =>
    columns.length === 0
      ? []
      : [`Not scored, as ${why}: ${columns.map(({ name }) => `“${name}”`).join(', ')}.`];
  return [
    ...said('their cells hardly repeat', rare),
    ...said('they hold times', times),
    ...said('they hold long texts', texts),
    ...ids.map((column) => idWords(column, owner)),
  ];
}

function idWords({ name, distinct, filled }: Column, owner: Column | null): string {
  const values = `${differentWords(distinct)} different ${distinct === 1 ? 'value' : 'values'} in ${show(filled)} rows`;
  const option = /\s/.test(name) ? `"${name.replaceAll('"', '\\"')}"` : name;
  return (
    `Not scored, as it names things: “${name}”, with ${values}.` +
    (owner || distinct < fewestOwners
      ? ''
      : ` If each row belongs to one of them, say so, on the command line with --owner ${option}.`)
  );
}
