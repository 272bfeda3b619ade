import type { ReportContent } from '../../../view.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';

/** So long may texts of a card be, in UTF-16 code units, and so many may stand in a list: see `reportContent`. */
const [longestWords, longestName, longestCell] = [4_000, 400, 1_000];
const [mostPoints, mostRoles] = [400, 1_000];
/** No table of a card has more rows. */
export const mostTableRows = 300;

/** A report as a card can hold it: names are anybody's text, and may be as long as a file. What is left out of a list is counted. */
export function fitted(content: ReportContent): ReportContent {
  const { body, roles } = content;
  const words = (texts: readonly string[]) => texts.map((text) => cut(text, longestWords));
  return {
    ...content,
    file: { ...content.file, name: cut(content.file.name, 255) },
    roles: roles.slice(0, mostRoles).map(({ role, column }) => ({
      role,
      column: cut(column, longestName),
    })),
    found: cut(content.found, longestWords),
    body: {
      title: cut(body.title, longestWords),
      about: words(body.about),
      sections: body.sections.map(({ part, heading, paragraphs, points, tables }) => ({
        ...(part !== undefined && { part }),
        heading: cut(heading, longestName),
        paragraphs: words(paragraphs),
        points: words(counted(points)),
        tables: tables.map(({ caption, columns, rows }) => ({
          caption: cut(caption, longestWords),
          columns: columns.map((column) => cut(column, longestName)),
          rows: rows.slice(0, mostTableRows).map(({ cells, quiet }) => ({
            quiet,
            cells: cells.map((cell) => (typeof cell === 'string' ? cut(cell, longestCell) : cell)),
          })),
        })),
      })),
    },
  };
}

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

function counted(points: readonly string[]): readonly string[] {
  const left = points.length - mostPoints + 1;
  return left > 1
    ? [...points.slice(0, mostPoints - 1), `${formatFixed(left)} more are not listed here.`]
    : points;
}
