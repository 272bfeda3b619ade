import { relative, sep } from 'node:path';

/** Of one file: how many lines there are that can run, and how many of them a test ran. */
interface Counted {
  lines: { total: number; covered: number };
}

/**
 * Adds up a coverage report by room: `main/rpc`, `labs/latency`, `slides`. Returns rows for a table, the header first, the whole last.
 * @param report what the json-summary reporter writes: files by their full path, and `total`
 */
export function coverageByRoom(root: string, report: Record<string, Counted>): string[][] {
  const rooms = new Map<string, { total: number; covered: number }>();
  for (const [path, { lines }] of Object.entries(report)) {
    if (path === 'total') continue;
    for (const room of [roomOf(relative(root, path)), 'all']) {
      const sum = rooms.get(room) ?? { total: 0, covered: 0 };
      rooms.set(room, { total: sum.total + lines.total, covered: sum.covered + lines.covered });
    }
  }
  const all = rooms.get('all');
  rooms.delete('all');
  const sorted = [...rooms].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = all ? [...sorted, ['all', all] as const] : sorted;
  return [
    ['room', 'lines', 'reached'],
    ...rows.map(([room, { total, covered }]) => [room, String(total), share(covered, total)]),
  ];
}

/** The first two folders of a file, or the first where it lies right in it; a lecture's slides are one room. */
function roomOf(file: string): string {
  const [first = '', second = '', third] = file.split(sep);
  return third === undefined || first === 'slides' ? first : `${first}/${second}`;
}

const share = (covered: number, total: number) =>
  total === 0 ? '–' : `${((100 * covered) / total).toFixed(1)} %`;
