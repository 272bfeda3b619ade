import type { Curve, Draws } from '../../../../labs/view.ts';
import type { DrawnCurve } from '../../../../main/contract/run.ts';
import { readAt } from '../../../charts/series.ts';
import { counted } from '../../../kit/number/counted.ts';
import { formatFixed } from '../../../kit/number/format.ts';
import { attempt } from '../../lab/attempt.ts';

/** Heights by place while somebody draws; null where no point is set. */
export type Heights = readonly (number | null)[];

/** A curve is right where at least this part of its points is close. */
const rightPart = 0.75;

/** A drawn curve beside the true one. */
export interface CurveScore {
  close: number;
  of: number;
  hit: boolean;
  /** "Your curve: 4 of 6 points are close (within 10 points)". */
  words: string;
}

/** The points that are set; undefined where they make no curve yet: one point alone says nothing of a shape. */
export function curveOf({ x }: Draws, heights: Heights): DrawnCurve | undefined {
  const points = x.places.flatMap((place, i): DrawnCurve => {
    const height = heights[i];
    return height == null ? [] : [[place, height]];
  });
  return points.length < 2 ? undefined : points;
}

/** A height that the scale knows: between its ends, on a step, or with two digits where the scale is logarithmic. */
export function heightOn({ y }: Draws, height: number): number {
  const inside = Math.min(y.max, Math.max(y.min, height));
  if (y.scale === 'log') return Number(inside.toPrecision(2));
  return Number((Math.round(inside / y.step) * y.step).toPrecision(12));
}

/** The rule, as it stands beside the drawing. */
export function ruleWords(draws: Draws): string {
  return `A point is close ${withinWords(draws)}. The curve is right where three of four points are close.`;
}

/**
 * Judges a drawn curve: each of its points against the true curve at the same x, on the straight line between two of its points. A point
 * is close within `draws.close`: a difference on a linear scale, a factor either way on a logarithmic one. Points for which the result
 * says nothing are not counted. Null where none is left.
 */
export function scoreCurve(draws: Draws, drawn: Curve, result: unknown): CurveScore | null {
  const truth = attempt(() => draws.truth(result));
  if (!truth || truth.length === 0) return null;
  const judged = drawn.flatMap(([x, y]) => {
    const was = readAt(truth, x)?.y;
    return was === undefined ? [] : [isClose(draws, y, was)];
  });
  if (judged.length === 0) return null;
  const close = judged.filter(Boolean).length;
  const of = judged.length;
  return {
    close,
    of,
    hit: close >= rightPart * of,
    words:
      `Your curve: ${formatFixed(close)} of ${counted(of, 'point')} ` +
      `${close === 1 ? 'is' : 'are'} close (${withinWords(draws)})`,
  };
}

function isClose({ y, close }: Draws, said: number, was: number): boolean {
  if (y.scale === 'linear') return Math.abs(said - was) <= close + slack;
  return said > 0 && was > 0 && Math.max(said / was, was / said) <= close + slack;
}

function withinWords({ y, close }: Draws): string {
  if (y.scale === 'log') return `within ${formatFixed(close, 1)} times either way`;
  return `within ${formatFixed(close)} ${y.unit === '%' ? 'points' : y.unit}`.trim();
}

/** Sums of decimal fractions miss by a hair. */
const slack = 1e-9;
