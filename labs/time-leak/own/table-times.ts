import { orderOpen, type Ask, type Column } from '../../data/column.ts';
import { dateOrders, namesNoDay, ordersIn, type DateOrder } from '../../data/times/formats.ts';
import { zoneOf } from '../../data/times/zones.ts';
import type { TableAnswers, TimeUse } from './table-mapping.ts';

const usualZones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Shanghai'];

/** How a column's times are read; null, and a question, where the cells do not tell which of day, month and year comes first. */
export function timeUse(
  column: Column,
  clock: Column | null,
  answers: TableAnswers,
  asks: Ask[],
): TimeUse | null {
  const zoneText = answers.zones?.[column.name];
  const zone = zoneText === undefined ? null : zoneOf(zoneText);
  if (column.kind !== 'time' || !column.time)
    return { column, format: 'number', zone: null, clock: null };
  if (!orderOpen(column.time)) return { column, format: column.time.formats[0]!, zone, clock };
  const fitting = ordersIn(column.time.formats);
  const said = [answers.orders?.[column.name], answers.dates].find(
    (order) => order !== undefined && fitting.includes(order),
  );
  if (said) return { column, format: dateOrders[said], zone, clock };
  if (!asks.some((one) => one.role === 'dateOrder' && one.column === column.name))
    asks.push({
      role: 'dateOrder',
      column: column.name,
      candidates: likelyOrders(column, fitting),
    });
  return null;
}

/** With a.m. and p.m. the month comes first more often, and the year where dashes stand between. */
function likelyOrders({ examples }: Column, fitting: readonly DateOrder[]): DateOrder[] {
  let first: DateOrder = 'dmy';
  if (examples.some((cell) => /[ap]\.?m\.?\s*$/i.test(cell))) first = 'mdy';
  else if (fitting.includes('ymd') && examples.some((cell) => cell.includes('-'))) first = 'ymd';
  return [...fitting].sort((a, b) => Number(b === first) - Number(a === first));
}

/** Why two columns of times can't be compared at all; null where they can, or could with a zone. */
export function incomparable(time: Column, written: Column): string | null {
  const rowPlain = time.kind !== 'time';
  const writtenPlain = written.kind !== 'time';
  const [row, own] = [`“${time.name}”`, `“${written.name}”`];
  for (const [one, other] of [
    [written, row],
    [time, own],
  ] as const)
    if (one.kind === 'time' && one.time && namesNoDay(one.time.scale)) {
      const is = one.time.scale === 'span' ? 'a length of time' : 'a time of day';
      return `“${one.name}” is ${is} without a date and can’t be compared with ${other}. A column with date and time of day would settle it.`;
    }
  if (rowPlain && !writtenPlain)
    return `${row} is a plain number and ${own} a date: they can’t be compared. Both as dates, or both as numbers of one count, would settle it.`;
  if (rowPlain && writtenPlain && farApart(time, written)) {
    const counts = ({ range }: Column) => `${range!.low.value} to ${range!.high.value}`;
    return `${row} counts from ${counts(time)} and ${own} from ${counts(written)}: they are hardly one count. Both as numbers of one count would settle it.`;
  }
  if (!rowPlain && writtenPlain)
    return `${row} is a date and ${own} a plain number: they can’t be compared. Both as dates, or both as numbers of one count, would settle it.`;
  return null;
}

/** Whether all numbers of one column lie beyond the other's by more than twice what those span: days beside seconds, say. */
function farApart({ range: rows }: Column, { range: written }: Column): boolean {
  if (!rows || !written) return false;
  const span = 2 * (rows.high.value - rows.low.value);
  return written.low.value > rows.high.value + span || written.high.value < rows.low.value - span;
}

/** A clock without a zone can't be set against one with a zone before somebody says where it stood. */
export function askZones(
  time: TimeUse,
  features: readonly { written: TimeUse | null }[],
  answers: TableAnswers,
  asks: Ask[],
): void {
  const uses = [time, ...features.flatMap(({ written }) => (written ? [written] : []))];
  const scales = new Set(uses.map(scaleOf));
  for (const use of uses) {
    const scale = scaleOf(use);
    const open =
      scale === 'mixed' || (scale === 'local' && (scales.has('instant') || scales.has('mixed')));
    if (
      !open ||
      use.zone ||
      asks.some((one) => one.role === 'zone' && one.column === use.column.name)
    )
      continue;
    // A zone that is no zone is asked for once more.
    const given = answers.zones?.[use.column.name];
    const { name } = use.column;
    const without =
      scale === 'mixed'
        ? `Some cells of “${name}” name no time zone.`
        : `“${name}” names no time zone.`;
    asks.push({
      ...{ role: 'zone', column: name },
      candidates: usualZones.filter((zone) => zone !== given),
      why: given === undefined ? without : `“${given}” is no zone that is known here.`,
    });
  }
}

/** A clock that is told its zone shows moments. */
export const scaleOf = ({ column, format, zone }: TimeUse) => {
  if (format === 'number') return 'plain';
  const { scale } = column.time!;
  return zone && (scale === 'local' || scale === 'mixed') ? 'instant' : scale;
};
