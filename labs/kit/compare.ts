/**
 * Which of two values is the larger, and how that is said. Every word that compares ("shrinks", "far below", "no slower") comes from
 * here, so that it can't outlive the numbers that it was written for.
 */

/** A value with what is known of its noise; without any it counts as exact. The widest of them holds where several are given. */
export interface Amount {
  value: number;
  /** Standard error of the value. */
  error?: number | null;
  /** 95 % interval of the value. */
  interval?: readonly [number, number] | null;
  /** Steps in which the value can be known at all: 1/n of a share of n cases. */
  resolution?: number | null;
}

export type Relation = 'less' | 'equal' | 'more' | 'unclear';

export interface CompareOptions {
  /** Left out: 'difference'. A ratio of values of which one is not above 0 is not defined: then their difference is compared. */
  scale?: 'difference' | 'ratio';
  /** What is too little to be worth a word: a difference, or a part of the smaller value (0.05: up to 5 % more). Left out: 0. */
  margin?: number;
  /** How both values are written; values that read the same count as equal. Left out: four significant digits. */
  format?: (value: number) => string;
}

export interface Comparison {
  a: Amount;
  b: Amount;
  scale: 'difference' | 'ratio';
  margin: number;
  /** What `a` is beside `b`. */
  relation: Relation;
  /** Both values as they are written. */
  figures: readonly [string, string];
  /** How far apart: |a − b|, or on the scale of ratios the larger over the smaller. */
  by: number;
}

/** Two-sided 95 % of a normal distribution. */
const z95 = 1.959964;

/** The 95 % interval of an amount. */
export function intervalOf({ value, error, interval, resolution }: Amount): [number, number] {
  const around = z95 * (error ?? 0);
  const half = (resolution ?? 0) / 2;
  const [low, high] = interval ?? [value, value];
  const reach = Math.max(around, half);
  return [Math.min(low, value - reach), Math.max(high, value + reach)];
}

/**
 * Compares two amounts by the 95 % interval of their difference, or of the logarithm of their ratio. The interval is put together from
 * those of both values, which need not be symmetric (MOVER: Zou & Donner, Statistics in Medicine 27, 2008, 1693–1702), as of
 * independent ones: where both were measured on the same rows it is wider than it had to be. What it says is read as in tests of
 * equivalence (Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15, 1987, 657–680):
 *
 * - all of it within the margin: 'equal';
 * - all of it above 0, or below: 'more' or 'less', but 'equal' where both values read the same;
 * - else 'unclear': it may be either, or nothing.
 *
 * Throws a RangeError for what is no number.
 */
export function compare(a: Amount, b: Amount, options: CompareOptions = {}): Comparison {
  if (!Number.isFinite(a.value) || !Number.isFinite(b.value))
    throw new RangeError(`Only numbers compare; got ${a.value} and ${b.value}.`);
  const { format = fourDigits } = options;
  const positive = a.value > 0 && b.value > 0;
  const scale = options.scale === 'ratio' && positive ? 'ratio' : 'difference';
  // A margin in parts means nothing to a difference.
  const margin = scale === (options.scale ?? 'difference') ? (options.margin ?? 0) : 0;
  const worth = scale === 'ratio' ? Math.log(1 + margin) : margin;
  const figures = [format(a.value), format(b.value)] as const;
  const [low, high] = differenceInterval(a, b, scale);
  return {
    a,
    b,
    scale,
    margin,
    relation: relationOf(low, high, worth, figures[0] === figures[1]),
    figures,
    by:
      scale === 'ratio'
        ? Math.max(a.value, b.value) / Math.min(a.value, b.value)
        : Math.abs(a.value - b.value),
  };
}

function differenceInterval(
  a: Amount,
  b: Amount,
  scale: 'difference' | 'ratio',
): [low: number, high: number] {
  const on = (value: number) => (scale === 'ratio' ? Math.log(Math.max(value, 1e-300)) : value);
  const [x, y] = [on(a.value), on(b.value)];
  const [aLow, aHigh] = intervalOf(a).map(on) as [number, number];
  const [bLow, bHigh] = intervalOf(b).map(on) as [number, number];
  return [x - y - Math.hypot(x - aLow, bHigh - y), x - y + Math.hypot(aHigh - x, y - bLow)];
}

/** Sums of decimal fractions miss by a hair. */
const slack = 1e-9;

function relationOf(low: number, high: number, margin: number, readSame: boolean): Relation {
  if (low >= -margin - slack && high <= margin + slack) return 'equal';
  if (low > 0) return readSame ? 'equal' : 'more';
  if (high < 0) return readSame ? 'equal' : 'less';
  return 'unclear';
}

const fourDigits = (value: number) =>
  value.toLocaleString('en-US', { maximumSignificantDigits: 4 }).replace('-', '−');

/**
 * What is said for each relation, of `a`: "the gap shrinks" for 'less'. `turned`: the same said of `b` beside `a`, as in "the minority’s
 * is higher" for a majority’s that is 'less'.
 */
export type Wording = string | { turned: string };
export type Wordings = Record<Relation, Wording>;

/** What stands where two values can't be told apart, unless something better does. */
export const cantTell = 'can’t be told apart with this many rows';

/** "grew", "shrank", "stayed the same": what became of `b`, which is now `a`. */
export const changed: Wordings = {
  less: 'shrank',
  equal: 'stayed the same',
  more: 'grew',
  unclear: cantTell,
};

/** A comparison as it was put into words. */
export interface Said {
  comparison: Comparison;
  relation: Relation;
  words: string;
  turned: boolean;
}

let observe: ((said: Said) => string) | null = null;

/**
 * Lets a test see every comparison that is put into words, with the raw values; what it returns stands in the text instead. Null ends
 * it.
 */
export function onSaid(observer: ((said: Said) => string) | null): void {
  observe = observer;
}

/** The words that a comparison calls for. */
export function inWords(comparison: Comparison, wordings: Wordings): string {
  const wording = wordings[comparison.relation];
  const turned = typeof wording !== 'string';
  const words = turned ? wording.turned : wording;
  if (!observe || words === '') return words;
  return observe({ comparison, relation: comparison.relation, words, turned });
}

/** Compares and says it. */
export const said = (a: Amount, b: Amount, wordings: Wordings, options?: CompareOptions): string =>
  inWords(compare(a, b, options), wordings);

/**
 * What two figures differ by as they are written, with so many decimals: 0.86 − 0.43 is 0.43 on screen, though 0.858 − 0.434 is 0.42.
 */
export function writtenDifference(a: number, b: number, decimals: number): number {
  const scale = 10 ** decimals;
  // A negative zero would be written with its sign.
  return (Math.round(a * scale) - Math.round(b * scale)) / scale + 0;
}

/**
 * A share of `n` independent cases with its 95 % interval after Wilson (Journal of the American Statistical Association 22, 1927,
 * 209–212), which holds where nearly all or none are counted.
 */
export function shareOf(value: number, n: number): Amount {
  if (!(n > 0)) return { value };
  const square = z95 ** 2;
  const middle = (value + square / (2 * n)) / (1 + square / n);
  const reach =
    (z95 / (1 + square / n)) * Math.sqrt((value * (1 - value)) / n + square / (4 * n * n));
  return { value, interval: [Math.max(0, middle - reach), Math.min(1, middle + reach)] };
}
