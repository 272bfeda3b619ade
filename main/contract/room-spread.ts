import { z } from 'zod';

/** More marks than this are not drawn: above it they stand for equal shares of the answers. */
export const mostMarks = 300;

/** How a room's numbers lie. All in the question's unit. */
export const spread = z.object({
  /** How many answers. */
  count: z.number().int().min(1),
  /** Ascending: every answer, or `mostMarks` evenly spaced of them. */
  marks: z.array(z.number()).min(1).max(mostMarks),
  median: z.number(),
  /** The middle half lies between these two. */
  lower: z.number(),
  upper: z.number(),
});
export type Spread = z.infer<typeof spread>;

/**
 * The quantile `p` (0 to 1) of ascending numbers, by linear interpolation between order statistics
 * (type 7 of Hyndman and Fan 1996, The American Statistician 50). NaN of none.
 */
export function quantile(ascending: readonly number[], p: number): number {
  if (ascending.length === 0) return NaN;
  const at = (ascending.length - 1) * p;
  const below = ascending[Math.floor(at)]!;
  return below + (at - Math.floor(at)) * (ascending[Math.ceil(at)]! - below);
}

/** How some numbers lie; null of none. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const last = sorted.length - 1;
  const marks =
    sorted.length <= mostMarks
      ? sorted
      : Array.from(
          { length: mostMarks },
          (_, index) => sorted[Math.round((index * last) / (mostMarks - 1))]!,
        );
  return {
    count: sorted.length,
    marks,
    median: quantile(sorted, 0.5),
    lower: quantile(sorted, 0.25),
    upper: quantile(sorted, 0.75),
  };
}

/** Close is within a factor either way, on a logarithmic scale, or within a distance, on a linear one. */
export const closeRule = z.object({ by: z.enum(['factor', 'distance']), amount: z.number() });
export type CloseRule = z.infer<typeof closeRule>;

/** Decimal fractions miss by a hair: 0.65 is 0.05 from 0.6, and so close. */
const slack = 1e-9;

/** Whether what was said is close to what came out; without a rule, whether it is the same. */
export function isClose(
  said: number | string,
  was: number | string,
  rule: CloseRule | null,
): boolean {
  if (typeof said !== 'number' || typeof was !== 'number' || !rule) return said === was;
  if (rule.by === 'distance') return Math.abs(said - was) <= rule.amount * (1 + slack);
  if (said <= 0 || was <= 0) return said === was;
  return Math.max(said / was, was / said) <= rule.amount * (1 + slack);
}

/** How often those who were so sure were close. */
export const sureRow = z.object({
  sure: z.number(),
  said: z.number().int().min(1),
  close: z.number().int().min(0),
});
export type SureRow = z.infer<typeof sureRow>;

/** The rows of what was said with which confidence, the least sure first. */
export function sureRows(said: readonly { sure: number; close: boolean }[]): SureRow[] {
  const rows = new Map<number, SureRow>();
  for (const { sure, close } of said) {
    const row = rows.get(sure) ?? { sure, said: 0, close: 0 };
    rows.set(sure, { sure, said: row.said + 1, close: row.close + (close ? 1 : 0) });
  }
  return [...rows.values()].sort((a, b) => a.sure - b.sure);
}
