import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import type { DataTable } from '../../../../renderer/charts/data-table.ts';
import type { SampleRow } from '../../sample.ts';
import { columnWords, labelWords } from '../../product.ts';
import { arrowsOf, foldOf, type Arrow, type Lens } from './timeline.ts';

const rate = columnWords['purchase rate'].name;
const day = (value: number) => formatFixed(value, 1);
export const count = (n: number, one: string, many = `${one}s`) =>
  `${formatFixed(n)} ${n === 1 ? one : many}`;

/** One row in words: who, when, and what it is made of. */
export function rowWords(
  rows: readonly SampleRow[],
  at: number,
  arrows: readonly Arrow[],
  lens: Lens,
  cutDay: number,
  gapDays: number,
): string {
  const row = rows[at]!;
  const who = `User ${row.user}, day ${day(row.day)}: ${labelWords[row.label]}, known on day ${day(row.available)}`;
  if (lens.kind === 'split') {
    const fold = foldOf(row, lens.split, cutDay, gapDays);
    if (fold === 'train') return `${who}. The model is trained on this visit.`;
    if (fold === 'out') return `${who}. In the gap: neither trained nor tested on.`;
    const later = rows.filter(
      (one) => foldOf(one, lens.split, cutDay, gapDays) === 'train' && one.day > row.day,
    ).length;
    return (
      `${who}. A test visit; ` +
      (later === 0
        ? 'every visit trained on is older'
        : `${count(later, 'visit')} of this picture that the model is trained on ${later === 1 ? 'is' : 'are'} younger`) +
      '.'
    );
  }
  const tickets = arrows.some((arrow) => arrow.what === 'tickets');
  const labels = arrows.filter((arrow) => arrow.what === 'label');
  const made =
    labels.length === 0
      ? `No visit of this user goes into its ${rate}: “${columnWords['no history'].name}”`
      : `Its ${rate} is made of ${count(labels.length, 'visit')}`;
  const late = labels.filter((arrow) => arrow.newer).length;
  const judged = labels.length === 0 ? '' : `, ${knownWords(labels.length, late)} known by then`;
  const own = labels.some((arrow) => arrow.from === at) ? '; one is this very visit' : '';
  return `${who}. ${made}${judged}${own}.${tickets ? ` How many tickets it led to (${row.tickets}) came out with its label.` : ''}`;
}

/** "all of them", "2 of them not": how many labels were known, from how many were not. */
function knownWords(labels: number, late: number): string {
  if (late === 0) return 'all of them';
  return late === labels ? 'none of them' : `${late} of them not`;
}

/** The rows of the picture as a table. */
export function timelineTable(
  rows: readonly SampleRow[],
  lens: Lens,
  cutDay: number,
  gapDays: number,
): DataTable {
  const split = lens.kind === 'split' ? lens.split : 'chronological';
  return {
    columns: [
      'user',
      'day',
      `label (1: ${labelWords[1]})`,
      'label known on day',
      'fold',
      lens.kind === 'split' ? 'own visits trained on' : 'values used',
      'of them from the future',
    ],
    rows: rows.map((row, place) => {
      const arrows = arrowsOf(rows, place, lens, cutDay, gapDays);
      const fold = foldOf(row, split, cutDay, gapDays);
      const counts = lens.kind === 'split' && fold !== 'test';
      return [
        String(row.user),
        row.day,
        row.label,
        row.available,
        { train: 'trained on', test: 'tested on', out: 'left out' }[fold],
        counts ? null : arrows.length,
        counts ? null : arrows.filter((arrow) => arrow.newer).length,
      ];
    }),
  };
}
