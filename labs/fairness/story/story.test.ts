import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { StoryStep } from '../../view.ts';
import { describeParameters } from '../../parameters.ts';
import { madeResult } from '../fixture.ts';
import { fairnessResult, lab, type FairnessResult } from '../lab.ts';
import { story } from '../story.tsx';

const result = madeResult();
const partial: Partial<FairnessResult> = { models: result.models.slice(0, 1) };
const unreadable = [null, undefined, {}, { models: [] }, { models: 'x' }, 'x', 7];
const anything = [...unreadable, partial, result];

const steps = story.parts.flatMap((part) => part.steps);
const of = <K extends StoryStep['kind']>(kind: K) =>
  steps.filter((step): step is Extract<StoryStep, { kind: K }> => step.kind === kind);
const parameters = lab.parameters.parse({});
const ofRun = of('check').filter(({ id }) => id !== 'yours-check');

it('the fixture is a result of this lab', () =>
  expect(() => fairnessResult.parse(JSON.parse(JSON.stringify(result)))).not.toThrow());

describe('the story', () => {
  it('has every kind of step in every part but the last, which needs no run; no id twice', () => {
    for (const part of story.parts.slice(0, -1))
      expect(new Set(part.steps.map(({ kind }) => kind).filter((kind) => kind !== 'code'))).toEqual(
        new Set(['read', 'predict', 'run', 'explore', 'check', 'reflect']),
      );
    // Code is an extra, at the end of the parts that it is about.
    expect(of('code').map(({ id }) => id)).toEqual(['write-gaps', 'write-thresholds']);
    expect(story.parts.at(-1)!.steps.map(({ kind }) => kind)).toEqual([
      'read',
      'explore',
      'check',
      'reflect',
    ]);
    const ids = [...story.parts.map(({ id }) => id), ...steps.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('asks before it shows', () => {
    for (const { steps: own } of story.parts.slice(0, -1))
      expect(own.findIndex(({ kind }) => kind === 'predict')).toBeLessThan(
        own.findIndex(({ kind }) => kind === 'run'),
      );
  });
  it('names presets and controls that exist', () => {
    const names = describeParameters(lab.parameters).map(({ name }) => name);
    for (const step of of('run')) expect(lab.presets.map(({ id }) => id)).toContain(step.preset);
    for (const controls of [
      ...story.parts.map((part) => part.controls),
      ...of('explore').map((step) => step.controls),
    ])
      expect(names).toEqual(expect.arrayContaining(controls));
  });
  it('speaks with any result, a partial one, or none, and never of NaN', () => {
    for (const step of steps) {
      for (const any of anything) {
        const words =
          typeof step.body === 'function' ? step.body(any as never, parameters) : step.body;
        const html = renderToStaticMarkup(words);
        expect(html.length).toBeGreaterThan(20);
        expect(html).not.toMatch(/NaN|Infinity|\bnull\b/);
      }
    }
  });
  it('names the numbers of a whole run', () => {
    const said = (id: string) => {
      const step = steps.find((one) => one.id === id)!;
      return renderToStaticMarkup(
        typeof step.body === 'function' ? step.body(result, parameters) : step.body,
      );
    };
    for (const id of ['audit-run', 'delete-run', 'mitigate-run', 'impossible-run'])
      expect(said(id)).toMatch(/0\.\d\d.*0\.\d\d/);
    // The numbers are those of another threshold than the one on screen, and that is said.
    const moved = steps.find((one) => one.id === 'impossible-run')!.body as (
      ...of: unknown[]
    ) => never;
    const at = (minorityThreshold: number) =>
      renderToStaticMarkup(moved(result, { ...parameters, minorityThreshold }));
    const { threshold } = result.equalPpv!;
    expect(at(threshold + 0.1)).toMatch(
      /The figure stands at 0\.\d\d\. .*Equal PPV.* moves it there/,
    );
    expect(at(threshold)).toMatch(/The figure stands there\./);
    expect(said('flip-run')).toMatch(/\d+ in 100/);
    expect(said('thresholds-run')).toMatch(/\$ \d+\.\d\d million/);
  });
});

describe('predictions', () => {
  it('come out as the result says', () => {
    for (const step of of('predict')) {
      // No number of this lab is only a lower bound.
      const outcome = step.outcome(result) as number | string;
      if (step.input.kind === 'choice') {
        expect(step.input.options).toContain(outcome);
        expect(step.verdict(outcome, result)).toBe('So it is.');
        const other = step.input.options.find((one) => one !== outcome)!;
        expect(step.verdict(other, result)).toMatch(/^Here/);
      } else {
        expect(outcome).toBeGreaterThanOrEqual(step.input.min);
        expect(outcome).toBeLessThanOrEqual(step.input.max);
        expect(step.verdict(Number(outcome) + 0.2 * step.input.max, result)).toMatch(/too high/);
        expect(step.verdict(outcome, result)).toMatch(/^Exactly that\./);
      }
    }
  });
  it('have no outcome where two rules earn the lender as little', () => {
    const step = of('predict').find(({ id }) => id === 'thresholds-predict')!;
    const even = structuredClone(result);
    const [one, other] = even.strategies!;
    for (const row of even.strategies!) row.profit = 20_000_000;
    // They read the same, as millions with two decimals.
    one!.profit = 9_000_000;
    other!.profit = 9_000_400;
    expect(step.outcome(even)).toBeNull();
    for (const answer of step.input.kind === 'choice' ? step.input.options : [])
      expect(step.verdict(answer, even)).toMatch(/^Here both “.+” and “.+” do\.$/);
  });
  it('say nothing where the result can’t tell', () => {
    for (const step of of('predict'))
      for (const any of unreadable) {
        expect(step.outcome(any)).toBeNull();
        expect(step.verdict(step.input.kind === 'choice' ? step.input.options[0]! : 0.3, any)).toBe(
          '',
        );
      }
  });
});

describe('checks', () => {
  it('take the right answer and no other, and show it worked out', () => {
    for (const step of ofRun) {
      const { input } = step;
      if (input.kind === 'choice')
        expect(input.options.filter((one) => step.judge(one, result) === true)).toHaveLength(1);
      else {
        // From the worked answer half down and half up: what is right lies closely about it.
        const worked = renderToStaticMarkup(step.worked(result));
        const truth = Number(/<strong>([\d.,]+)<\/strong>/.exec(worked)![1]!.replace(',', ''));
        const right = Array.from({ length: 201 }, (_, i) => truth * (0.5 + i / 200)).filter(
          (answer) => step.judge(answer, result) === true,
        );
        expect(step.judge(truth, result), step.id).toBe(true);
        expect(right.length).toBeGreaterThanOrEqual(5);
        expect(right.at(-1)! - right[0]!, step.id).toBeLessThan(0.2 * truth);
        expect(step.judge('much', result)).toBe(false);
      }
      expect(renderToStaticMarkup(step.worked(result))).not.toMatch(/undefined|NaN/);
    }
  });
  it('the gap is asked for whichever group has the higher rate', () => {
    const step = of('check').find(({ id }) => id === 'audit-check')!;
    const turned = structuredClone(result);
    const row = turned.models.find(({ name }) => name === 'with-group')!;
    const [majority, minority] = [row.tpr.minority, row.tpr.majority];
    Object.assign(row.tpr, { majority, minority });
    const gap = row.equalOpportunityDifference!;
    const people = 1000 * gap;
    expect([people, -people, people + 100].map((answer) => step.judge(answer, turned))).toEqual([
      true,
      true,
      false,
    ]);
    const worked = renderToStaticMarkup(step.worked(turned));
    const [, many, at, whole, own] =
      /<strong>(\d+)<\/strong> .* rate (\d+) of ([\d,]+) .* own (\d+)/.exec(worked) ?? [];
    expect(whole).toBe('1,000');
    expect(Number(many)).toBe(Number(own) - Number(at));
  });
  it('can’t tell without the numbers', () => {
    for (const step of ofRun)
      for (const any of unreadable)
        expect(
          step.judge(step.input.kind === 'choice' ? step.input.options[0]! : 0.3, any),
        ).toBeNull();
  });
  it('the one about five people needs no run', () => {
    const step = of('check').find(({ id }) => id === 'yours-check')!;
    expect(
      step.input.kind === 'choice' && step.input.options.map((one) => step.judge(one, null)),
    ).toEqual([false, true, false]);
  });
});
