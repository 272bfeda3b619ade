import { stakeholderNames, type StakeholderName } from '../../names.ts';
import type { Ranked } from '../../stakeholders.ts';

/** One stakeholder's axis: the best candidate at its right end, what is worse left of it. */
export interface DecideAxis {
  who: StakeholderName;
  /** The raw values at its two ends; more is better, so the left one is the lower. */
  from: number;
  to: number;
  /** By how much the worst candidate is below the best, as a part of the best; null where fewer than two are known. */
  spread: number | null;
}

/**
 * An axis is never shorter than this part of the best value: what differs by less is no
 * difference that anybody would notice, and must not look like one.
 */
export const leastSpan = 0.1;

/** The axes over all values that are known, those of pinned runs too; null where a stakeholder has none. */
export function decideAxes(
  ranked: readonly Ranked[],
  pinned: readonly (readonly Ranked[])[] = [],
): (DecideAxis | null)[] {
  return stakeholderNames.map((who) => {
    const rawsOf = (all: readonly Ranked[]) => all.flatMap(({ raw }) => raw[who] ?? []);
    const own = rawsOf(ranked);
    if (own.length === 0) return null;
    const every = [...own, ...pinned.flatMap(rawsOf)];
    const [low, high] = [Math.min(...every), Math.max(...every)];
    const best = Math.max(...own);
    // Times are compared by their ratio: 2 ms and 4 ms are as far apart as 20 and 40.
    const shortest = who === 'product' ? high / (1 - leastSpan) : high - leastSpan * Math.abs(high);
    const from = Math.min(low, shortest);
    return {
      who,
      from: from === high ? high - 1 : from,
      to: high,
      spread: own.length < 2 || best === 0 ? null : (best - Math.min(...own)) / Math.abs(best),
    };
  });
}

/** Where a value stands on its axis, 0 to 1. The product team's are times with a minus, on a log scale. */
export function placeOn({ who, from, to }: DecideAxis, raw: number): number {
  const bend = who === 'product' ? (ms: number) => -Math.log(Math.max(-ms, 1e-6)) : Number;
  return (bend(raw) - bend(from)) / (bend(to) - bend(from));
}

export interface Dot {
  id: string;
  /** The middle, px from the axis' left end, and its row above the axis, from 0. */
  x: number;
  row: number;
}

/** Dots beside one another where they fit, else in rows over one another, `rows` at most; what is left over lies on the last one. */
export function stackDots(
  places: readonly { id: string; x: number }[],
  width: number,
  rows: number,
): Dot[] {
  const ends = Array.from({ length: rows }, () => -Infinity);
  return [...places]
    .sort((a, b) => a.x - b.x)
    .map(({ id, x }) => {
      const free = ends.findIndex((end) => x - end >= width);
      const row = free < 0 ? rows - 1 : free;
      ends[row] = x;
      return { id, x, row };
    });
}
