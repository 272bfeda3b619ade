import { aloneAuc } from '../alone.ts';
import { fewestOfEach, fewestScored } from '../enough.ts';
import { mostExamples, two, type Finding } from '../finding.ts';
import type { LeakTable } from '../leak-table.ts';
import { meanOf } from '../spread.ts';
import type { Sides } from '../split.ts';

const nearlyAll = 0.95;
/** An id follows an order from which it is at most so far, of all rows, in nearly all rows of either label. */
const [mostApart, mostFar] = [0.1, 0.1];

/** The figures of an id, and the rows that are looked at. */
interface Id {
  name: string;
  figures: Float64Array;
  rows: Uint32Array;
  what: string;
}

/**
 * Ids in figures that tell the label: they are no features and are not scored, but they may have been given by the label, as by a table of
 * its own for each. Ids that grow with the file's rows or in order of time tell no more than these.
 */
export function idFindings(table: LeakTable, shuffled: readonly Sides[]): Finding[] {
  const { label, labelWords, rowNumbers } = table;
  return idsOf(table).flatMap(({ name, figures, rows, what }) => {
    const isLooked = new Uint8Array(table.rows);
    for (const row of rows) isLooked[row] = 1;
    const looked = (side: Uint32Array) => side.filter((row) => isLooked[row] === 1);
    const kind = { kind: 'number' as const, words: [] };
    const auc = meanOf(
      shuffled.map(({ train, test }) =>
        aloneAuc(label, kind, figures, looked(train), looked(test)),
      ),
    );
    if (auc === null || auc.mean <= nearlyAll) return [];
    if (follows(figures, rowNumbers, label, rows) || follows(figures, table.time, label, rows))
      return [];
    return [
      {
        id: `id ${name}`,
        kind: 'question' as const,
        title: `${name}: ${what}, and its figures tell the label almost alone (AUC ${two(auc.mean)} over random splits)`,
        detail:
          'It is no feature here. Are such numbers given after the label is known, or in another place for each label? Then nothing may be made from them.',
        columns: [name, table.labelName],
        rows: rows.length,
        examples: Array.from(rows.slice(0, mostExamples), (row) => ({
          row: rowNumbers[row]!,
          words: `${figures[row]}; label ${labelWords[label[row]!]}`,
        })),
      },
    ];
  });
}

/**
 * The columns of ids. Of owners the first row of each is looked at: all rows of one may have the same label, and that tells nothing of how
 * ids are given.
 */
function idsOf(table: LeakTable): Id[] {
  const { ownerFigures, entityName } = table;
  const ids = table.left.flatMap(({ name, figures }) =>
    figures
      ? [{ name, figures, rows: Uint32Array.from(figures, (_, row) => row), what: 'an id' }]
      : [],
  );
  if (!ownerFigures || entityName === null) return ids;
  const rows = firstRows(ownerFigures);
  const ones = rows.reduce((sum, row) => sum + table.label[row]!, 0);
  if (rows.length < fewestScored || Math.min(ones, rows.length - ones) < fewestOfEach) return ids;
  const what = 'the owner’s id';
  return [...ids, { name: entityName, figures: ownerFigures, rows, what }];
}

/** The first row of each different number. */
function firstRows(figures: Float64Array): Uint32Array {
  const seen = new Set<number>();
  const rows: number[] = [];
  figures.forEach((id, row) => {
    if (Number.isNaN(id) || seen.has(id)) return;
    seen.add(id);
    rows.push(row);
  });
  return Uint32Array.from(rows);
}

/**
 * Whether ids grow, or fall, in the order of `place`, but for few rows of either label. A row may stand a little apart: ids are given and
 * rows are written at the same time. Were it those of one label alone that stand elsewhere, they would tell it. Rows of one place have no
 * order.
 */
function follows(
  figures: Float64Array,
  place: ArrayLike<number>,
  label: Uint8Array,
  looked: Uint32Array,
): boolean {
  const rows = looked.filter((row) => !Number.isNaN(figures[row]!));
  const count = rows.length;
  const [from, to] = [new Map<number, number>(), new Map<number, number>()];
  rows
    .slice()
    .sort((a, b) => place[a]! - place[b]!)
    .forEach((row, at) => {
      const own = place[row]!;
      if (!from.has(own)) from.set(own, at);
      to.set(own, at);
    });
  const byFigure = rows.slice().sort((a, b) => figures[a]! - figures[b]!);
  return [false, true].some((falls) => {
    const [far, all] = [
      [0, 0],
      [0, 0],
    ];
    byFigure.forEach((row, k) => {
      const at = falls ? count - 1 - k : k;
      const own = place[row]!;
      const apart = Math.max(from.get(own)! - at, at - to.get(own)!, 0);
      all[label[row]!]! += 1;
      if (apart > mostApart * count) far[label[row]!]! += 1;
    });
    return [0, 1].every((side) => far[side]! <= Math.max(1, mostFar * all[side]!));
  });
}
