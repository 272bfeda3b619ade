import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { policyOptions } from '../panel/drift-figures.ts';
import { policies } from '../names.ts';
import { drift } from './drift.tsx';

test('every answer that can be given stands in the words before it, with what it means', () => {
  const asked = drift.steps.find((step) => step.kind === 'predict')!;
  const body = asked.body as (result: unknown, parameters: object) => ReactNode;
  const words = renderToStaticMarkup(body(null, { retrainEveryDays: 7 }));
  const strong = [...words.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, one]) =>
    one!.toLowerCase(),
  );
  expect([...strong].sort()).toEqual([...policyOptions].sort());
});

/** A result with these AUCs and, where they are given, what a short window had more than all of history week by week. */
const came = (aucs: number[], weekly: number[] = []) => ({
  scores: [
    {
      features: 'honest',
      model: 'logistic',
      split: 'live',
      auc: 0.6,
      averagePrecision: 0.5,
      logLoss: 0.5,
      ece: 0.05,
      ci95: [0.58, 0.62],
      perWorld: [0.6],
    },
  ],
  drift: policies.map((policy, i) => ({
    policy,
    auc: aucs[i]!,
    retrainings: 8,
    weekly: weekly.map((more, week) => ({ week, auc: 0.6 + (policy === 'window-15' ? more : 0) })),
  })),
});

test('names all four figures, and no best one where two read the same', () => {
  const asked = drift.steps.find((step) => step.kind === 'predict')!;
  const clear = came([0.6, 0.65, 0.734, 0.742]);
  expect(asked.outcome(clear)).toBe('15 d');
  expect(asked.verdict('15 d', clear)).toBe(
    'So it is: never retrained 0.60, all history 0.65, last 30 days 0.73, last 15 days 0.74. ' +
      'None has a higher AUC than last 15 days.',
  );
  expect(asked.verdict('30 d', clear)).toMatch(/^Not here: /);
  const even = came([0.6, 0.65, 0.738, 0.742]);
  expect(asked.outcome(even)).toBeNull();
  for (const said of ['30 d', '15 d'])
    expect(asked.verdict(said, even)).toMatch(
      /^Here: .*0\.74, .*0\.74\. To two decimals .* are the same\.$/,
    );
});

test('a short window is called better only where its weeks bear that out', () => {
  const { body } = drift.steps.find((step) => step.kind === 'reflect')!;
  const words = (result: unknown) =>
    renderToStaticMarkup((body as (result: unknown, parameters: object) => ReactNode)(result, {}));
  const aucs = [0.6, 0.65, 0.68, 0.67];
  expect(words(came(aucs, [0.01, 0.02, 0.03, 0.02]))).toMatch(/is better than all of history/);
  expect(words(came(aucs, [0.2, -0.15, 0.1, -0.07]))).toMatch(/can’t be told from all of history/);
  expect(words(null)).toMatch(/old rows tell of an older world/);
});
