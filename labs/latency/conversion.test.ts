import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  akamaiAt2s,
  akamaiChange,
  answersOf,
  bookingChange,
  chanceOver,
  changeOf,
  conversionRows,
  curves,
  fixedDelaysMs,
  googleBetween,
  googleChange,
  type ConversionSetting,
} from './conversion.ts';
import { latencyParameters } from './parameters.ts';
import { conversionRow, latencyResult } from './result.ts';

const setting: ConversionSetting = latencyParameters.parse({});
const page = { medianS: 0.8, sigma: 0.5 };
const percent = (change: { relative: number } | null) =>
  Number((change!.relative * 100).toFixed(1));

interface Case {
  kind: string;
  inputs: { model: string; baseline_latency: number; latency: number[] };
  expected: { relative_conversion: number[]; expected_abandon_rate: number };
}
const { cases } = JSON.parse(
  readFileSync(new URL('../../test/reference/queueing.json', import.meta.url), 'utf8'),
) as { cases: Case[] };
const reference = (model: string) =>
  cases.find((one) => one.kind === 'business_mapping' && one.inputs.model === model)!;

describe('the three studies', () => {
  it('disagree about the same 90 ms on a page that answers in 300: 6.4, 0.5 and 0.1 %', () => {
    expect(percent(changeOf('akamai-phone', setting, 90))).toBe(-6.4);
    expect(percent(changeOf('booking', setting, 90))).toBe(-0.5);
    expect(percent(changeOf('google', setting, 90))).toBe(-0.1);
  });
  it('Akamai: each device at its own published value, and measured up to 200 ms only', () => {
    expect(
      (['phone', 'tablet', 'desktop'] as const).map((device) => percent(akamaiChange(device, 100))),
    ).toEqual([-7.1, -3.8, -2.4]);
    expect([0, 200, 200.1].map((ms) => akamaiChange('phone', ms)!.extrapolated)).toEqual([
      false,
      false,
      true,
    ]);
    // Why not to draw on: the same report's own values at two seconds, one far below the curve and one near it by chance.
    expect(akamaiChange('phone', 2_000)!.relative).toBeLessThan(2 * akamaiAt2s.phone!);
    expect(akamaiAt2s.desktop!).toBeLessThan(akamaiAt2s.phone!);
    expect(akamaiChange('desktop', 2_000)!.relative).toBeGreaterThan(
      akamaiChange('phone', 2_000)!.relative,
    );
  });
  it('Booking.com: the reference values, and measured near +30 % only', () => {
    const { inputs, expected } = reference('booking_elasticity');
    inputs.latency.forEach((latency, i) => {
      expect(
        1 + bookingChange(inputs.baseline_latency, latency - inputs.baseline_latency)!.relative,
      ).toBeCloseTo(expected.relative_conversion[i]!, 12);
    });
    expect([0, 30, 45, 90, 135, 140].map((ms) => bookingChange(300, ms)!.extrapolated)).toEqual([
      false,
      true,
      false,
      false,
      false,
      true,
    ]);
  });
  it('Google: the reference rate, from page times that hardly vary', () => {
    const { inputs, expected } = reference('google_threshold');
    // The page itself takes next to nothing here, so the answers are the latencies; the one at 3 s
    // exactly falls on the step and is left out.
    const answers = inputs.latency.filter((s) => s !== 3).map((s) => s * 1000);
    const over = chanceOver(3, { medianS: 1e-6, sigma: 0.01 }, answers)!;
    expect((0.53 * over * answers.length) / inputs.latency.length).toBeCloseTo(
      expected.expected_abandon_rate,
      12,
    );
  });
  it('Google: the tail of the page’s lognormal, as in a table of the normal distribution', () => {
    const at = (z: number) => chanceOver(0.8 * Math.exp(0.5 * z), page, [0])!;
    for (const [z, tail] of [
      [0, 0.5],
      [1, 0.15865525393],
      [1.959963985, 0.025],
      [-1, 0.84134474607],
      [3, 0.00134989803],
      [5, 2.866515719e-7],
    ] as const)
      expect(at(z)).toBeCloseTo(tail, 9);
    expect([at(30), at(-30)]).toEqual([0, 1]);
  });
  it('Google needs the distribution: two sets of answers with the same mean keep different numbers of visits', () => {
    const even = Array.from({ length: 100 }, () => 300);
    const uneven = Array.from({ length: 100 }, (_, i) => (i < 90 ? 100 : 2_100));
    const change = googleBetween(page, even, uneven)!.relative;
    expect(change).toBeLessThan(-0.01);
    expect(googleBetween(page, even, even)!.relative).toBe(0);
  });
  it('control: nothing slower, nothing lost, whatever the page', () => {
    for (const curve of curves)
      for (const pageMedianS of [0.2, 0.8, 3])
        expect(changeOf(curve, { ...setting, pageMedianS }, 0)).toEqual({
          relative: 0,
          extrapolated: false,
        });
  });
  it('more delay never helps', () => {
    for (const curve of curves) {
      const all = Array.from({ length: 41 }, (_, i) => changeOf(curve, setting, i * 10)!.relative);
      expect(all).toEqual([...all].sort((a, b) => b - a));
    }
  });
  it('a slow page: Google notices, Akamai and Booking.com can’t', () => {
    const slow = { ...setting, pageMedianS: 2 };
    expect(changeOf('google', slow, 90)!.relative).toBeLessThan(
      5 * changeOf('google', setting, 90)!.relative,
    );
    for (const curve of ['akamai-phone', 'booking'] as const)
      expect(changeOf(curve, slow, 90)).toEqual(changeOf(curve, setting, 90));
  });
});

describe('input without a meaning', () => {
  it.each([-1, Number.NaN, Infinity])('a delay of %d has no change', (delay) => {
    for (const curve of curves) expect(changeOf(curve, setting, delay)).toBeNull();
  });
  it.each([0, -300, Number.NaN, Infinity])(
    'an answer time of %d is no baseline for a part of it',
    (answer) => expect(bookingChange(answer, 90)).toBeNull(),
  );
  it.each([
    ['no answers', page, []],
    ['a negative answer', page, [-1]],
    ['an answer that is no number', page, [100, Number.NaN]],
    ['a page without a median', { medianS: 0, sigma: 0.5 }, [300]],
    ['a page without a spread', { medianS: 0.8, sigma: 0 }, [300]],
    ['a page that is no number', { medianS: Number.NaN, sigma: 0.5 }, [300]],
  ])('%s: null', (_name, given, answers) => {
    expect(googleChange(given, answers, 90)).toBeNull();
    expect(chanceOver(3, given, answers)).toBeNull();
  });
  it('answers over three seconds are all over, without a logarithm of nothing', () =>
    expect(chanceOver(3, page, [3_000, 9_000])).toBe(1));
});

describe('rows of a result', () => {
  it('every curve at the fixed delays and the learner’s own, once each, in the shape of the result', () => {
    const rows = conversionRows({ ...setting, extraMs: 120 });
    expect(rows).toHaveLength(curves.length * (fixedDelaysMs.length + 1));
    expect(conversionRows(setting)).toHaveLength(curves.length * fixedDelaysMs.length);
    for (const row of rows) expect(conversionRow.safeParse(row).success).toBe(true);
    expect(
      rows.filter((row) => row.extrapolated && row.deltaMs === 120).map((row) => row.curve),
    ).toEqual([]);
    expect(
      rows.filter((row) => row.extrapolated && row.deltaMs === 300).map((row) => row.curve),
    ).toEqual(['akamai-phone', 'akamai-tablet', 'akamai-desktop', 'booking']);
  });
  it('a result from before they existed is still read', () => {
    expect(
      latencyResult.parse({ models: [], simulation: [], closedForms: [] }).conversion,
    ).toBeUndefined();
  });
});

describe('answers of a simulated queue', () => {
  it('have the percentiles they were made from', () => {
    const answers = answersOf({ p50Ms: 2, p95Ms: 11, p99Ms: 15 })!;
    expect(answers).toHaveLength(100);
    expect([answers[0], answers[49], answers[99]]).toEqual([2, 2, 15]);
    expect(answers[94]).toBeCloseTo(11, 0);
    expect(answers).toEqual([...answers].sort((a, b) => a - b));
  });
  it('are none where the queue is unstable', () =>
    expect(answersOf({ p50Ms: null, p95Ms: null, p99Ms: null })).toBeNull());
});
