import { ascendingOrder } from './ascending.ts';

/** Joins in time: for each row of a left table the one row of a right table that stands nearest before it (or after it). */

type Numbers = ArrayLike<number>;

/** Times and, where rows belong to someone, whose they are: whole numbers. All of one length. */
export interface TimedRows {
  time: Numbers;
  key?: Numbers;
}

export interface AsofOptions {
  /** 'backward' looks into the past, as a prediction must; 'forward' takes the next row after, which is a leak. */
  direction?: 'backward' | 'forward';
  /** Whether a row at the very same time counts. False where the event itself writes the value. */
  allowExact?: boolean;
  /** Rows further away than this don't count. */
  within?: number;
}

const none = -1;

/**
 * For each left row the place of its right row, −1 where there is none. Both tables may come in any order: what is not sorted by time is
 * sorted, stably, and the answer is in the left table's own order. Of right rows at one time the last counts when looking back, the first
 * when looking ahead, as in pandas' merge_asof. One pass over both tables after sorting. Times that are not numbers match nothing.
 * Throws a RangeError where times and keys don't fit together or keys are not whole numbers.
 */
export function asofJoin(
  left: TimedRows,
  right: TimedRows,
  { direction = 'backward', allowExact = true, within = Infinity }: AsofOptions = {},
): Int32Array {
  check(left, 'left');
  check(right, 'right');
  if ((left.key === undefined) !== (right.key === undefined))
    throw new RangeError('Both tables need keys, or neither.');
  const matched = new Int32Array(left.time.length).fill(none);
  const keys = left.key ? compactKeys(left.key, right.key!) : null;
  const lefts = byTime(left.time);
  const rights = byTime(right.time);
  if (direction === 'backward')
    lookBack(left.time, right.time, lefts, rights, keys, allowExact, matched);
  else lookAhead(left.time, right.time, lefts, rights, keys, allowExact, matched);
  if (within !== Infinity) {
    for (let i = 0; i < matched.length; i++) {
      const row = matched[i]!;
      if (row >= 0 && Math.abs(left.time[i]! - right.time[row]!) > within) matched[i] = none;
    }
  }
  return matched;
}

interface Keys {
  left: Numbers;
  right: Numbers;
  from: number;
  size: number;
}

function lookBack(
  leftTime: Numbers,
  rightTime: Numbers,
  lefts: Uint32Array | null,
  rights: Uint32Array | null,
  keys: Keys | null,
  allowExact: boolean,
  matched: Int32Array,
): void {
  const newest = new Int32Array(keys ? keys.size : 1).fill(none);
  const rightCount = rightTime.length;
  let next = 0;
  for (let place = 0; place < leftTime.length; place++) {
    const i = lefts ? lefts[place]! : place;
    const time = leftTime[i]!;
    for (; next < rightCount; next++) {
      const j = rights ? rights[next]! : next;
      const own = rightTime[j]!;
      if (!(own < time || (allowExact && own === time))) break;
      newest[keys ? keys.right[j]! - keys.from : 0] = j;
    }
    if (time === time) matched[i] = newest[keys ? keys.left[i]! - keys.from : 0]!;
  }
}

function lookAhead(
  leftTime: Numbers,
  rightTime: Numbers,
  lefts: Uint32Array | null,
  rights: Uint32Array | null,
  keys: Keys | null,
  allowExact: boolean,
  matched: Int32Array,
): void {
  const nearest = new Int32Array(keys ? keys.size : 1).fill(none);
  let next = rightTime.length - 1;
  for (let place = leftTime.length - 1; place >= 0; place--) {
    const i = lefts ? lefts[place]! : place;
    const time = leftTime[i]!;
    for (; next >= 0; next--) {
      const j = rights ? rights[next]! : next;
      const own = rightTime[j]!;
      if (own !== own) continue;
      if (!(own > time || (allowExact && own === time))) break;
      nearest[keys ? keys.right[j]! - keys.from : 0] = j;
    }
    if (time === time) matched[i] = nearest[keys ? keys.left[i]! - keys.from : 0]!;
  }
}

/** Row numbers in order of time, equal times in their own order, what is no number last; null where the rows stand like that already. */
export function byTime(time: Numbers): Uint32Array | null {
  let sorted = true;
  for (let i = 1; i < time.length && sorted; i++) sorted = time[i - 1]! <= time[i]!;
  if (sorted && (time.length === 0 || time[0] === time[0])) return null;
  return ascendingOrder(time);
}

/** Keys whose range is not much wider than the tables are used as they are; others are numbered in the order in which they appear. */
function compactKeys(left: Numbers, right: Numbers): Keys {
  let low = Infinity;
  let high = -Infinity;
  for (const list of [left, right]) {
    for (let i = 0; i < list.length; i++) {
      const key = list[i]!;
      if (!Number.isInteger(key))
        throw new RangeError(`Key ${i} is ${key}; a key is a whole number.`);
      if (key < low) low = key;
      if (key > high) high = key;
    }
  }
  if (low > high) return { left, right, from: 0, size: 1 };
  if (high - low < 4 * (left.length + right.length) + 1024)
    return { left, right, from: low, size: high - low + 1 };
  const numbers = new Map<number, number>();
  const numbered = (list: Numbers) =>
    Int32Array.from({ length: list.length }, (_, i) => {
      const known = numbers.get(list[i]!);
      if (known !== undefined) return known;
      numbers.set(list[i]!, numbers.size);
      return numbers.size - 1;
    });
  const codes = { left: numbered(left), right: numbered(right) };
  return { ...codes, from: 0, size: numbers.size };
}

function check({ time, key }: TimedRows, name: string): void {
  if (key && key.length !== time.length)
    throw new RangeError(`The ${name} table has ${time.length} times and ${key.length} keys.`);
}
