import { aloneAuc } from '../alone.ts';
import { mostExamples, two, type Finding } from '../finding.ts';
import type { LeakTable } from '../leak-table.ts';
import { meanOf } from '../spread.ts';
import type { Sides } from '../split.ts';

const nearlyAll = 0.95;

/**
 * Ids in figures that tell the label: they are no features and are not scored, but they may have been given by the label, as by a table of
 * its own for each. Ids that grow with the file's rows or in order of time tell no more than these.
 */
export function idFindings(table: LeakTable, shuffled: readonly Sides[]): Finding[] {
  const { label, labelWords, rowNumbers } = table;
  return table.left.flatMap(({ name, figures }) => {
    if (!figures) return [];
    const kind = { kind: 'number' as const, words: [] };
    const auc = meanOf(
      shuffled.map(({ train, test }) => aloneAuc(label, kind, figures, train, test)),
    );
    if (auc === null || auc.mean <= nearlyAll) return [];
    if (growsWith(figures, rowNumbers) || growsWith(figures, table.time)) return [];
    return [
      {
        id: `id ${name}`,
        kind: 'question' as const,
        title: `${name}: an id, and its figures tell the label almost alone (AUC ${two(auc.mean)} over random splits)`,
        detail:
          'It is no feature here. Are such numbers given after the label is known, or in another place for each label? Then nothing may be made from them.',
        columns: [name, table.labelName],
        rows: table.rows,
        examples: Array.from({ length: Math.min(mostExamples, table.rows) }, (_, row) => ({
          row: rowNumbers[row]!,
          words: `${figures[row]}; label ${labelWords[label[row]!]}`,
        })),
      },
    ];
  });
}

/** Whether ids grow, or fall, from row to row in the order of `place`; rows of one place have no order. */
function growsWith(figures: Float64Array, place: ArrayLike<number>): boolean {
  const rows = Array.from(figures, (_, row) => row).filter((row) => !Number.isNaN(figures[row]!));
  return [1, -1].some((sign) => {
    rows.sort((a, b) => place[a]! - place[b]! || sign * (figures[a]! - figures[b]!));
    return rows.every((row, i) => i === 0 || sign * (figures[row]! - figures[rows[i - 1]!]!) >= 0);
  });
}
