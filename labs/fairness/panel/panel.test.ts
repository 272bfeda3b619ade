import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { dotsOf, peopleADot } from '../dot-places.ts';
import { madeResult } from '../fixture.ts';
import { keyNumber } from '../../../renderer/model/runs/pin-words.ts';
import { fairnessParameters, lab } from '../lab.ts';
import { populationOf } from '../population.ts';
import { ratioFoot } from './audit-part.tsx';
import { auditOf, knownParameters, knownResult } from './known.ts';
import { Identity } from './identity.tsx';
import { markSides } from './rows/mark-sides.ts';
import { accuracyAxis, frontierLine } from './mitigate-part.tsx';
import { flippedDots } from './dots/paint-dots.ts';
import { pinnedAudit, readPins } from './pinned.ts';
import { auditRows, computedWords, identityParts, pointOf } from './rows/rate-rows.ts';
import { distance, near } from './read-result.ts';
import { stateOf } from './state.ts';
import { cutNames, missingWords } from './words.ts';
import { ratesOf } from '../../math/confusion.ts';

const result = madeResult();

describe('what is known of a result', () => {
  it('is all of a whole one, and what is good of a broken one', () => {
    expect(knownResult(JSON.parse(JSON.stringify(result)))).toEqual(
      JSON.parse(JSON.stringify(result)),
    );
    expect(knownResult({ ...result, deletionTest: 'x', frontier: [{ seed: 'a' }] })).toMatchObject({
      models: result.models,
      zones: result.zones,
    });
    for (const any of [null, undefined, 7, 'x', [], { models: [1] }])
      expect(knownResult(any).models).toEqual([]);
  });
  it('settings out of range keep their defaults', () => {
    expect(knownParameters({ zoneLink: 3, groupPenalty: 0.5, nonsense: 1 })).toEqual({
      ...fairnessParameters.parse({}),
      groupPenalty: 0.5,
    });
  });
});

describe('rates on screen', () => {
  const row = auditOf(result, 'with-group')!;
  it('come with what they are computed from', () => {
    const [selection, tpr] = auditRows(row, auditOf(result, 'group-deleted'));
    for (const one of [selection!, tpr!])
      for (const group of ['majority', 'minority'] as const) {
        const { part, whole, value } = one[group];
        expect(part / whole).toBeCloseTo(value!, 12);
        expect(computedWords(one.rate, one[group])).toMatch(/^[\d,]+ .* \/ [\d,]+ .* = 0\.\d{3}$/);
      }
    expect(selection!.was).toEqual(auditOf(result, 'group-deleted')!.selectionRate);
  });
  it('say undefined, and the identity gives the rate that was counted', () => {
    const none = ratesOf({ count: 5, weight: 5, tp: 0, fp: 0, fn: 5, tn: 0 });
    expect(computedWords('ppv', pointOf('ppv', none))).toBe(
      '0 approved who repay / 0 all approved = undefined, for nothing is divided by',
    );
    expect(identityParts(none)).toBeNull();
    const undefinedRow = renderToStaticMarkup(
      createElement(Identity, { majority: none, minority: null }),
    );
    expect(undefinedRow).toMatch(/not defined here/);
    const { count, tp, fp, fn, tn } = row.groups[0]!;
    const rates = ratesOf({ count, weight: count, tp, fp, fn, tn });
    expect(identityParts(rates)!.fpr.toFixed(2)).toBe(rates.fpr!.toFixed(2));
    // Whole: every symbol, and every number below it in the same colour.
    const whole = renderToStaticMarkup(
      createElement(Identity, { majority: rates, minority: rates }),
    );
    for (const rate of ['fpr', 'p', 'ppv', 'fnr'])
      expect(whole.match(new RegExp(`data-rate="${rate}"`, 'g'))).toHaveLength(3);
    const text = whole.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toContain('FPR = p / (1 − p) · (1 − PPV) / PPV · (1 − FNR)');
    expect(text).not.toContain('…');
  });
});

it('under the ratio stand its interval, what it was and the four-fifths rule', () => {
  const [row, before] = [auditOf(result, 'group-deleted')!, auditOf(result, 'with-group')!];
  expect(ratioFoot(null, null, null)).toBe('smaller rate / larger rate');
  expect(ratioFoot({ ...row, fourFifths: false }, [0.5, 0.6], before)).toMatch(
    /^0\.50.0\.60.* · was 0\.\d\d · four-fifths: look closer$/,
  );
  expect(ratioFoot({ ...row, fourFifths: null }, null, null)).toMatch(/four-fifths: not defined$/);
});

describe('people as dots', () => {
  const { test, scores, dots, shown, known } = populationOf({
    seed: 5,
    world: fairnessParameters.parse({}),
    model: result.coefficients![1]!,
  });
  it('stand for everybody, stacked without gaps, each of its own group and column', () => {
    expect(Math.abs(dots.length * peopleADot - test.rows)).toBeLessThan(0.05 * test.rows);
    const columns = new Map<string, number[]>();
    for (const { group, score, level, person } of dots) {
      const key = `${group} ${score}`;
      columns.set(key, [...(columns.get(key) ?? []), level]);
      expect(test.group[person]).toBe(group);
      expect(Math.abs(scores[person]! - score)).toBeLessThanOrEqual(0.5 / 70 + 1e-9);
    }
    for (const levels of columns.values()) expect(levels).toEqual(levels.map((_, at) => at));
  });
  it('counts what is shown and what may be chosen by apart', () => {
    expect(shown[0].rows + shown[1].rows).toBe(20_000);
    expect(known[0].rows + known[1].rows).toBe(9_000);
  });
  it('only those between two thresholds flip', () => {
    const at = flippedDots(dots, [0.5, 0.5], [0.5, 0.3]);
    expect(at.length).toBeGreaterThan(20);
    for (const place of at) expect(dots[place]).toMatchObject({ group: 1 });
    for (const place of at)
      expect(dots[place]!.score >= 0.3 && dots[place]!.score < 0.5).toBe(true);
    expect(flippedDots(dots, [0.5, 0.5], [0.5, 0.5])).toEqual([]);
  });
  it('of nobody are none', () => expect(dotsOf({ ...test, rows: 0 }, [])).toEqual([]));
});

describe('the frontier', () => {
  it('is the mean over worlds with their spread, from the smallest gap on', () => {
    const rows = [
      { seed: 0, labels: 'repay' as const, maxGap: 0.01, gap: 0.02, accuracy: 0.7 },
      { seed: 1, labels: 'repay' as const, maxGap: 0.01, gap: 0.04, accuracy: 0.74 },
      { seed: 0, labels: 'repay' as const, maxGap: 0.3, gap: null, accuracy: 0.8 },
    ];
    expect(frontierLine(rows, 'repay', 'x', 2)).toMatchObject({
      points: [[0.03, 0.72]],
      band: [[0.03, 0.7, 0.74]],
    });
    expect(frontierLine(rows, 'approval', 'x', 2)).toBeNull();
  });
  it('has an axis that holds every accuracy', () => {
    expect(accuracyAxis([]).domain).toEqual([0.66, 0.78]);
    const {
      domain: [low, high],
      ticks,
    } = accuracyAxis([0.51, 0.93]);
    expect(low).toBeLessThanOrEqual(0.51);
    expect(high).toBeGreaterThanOrEqual(0.93);
    expect([ticks[0], ticks.at(-1)]).toEqual([low, high]);
  });
  it('puts labels where they don’t cover each other', () => {
    const dots = [
      { id: 'a', x: 0.13, y: 0.718, label: 'zone deleted too' },
      { id: 'b', x: 0.15, y: 0.72, label: 'reweighed, group deleted' },
      { id: 'c', x: 0.5, y: 0.7, label: 'far' },
    ];
    const sides = markSides(dots, [], [0, 0.6], [0.66, 0.78]);
    expect(sides.get('a')).not.toBe(sides.get('b'));
    expect(sides.get('c')).toBe('right');
    expect(
      markSides(
        [dots[2]!],
        [{ id: 'end', x: 0.52, y: 0.7, label: 'a line’s name' }],
        [0, 0.6],
        [0.66, 0.78],
      ).get('c'),
    ).not.toBe('right');
  });
});

describe('pinned runs', () => {
  it('are read, newest last, without the one on screen', () => {
    const pins = readPins(
      [
        { id: 'old', result },
        { id: 'broken', result: 'x' },
        { id: 'now', result },
      ],
      'now',
    );
    expect(pins.map(({ id }) => id)).toEqual(['old', 'broken']);
    expect(pinnedAudit(pins, 'reweighed')).toEqual(auditOf(result, 'reweighed'));
    expect(pinnedAudit([], 'reweighed')).toBeNull();
  });
});

it('a pinned run is called by the ratio that the lab asks for, and the lecture’s end shows it', () => {
  const ratio = auditOf(result, 'group-deleted')!.demographicParityRatio!.toFixed(2);
  expect(keyNumber(lab as never, result)).toEqual({
    what: 'group-deleted, DP ratio',
    value: ratio,
  });
  expect(lab.recap(result)).toMatchObject({ value: ratio });
  expect(lab.recap({ models: [] })).toBeNull();
});

describe('words', () => {
  it('say why something is missing', () => {
    const words = (status: string | null, hidden = false) =>
      missingWords(
        stateOf(status === null ? null : { status: status as never }, true, hidden),
        'The audit',
      );
    expect(words(null)).toBe('Press Run to see the audit');
    expect(words('running')).toBe('The audit: still to come');
    expect(words('stopped')).toBe('The run was stopped before this: the audit is not known');
    expect(words('finished')).toBe('The audit is not in this run: run once more');
    expect(words('failed')).toBe('Press Run to see the audit');
    expect(words('finished', true)).toBe('');
  });
  it('compare numbers', () => {
    expect([
      distance(0.5, 0.3),
      distance(0.3, 0.5),
      distance(0.3, 0.302),
      distance('x', 1),
    ]).toEqual(['0.20 too high.', '0.20 too low.', 'Exactly that.', '']);
    expect([near(0.31, 0.3, 0.015), near(0.33, 0.3, 0.015), near('x', 0.3, 1)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('names cut to their room', () => {
  it('stay as they are where they fit, and are cut at the end where that tells them apart', () => {
    expect(cutNames(['men', 'women'], 8)).toEqual(['men', 'women']);
    expect(cutNames(['a long name', 'the other one'], 8)).toEqual(['a long…', 'the oth…']);
  });
  it('keep their ends where they would read alike', () => {
    const names = ['women, 30 to 39', 'women, 60 to 69', 'men, 30 to 39'];
    const cut = cutNames(names, 8);
    expect(new Set(cut).size).toBe(3);
    expect(cut.slice(0, 2)).toEqual(['wome…39', 'wome…69']);
    for (const one of cut) expect(one.length).toBeLessThanOrEqual(8);
  });
});
