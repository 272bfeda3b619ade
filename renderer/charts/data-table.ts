import { formatExact } from '../kit/number/format.ts';
import type { Series } from './series.ts';

/** The numbers behind a figure, for the table view and the CSV file. */
export interface DataTable {
  columns: string[];
  rows: (string | number | null)[][];
}

/** One row for each x at which a line has a point, one column for each line. */
export function tableOfSeries(
  xLabel: string,
  series: readonly Pick<Series, 'name' | 'points'>[],
): DataTable {
  const places = [...new Set(series.flatMap((s) => s.points.map(([x]) => x)))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const lookups = series.map((s) => new Map(s.points.map(([x, y]) => [x, y])));
  return {
    columns: [xLabel, ...series.map((s) => s.name)],
    rows: places.map((x) => [x, ...lookups.map((lookup) => lookup.get(x) ?? null)]),
  };
}

/** A cell as it is read on screen. */
export function cellText(value: string | number | null): string {
  return typeof value === 'number' ? formatExact(value, 4) : (value ?? '–');
}
