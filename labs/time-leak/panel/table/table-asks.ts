import { orderOpen, type Ask, type Column } from '../../../data/column.ts';
import { ordersIn, type DateOrder } from '../../../data/times/formats.ts';
import { zoneNames } from '../../../data/times/zones.ts';
import type { TableAnswers } from '../../own/table-mapping.ts';

const questions: Record<string, string> = {
  time: 'Which column says when each row happened?',
  label: 'Which column is to be predicted?',
  clock: 'Which column holds the time of day?',
  owner: 'Which column says whose row it is?',
  feature: 'Choose at least one feature.',
};

export const orderWords: Record<DateOrder, string> = {
  dmy: 'day/month',
  mdy: 'month/day',
  ymd: 'year/month',
};

/** What has to be said, as a question. */
export function askWords({ role, column, candidates, why }: Ask): string {
  const because = why === undefined ? '' : `${why} `;
  if (role === 'dateOrder')
    return candidates.includes('ymd')
      ? `“${column}”: what comes first in its dates? The cells do not tell.`
      : `“${column}”: is the day first, or the month? The cells do not tell.`;
  if (role === 'zone') return `${because}Where did the clock of “${column}” stand?`;
  return because + (questions[role] ?? role);
}

/** A possible answer as a button says it. */
export function answerWords({ role }: Ask, candidate: string): string {
  if (role === 'dateOrder') return orderWords[candidate as DateOrder];
  return candidate;
}

/** Zones, where one is asked for: those that are likely are not all. */
export const moreAnswers = ({ role }: Ask): string[] => (role === 'zone' ? zoneNames() : []);

/** What can be said of how a column's times are read. */
export interface TimeChoice {
  column: string;
  /** Orders of day, month and year that its cells fit, and the one in use; none where the cells tell it. */
  orders: DateOrder[];
  order: DateOrder | null;
  /** Whether a zone may be said, and the one that was. */
  zoneless: boolean;
  zone: string | null;
}

/** Columns whose times leave something open, with what was said of it: an answer can be seen and changed. */
export function timeChoices(columns: readonly Column[], answers: TableAnswers): TimeChoice[] {
  const times = columns.filter(({ kind, time }) => kind === 'time' && time !== null);
  // Where no column names a zone, all clocks are taken for one.
  const zoned = times.some(({ time }) => time!.scale === 'instant' || time!.scale === 'mixed');
  return times.flatMap(({ name, time }) => {
    const orders = orderOpen(time!) ? ordersIn(time!.formats) : [];
    const said = [answers.orders?.[name], answers.dates];
    const zone = answers.zones?.[name] ?? null;
    const zoneless = ['local', 'mixed'].includes(time!.scale) && (zoned || zone !== null);
    if (orders.length === 0 && !zoneless) return [];
    const order = said.find((one) => one !== undefined && orders.includes(one)) ?? null;
    return [{ column: name, orders, order, zoneless, zone }];
  });
}

/**
 * What was said, with the order of one column's dates. Most files have one order: what is said first holds for all columns of which nothing
 * else is said, and what is said of the same column later does as well.
 */
export function withOrder(answers: TableAnswers, column: string, order: DateOrder): TableAnswers {
  const [first = column] = Object.keys(answers.orders ?? {});
  return {
    ...answers,
    ...(first === column && { dates: order }),
    orders: { ...answers.orders, [column]: order },
  };
}

/** What was said, with the zone of one column's clock, or none. */
export function withZone(answers: TableAnswers, column: string, zone: string): TableAnswers {
  const { [column]: _before, ...others } = answers.zones ?? {};
  return { ...answers, zones: zone === '' ? others : { ...others, [column]: zone } };
}

/** What was said, with one more answer. */
export function answered(answers: TableAnswers, ask: Ask, candidate: string): TableAnswers {
  const { role, column } = ask;
  switch (role) {
    case 'dateOrder':
      return withOrder(answers, column!, candidate as DateOrder);
    case 'zone':
      return withZone(answers, column!, candidate);
    case 'feature':
      return { ...answers, features: [candidate] };
    case 'clock':
    case 'owner':
      return { ...answers, [role]: candidate === ask.none ? null : candidate };
    default:
      return { ...answers, [role]: candidate };
  }
}
