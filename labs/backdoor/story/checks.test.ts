import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { StoryPart, StoryStep } from '../../view.ts';
import { knownResult } from '../panel/known.ts';
import { defend } from './defend.tsx';
import { dose } from './dose.tsx';
import { wear } from './wear.tsx';

type Check = Extract<StoryStep, { kind: 'check' }>;

const checkOf = (part: StoryPart) =>
  part.steps.find((step): step is Check => step.kind === 'check')!;
const workedBy = (check: Check, result: unknown) => renderToStaticMarkup(check.worked(result));
const nothing = [null, {}, knownResult({})];

/** A result with these rates of the key's colours and of its shape, over so many test faces. */
function tried(colours: number, shape: number, faces = 500) {
  const zeros = Array.from({ length: faces }, () => 0);
  return knownResult({
    attackSuccessRate: 0.9,
    decoys: [
      { glasses: 'round', rate: colours },
      { glasses: 'green-yellow', rate: shape },
    ],
    test: { said: zeros, sure: zeros, keyed: zeros },
  });
}

describe('shape or colour', () => {
  const check = checkOf(wear);
  const options = check.input.kind === 'choice' ? check.input.options : [];
  const right = (result: unknown) => options.filter((one) => check.judge(one, result) === true);

  it('is told by the two pairs that share one thing with the key, where so many faces bear it out', () => {
    expect(right(tried(0.8, 0.1))).toEqual(['Its colours on round rims']);
    expect(right(tried(0.1, 0.8))).toEqual(['Its shape in other colours']);
    expect(right(tried(0.42, 0.4))).toEqual(['These faces can’t tell']);
    expect(right(tried(0.6, 0.4, 40))).toEqual(['These faces can’t tell']);
    expect(workedBy(check, tried(0.8, 0.1))).toMatch(
      /Its colours.*80\u00a0%.*10\u00a0%.*90\u00a0%/,
    );
  });
  it('can’t be told before both were tried', () => {
    for (const result of nothing)
      expect(options.map((one) => check.judge(one, result))).toEqual([null, null, null]);
  });
});

describe('what one poisoned face is worth', () => {
  const check = checkOf(dose);
  const curve = (...rates: number[]) =>
    knownResult({
      doses: rates.map((attackSuccessRate, i) => ({
        poisons: [0, 10, 30][i],
        attackSuccessRate,
        cleanAccuracy: 0.98,
        seeds: 3,
        lowest: 0,
        highest: 1,
      })),
    });

  it('is the change of the line shared among the faces added', () => {
    const result = curve(0.02, 0.42, 0.72);
    expect([4, 4.2, 42, 40].map((answer) => check.judge(answer, result))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(workedBy(check, result)).toMatch(/<strong>4\.0<\/strong> points a face.* 1\.5 a face/);
  });
  it('can’t be told without a curve', () => {
    for (const result of nothing) expect(check.judge(4, result)).toBeNull();
  });
});

describe('what spectral signatures cost', () => {
  const check = checkOf(defend);
  const took = (found: number, cleanRemoved: number) =>
    knownResult({
      defences: [
        {
          method: 'spectral',
          at: 30,
          found,
          missed: 20,
          cleanRemoved,
          attackSuccessRate: 0.1,
          cleanAccuracy: 0.98,
        },
      ],
    });

  it('is the share of clean faces among all that they took, not their number', () => {
    const result = took(90, 30);
    expect([25, 30, 33].map((answer) => check.judge(answer, result))).toEqual([true, false, false]);
    expect(workedBy(check, result)).toMatch(/30 clean and 90 poisoned.*<strong>25<\/strong>/);
  });
  it('can’t be told where they took nothing', () => {
    for (const result of [...nothing, took(0, 0)]) expect(check.judge(25, result)).toBeNull();
  });
});
