import type { LatencyParameters } from './parameters.ts';
import type { ConversionRow, SimulationRow } from './result.ts';
import {
  bookingConversion,
  googleAbandonment,
  googleThresholdSeconds,
} from './queueing/business-mapping.ts';

/**
 * What a slower answer costs, by three published studies. They measured different things on different people, so they are never
 * averaged or blended: each has its own curve, and each says where it stops having measured anything.
 */

/** What one study says of a delay. */
export interface Change {
  /** Change of what the study counted, as a part of it: −0.064 is 6.4 % less. */
  relative: number;
  /** True where the study measured nothing like it: the number is then only the curve drawn on. */
  extrapolated: boolean;
}

export const devices = ['phone', 'tablet', 'desktop'] as const;
export type Device = (typeof devices)[number];

/** Akamai, "The State of Online Retail Performance", spring 2017: conversion lost with 100 ms more, by device. */
export const akamaiPer100Ms: Record<Device, number> = {
  phone: -0.071,
  tablet: -0.038,
  desktop: -0.024,
};
/** The same report at two seconds more: far from what its figure for 100 ms would give if it were drawn on. Tablets: not used here. */
export const akamaiAt2s: Partial<Record<Device, number>> = { phone: -0.26, desktop: -0.37 };
/** Our own bound: up to about here the figure for 100 ms is read as an exponential, beyond it that is an invention. */
export const akamaiValidToMs = 200;

/** The reported +30 % and what is near it, as parts of the latency now. Our own bounds. */
export const bookingValid = { from: 0.15, to: 0.45 } as const;

const isDelay = (value: number) => Number.isFinite(value) && value >= 0;

/**
 * Akamai 2017: every further 100 ms costs the same part of what is left, (1 + r)^(delay / 100 ms) − 1.
 * Null for a delay below 0 or no number.
 */
export function akamaiChange(device: Device, delayMs: number): Change | null {
  if (!isDelay(delayMs)) return null;
  return {
    relative: (1 + akamaiPer100Ms[device]) ** (delayMs / 100) - 1,
    extrapolated: delayMs > akamaiValidToMs,
  };
}

/**
 * Booking.com 2019 (Bernardi et al., KDD): constant elasticity through −0.5 % at +30 %, of the answer time alone.
 * Null for a delay below 0, or an answer time now that is not above 0: a part of nothing has no size.
 */
export function bookingChange(answerMs: number, delayMs: number): Change | null {
  if (!isDelay(delayMs) || !Number.isFinite(answerMs) || answerMs <= 0) return null;
  const more = delayMs / answerMs;
  return {
    relative: bookingConversion(answerMs, answerMs + delayMs) - 1,
    extrapolated: delayMs > 0 && (more < bookingValid.from - 1e-9 || more > bookingValid.to + 1e-9),
  };
}

/** The rest of the page: lognormal time, an assumption that the learner sets. */
export interface PageTime {
  medianS: number;
  sigma: number;
}

/**
 * Chance that a visit waits more than `limitS` for page and answer together. `answersMs` are equally likely answer times, one or many;
 * for each the lognormal's tail is exact, and their mean is the integral over the answers. Null where an input has no meaning.
 */
export function chanceOver(
  limitS: number,
  page: PageTime,
  answersMs: readonly number[],
): number | null {
  if (
    !(page.medianS > 0 && page.sigma > 0) ||
    !Number.isFinite(page.medianS) ||
    !Number.isFinite(page.sigma) ||
    answersMs.length === 0 ||
    !answersMs.every(isDelay)
  )
    return null;
  let sum = 0;
  for (const answerMs of answersMs) {
    const left = limitS - answerMs / 1000;
    sum += left <= 0 ? 1 : normalTail(Math.log(left / page.medianS) / page.sigma);
  }
  return sum / answersMs.length;
}

/**
 * Google/DoubleClick 2016: visits kept when each answer comes `delayMs` later, against now, where 53 % of the mobile visits that
 * wait more than 3 s are left. The step at 3 s is our own reading. Null where an input has no meaning.
 */
export function googleChange(
  page: PageTime,
  answersMs: readonly number[],
  delayMs: number,
): Change | null {
  if (!isDelay(delayMs)) return null;
  return googleBetween(
    page,
    answersMs,
    answersMs.map((ms) => ms + delayMs),
  );
}

/** The same from one distribution of answer times to another: their means alone would say nothing. */
export function googleBetween(
  page: PageTime,
  nowMs: readonly number[],
  thenMs: readonly number[],
): Change | null {
  const now = chanceOver(googleThresholdSeconds, page, nowMs);
  const then = chanceOver(googleThresholdSeconds, page, thenMs);
  if (now === null || then === null) return null;
  return {
    relative: (1 - googleAbandonment * then) / (1 - googleAbandonment * now) - 1,
    extrapolated: false,
  };
}

export type Curve = ConversionRow['curve'];
export type ConversionSetting = Pick<
  LatencyParameters,
  'extraMs' | 'answerMs' | 'pageMedianS' | 'pageSigma'
>;

export const pageOf = (setting: ConversionSetting): PageTime => ({
  medianS: setting.pageMedianS,
  sigma: setting.pageSigma,
});

/** What one curve says of a delay at a setting, every answer taking the time set. */
export function changeOf(curve: Curve, setting: ConversionSetting, delayMs: number): Change | null {
  if (curve === 'booking') return bookingChange(setting.answerMs, delayMs);
  if (curve === 'google') return googleChange(pageOf(setting), [setting.answerMs], delayMs);
  return akamaiChange(curve.slice('akamai-'.length) as Device, delayMs);
}

export const curves = [
  'akamai-phone',
  'akamai-tablet',
  'akamai-desktop',
  'booking',
  'google',
] as const satisfies readonly Curve[];
/** The delay that the story asks about, ms. */
export const askedMs = 90;
/** Delays of every result, ms. */
export const fixedDelaysMs = [0, 50, askedMs, 100, 200, 300, 400] as const;

/** The rows of a result: every curve at the fixed delays and at the learner's own. */
export function conversionRows(setting: ConversionSetting): ConversionRow[] {
  const delays = [...new Set<number>([...fixedDelaysMs, setting.extraMs])].sort((a, b) => a - b);
  return curves.flatMap((curve) =>
    delays.flatMap((deltaMs): ConversionRow[] => {
      const change = changeOf(curve, setting, deltaMs);
      return change ? [{ curve, deltaMs, ...change }] : [];
    }),
  );
}

/**
 * A hundred equally likely answer times from the percentiles of a simulated queue, straight between them; below the median and beyond
 * the 99th percentile those themselves, since only long answers matter here. Null where the queue is unstable.
 */
export function answersOf(row: Pick<SimulationRow, 'p50Ms' | 'p95Ms' | 'p99Ms'>): number[] | null {
  const { p50Ms, p95Ms, p99Ms } = row;
  if (p50Ms === null || p95Ms === null || p99Ms === null) return null;
  const between = (q: number, [q0, a]: [number, number], [q1, b]: [number, number]) =>
    a + ((q - q0) / (q1 - q0)) * (b - a);
  return Array.from({ length: 100 }, (_, i) => {
    const q = (i + 0.5) / 100;
    if (q <= 0.5) return p50Ms;
    if (q <= 0.95) return between(q, [0.5, p50Ms], [0.95, p95Ms]);
    return q <= 0.99 ? between(q, [0.95, p95Ms], [0.99, p99Ms]) : p99Ms;
  });
}

/**
 * The chance that a standard normal value is above z. Series by Marsaglia, "Evaluating the normal
 * distribution", J. Stat. Softw. 11 (2004).
 */
function normalTail(z: number): number {
  if (z > 8) return 0;
  if (z < -8) return 1;
  let term = z;
  let sum = z;
  for (let i = 3; Math.abs(term) > 1e-17 && i < 400; i += 2) {
    term *= (z * z) / i;
    sum += term;
  }
  return Math.min(1, Math.max(0, 0.5 - (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)));
}
