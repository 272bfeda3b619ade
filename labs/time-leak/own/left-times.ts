import { orderOpen, type Column } from '../../data/column.ts';
import { dateOrders, namesNoDay, ordersIn } from '../../data/times/formats.ts';
import type { LeftTimes, TableAnswers, TimeUse } from './table-mapping.ts';
import { incomparable, scaleOf, timeUse } from './table-times.ts';

const hour = 3_600_000;
/** The furthest that a clock on land is ahead of UTC, and behind it. */
const [ahead, behind] = [14 * hour, 12 * hour];

/**
 * How the times of a column without a role are set against the rows'. Nobody is asked for its zone or for the order of its days and
 * months: what holds in any of them is known without. Null for a column without days.
 */
export function leftTimes(column: Column, rows: TimeUse, answers: TableAnswers): LeftTimes | null {
  if (column.kind !== 'time' || !column.time || namesNoDay(column.time.scale)) return null;
  const none = { uses: [], early: 0, late: 0 };
  const refused = incomparable(rows.column, column);
  if (refused !== null) return { ...none, open: refused };
  const read = timeUse(column, null, answers, []);
  const uses = read ? [read] : allOrders(column, answers);
  const zone = missingZone(uses[0]!, rows);
  const open = [...(read ? [] : [orderWords(column)]), ...(zone ? [zone.open] : [])];
  return {
    uses,
    early: zone?.early ?? 0,
    // A day alone holds all of its moments already, and most are that of the row.
    late: zone && !coarse(uses[0]!) && !coarse(rows) ? zone.late : 0,
    open: open.length > 0 ? open.join(' ') : null,
  };
}

const coarse = ({ column, clock }: TimeUse) => clock === null && column.time?.dateOnly !== false;

/** The column read in each of the orders that its cells fit. */
function allOrders(column: Column, answers: TableAnswers): TimeUse[] {
  if (!column.time || !orderOpen(column.time)) return [];
  return ordersIn(column.time.formats).flatMap((order) => {
    const orders = { ...answers.orders, [column.name]: order };
    const use = timeUse(column, null, { ...answers, orders }, []);
    return use ? [{ ...use, format: dateOrders[order] }] : [];
  });
}

function missingZone(
  own: TimeUse,
  rows: TimeUse,
): { early: number; late: number; open: string } | null {
  const [ours, theirs] = [scaleOf(own), scaleOf(rows)];
  if (ours === theirs && ours !== 'mixed') return null;
  const open = zoneWords(ours === 'instant' ? rows.column : own.column, ours === 'mixed');
  if (ours === 'instant') return { early: behind, late: ahead, open };
  if (theirs === 'instant') return { early: ahead, late: behind, open };
  return { early: ahead + behind, late: ahead + behind, open };
}

const orderWords = ({ name }: Column): string =>
  `The cells of “${name}” do not tell what comes first, the day, the month or the year. To say it, under “Times” on screen or with --dates on the command line, would settle it.`;

const zoneWords = ({ name }: Column, some: boolean): string =>
  `${some ? `Some cells of “${name}” name` : `“${name}” names`} no time zone, and the other time has one. To say where its clock stood, under “Times” on screen or with --zone on the command line, would settle it.`;
