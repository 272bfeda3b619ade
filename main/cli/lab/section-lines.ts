import { rangeText } from '../table/audit-lines.ts';
import { formatTable } from '../usage.ts';

type Cell =
  | string
  | {
      value: number;
      interval: readonly [number, number] | null;
      digits?: number;
      of?: number;
    };

/** A part of a lab's steps on a table, whichever lab's. */
interface Section {
  heading: string;
  paragraphs: readonly string[];
  points: readonly string[];
  tables: readonly {
    caption: string;
    columns: readonly string[];
    rows: readonly { cells: readonly Cell[] }[];
  }[];
}

/** A section as text: a rate with its interval and the rows that it is of. */
export const sectionLines = ({ heading, paragraphs, points, tables }: Section): string[] => [
  '',
  heading,
  ...paragraphs,
  ...points.map((point) => `- ${point}`),
  ...tables.flatMap(({ caption, columns, rows }) => [
    `  ${caption}`,
    formatTable([[...columns], ...rows.map(({ cells }) => cells.map(cellText))]),
  ]),
];

function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  const { value, interval, digits = 2, of } = cell;
  const whole = of === undefined ? '' : `; of ${of.toLocaleString('en-US')}`;
  const number = digits === 0 ? value.toLocaleString('en-US') : value.toFixed(digits);
  return interval ? `${number} (${rangeText(interval, 2)}${whole})` : number;
}
