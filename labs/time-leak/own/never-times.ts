import type { ReadTable, Wanted } from '../../data/read-columns.ts';
import { namesNoDay } from '../../data/times/formats.ts';
import { hasLater, isLongAfterFirst, neverDay } from '../../data/times/never.ts';
import { show } from './finding.ts';

/**
 * Takes out times that stand for “never” or “not known”, and says of each column how many they are. A table whose rows lie that far off
 * themselves is about such times.
 */
export function withoutNever(
  { columns, rowNumbers }: ReadTable,
  wanted: readonly Wanted[],
): string[] {
  const rows = columns[0]!.values.filter((at) => !Number.isNaN(at));
  const areLate = hasLater(rows) && isLongAfterFirst(rows);
  if (
    wanted[0]!.as !== 'time' ||
    2 * rows.filter((at) => neverDay(at, areLate) !== null).length >= rows.length
  )
    return [];
  const said = new Map<string, string>();
  for (const [k, one] of wanted.entries()) {
    // Years of the calendar are what they say: 1900 among them. And a length of time is no day.
    if (one.as !== 'time' || one.column.time?.grain === 'year') continue;
    if (one.column.time && namesNoDay(one.column.time.scale)) continue;
    const { values } = columns[k]!;
    const isLate = areLate && isLongAfterFirst(values);
    let [count, row, day] = [0, 0, ''];
    for (let i = 0; i < values.length; i++) {
      const never = Number.isNaN(values[i]!) ? null : neverDay(values[i]!, isLate);
      if (never === null) continue;
      count += 1;
      if (count === 1) [row, day] = [rowNumbers[i]!, never];
      values[i] = NaN;
    }
    if (count === 0) continue;
    const [hold, stand] = count === 1 ? ['time', 'stands'] : ['times', 'stand'];
    said.set(
      one.column.name,
      `“${one.column.name}”: ${show(count)} ${hold} such as ${day} in row ${show(row)} ${stand} for “never” or “not known”, and ${count === 1 ? 'counts' : 'count'} as blank.`,
    );
  }
  return [...said.values()];
}
