import { differenceInterval, ratioInterval } from './compare.ts';
import { criticalGap, type Contest } from './critical-gap.ts';
import type { Interval, Rate } from './rate.ts';

/** A rate of each group; null where a group has none. */
export type GroupRates = readonly (Rate | null)[];

/** The two groups that are farthest apart in a rate, and the interval of their signed difference. */
export interface LargestGap {
  /** Place of the group with the higher rate, and of the one with the lower. */
  most: number;
  least: number;
  /** Of the rates given, the one whose gap this is. */
  rate: number;
  difference: number;
  /** 95 % interval of the rate of `most` less that of `least`; below 0 it may as well be the other way round. */
  interval: Interval;
  /** Standard errors to each side: more than 1.96 where the two were chosen from several. */
  z: number;
}

/** Groups nearer to the top or bottom than so many standard errors might stand there as well. */
const contention = 2.5;

/** Variance of a rate with one success and one failure added (Agresti & Caffo 2000), so that none is 0. */
const varianceOf = ({ p, n }: Rate): number => {
  const shrunk = (p * n + 1) / (n + 2);
  return (shrunk * (1 - shrunk)) / (n + 2);
};

interface Extremes {
  rate: number;
  most: number;
  least: number;
  difference: number;
  error: number;
  contest: Contest;
}

function extremesOf(groups: GroupRates, rate: number): Extremes | null {
  const places = groups.flatMap((one, at) => (one && one.n > 0 ? [at] : []));
  if (places.length < 2) return null;
  const p = (at: number) => groups[at]!.p;
  const most = places.reduce((best, at) => (p(at) > p(best) ? at : best));
  // Where all are equal, another group than the highest.
  const least = places
    .filter((at) => at !== most)
    .reduce((best, at) => (p(at) < p(best) ? at : best));
  const error = (a: number, b: number) =>
    Math.sqrt(varianceOf(groups[a]!) + varianceOf(groups[b]!));
  const near = (to: number) =>
    places.filter((at) => at === to || Math.abs(p(at) - p(to)) <= contention * error(at, to));
  const [top, bottom] = [near(most), near(least)];
  const all = new Set([...top, ...bottom]).size;
  return {
    rate,
    most,
    least,
    difference: p(most) - p(least),
    error: error(most, least),
    contest:
      all < top.length + bottom.length
        ? { kind: 'together', groups: all }
        : { kind: 'apart', top: top.length, bottom: bottom.length },
  };
}

/**
 * The largest gap between groups, with a 95 % interval that allows for its having been looked for: among all pairs of groups, and among
 * several rates where more than one is given (equalized odds: TPR and FPR). The interval is that of a signed difference between two named
 * groups, so equal groups are covered as often as others; a bootstrap of largest less smallest
 * never reaches 0. Null over fewer than two groups. Steps from Tukey 1953 (all pairs at once) to
 * 1.96 as groups are told apart; `npm run coverage-study` has what it covers.
 */
export function largestGap(rates: readonly GroupRates[]): LargestGap | null {
  const found = rates.flatMap((groups, rate) => extremesOf(groups, rate) ?? []);
  if (found.length === 0) return null;
  const widest = found.reduce((best, one) => (one.difference > best.difference ? one : best));
  const rivals = found.filter(
    (one) =>
      one === widest ||
      widest.difference - one.difference <= contention * Math.hypot(widest.error, one.error),
  );
  const z = criticalGap(rivals.map(({ contest }) => contest));
  const { rate, most, least, difference } = widest;
  const [a, b] = [rates[rate]![most]!, rates[rate]![least]!];
  return { rate, most, least, difference, z, interval: differenceInterval(a, b, z) };
}

/**
 * 95 % interval of the smallest rate over the largest, between the two groups of the largest gap.
 * It may reach above 1. Null where nobody is selected.
 */
export function ratioOfLargestGap(groups: GroupRates): Interval | null {
  const gap = largestGap([groups]);
  if (!gap) return null;
  const [least, most] = [groups[gap.least]!, groups[gap.most]!];
  return most.p > 0 ? ratioInterval(least, most, gap.z) : null;
}
