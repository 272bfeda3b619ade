import { describe, expect, test } from 'vitest';
import { devices } from '../conversion.ts';
import { latencyParameters } from '../parameters.ts';
import {
  changesAt,
  conversionAxes,
  conversionMarks,
  conversionSeries,
  conversionTitle,
  studiesOf,
} from './conversion-figure.ts';
import { sourceOf } from './conversion-sources.ts';

const at = (given: Record<string, number> = {}) => latencyParameters.parse(given);
const drawn = (given: Record<string, number> = {}) => conversionSeries(at(given), 'phone', -20);

describe('what the picture says', () => {
  test('the three costs of the same delay, or the question while that is open', () => {
    expect(conversionTitle(at(), 'phone', false)).toBe('The same 90 ms cost 6.4 %, 0.5 % or 0.1 %');
    expect(conversionTitle(at(), 'desktop', false)).toBe(
      'The same 90 ms cost 2.2 %, 0.5 % or 0.1 %',
    );
    expect(conversionTitle(at(), 'phone', true)).toBe('What do 90 ms cost?');
    expect(conversionTitle(at({ extraMs: 150, answerMs: 2000 }), 'phone', false)).toBe(
      '150 ms cost 10.5 % (Akamai) or 8.0 % (Google)',
    );
    expect(conversionTitle(at({ extraMs: 320 }), 'phone', false)).toBe(
      '320 ms cost 0.4 %: only Google measured this',
    );
    expect(conversionTitle(at({ extraMs: 0 }), 'phone', false)).toMatch(/^No delay, no loss/);
    expect(conversionTitle({ ...at(), extraMs: Number.NaN }, 'phone', false)).toBe(
      'Which study speaks for your page?',
    );
  });

  test('every study has a badge: who, what kind, what was counted, where', () => {
    for (const device of devices)
      for (const { id } of studiesOf(device))
        for (const words of Object.values(sourceOf(id, device))) expect(words).toBeTruthy();
    expect(sourceOf('akamai', 'tablets').counted).toBe('of orders, tablets');
  });
});

describe('the lines', () => {
  test('are whole where a study measured and dotted where it did not', () => {
    const pieces = drawn().map((s) => [s.id, s.role, s.points[0]![0], s.points.at(-1)![0]]);
    expect(pieces).toEqual([
      ['akamai', 'series', 0, 200],
      ['akamai-after', 'extrapolated', 200, 300],
      ['booking-before', 'extrapolated', 0, 45],
      ['booking', 'series', 45, 135],
      ['booking-after', 'extrapolated', 135, 400],
      ['google', 'series', 0, 400],
    ]);
  });

  test('are named once each', () => {
    for (const answerMs of [50, 300, 1000, 2000]) {
      const names = drawn({ answerMs })
        .map((s) => s.label ?? s.name)
        .filter(Boolean);
      expect(names.sort()).toEqual(['Akamai, smartphones', 'Booking.com', 'Google']);
    }
  });

  test('never leave the picture: the axis holds Google, Booking.com and the prediction', () => {
    expect(conversionAxes(at(), null).y).toMatchObject({
      domain: [-20, 0],
      ticks: [-20, -15, -10, -5, 0].map((tick) => tick),
    });
    expect(conversionAxes(at(), -55).y.domain[0]).toBeLessThanOrEqual(-55);
    expect(conversionAxes(at(), -1e9).y.domain[0]).toBe(-100);
    const steep = at({ pageMedianS: 2.5, pageSigma: 0.1 });
    const { y } = conversionAxes(steep, null);
    for (const s of conversionSeries(steep, 'phone', y.domain[0]))
      for (const [, value] of s.points) expect(value).toBeGreaterThanOrEqual(y.domain[0]);
    expect(
      conversionSeries(steep, 'phone', y.domain[0])
        .find((s) => s.id === 'google')!
        .points.at(-1)![0],
    ).toBe(400);
  });
});

describe('the dots', () => {
  const labels = (given: Record<string, number>) =>
    conversionMarks(at(given), 'phone', conversionAxes(at(given), null).y).map((mark) => [
      mark.id,
      mark.label,
    ]);

  test('stand at the delay, with their values where there is room', () => {
    expect(labels({})).toEqual([
      ['akamai', '−6.4 %'],
      ['booking', '−0.5 %'],
      ['google', undefined],
    ]);
    expect(labels({ extraMs: 10 })[0]).toEqual(['akamai', undefined]);
    expect(labels({ extraMs: 0 }).every(([, label]) => label === undefined)).toBe(true);
  });

  test('a line that has left the picture has none', () =>
    expect(labels({ extraMs: 400 }).map(([id]) => id)).toEqual(['booking', 'google']));

  test('what has no meaning has no dot and no number', () => {
    const odd = { ...at(), extraMs: Number.NaN };
    expect(conversionMarks(odd, 'phone', conversionAxes(at(), null).y)).toEqual([]);
    expect(changesAt(odd, 'phone').every(({ change }) => change === null)).toBe(true);
  });
});
