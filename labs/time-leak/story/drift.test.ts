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

test('names all four figures, and no best one where two read the same', () => {
  const asked = drift.steps.find((step) => step.kind === 'predict')!;
  const came = (...aucs: number[]) => ({
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
    drift: policies.map((policy, i) => ({ policy, auc: aucs[i]!, retrainings: 8, weekly: [] })),
  });
  const clear = came(0.6, 0.65, 0.734, 0.742);
  expect(asked.outcome(clear)).toBe('15 d');
  expect(asked.verdict('15 d', clear)).toBe(
    'So it is: never retrained 0.60, all history 0.65, last 30 days 0.73, last 15 days 0.74. ' +
      'None has a higher AUC than last 15 days.',
  );
  expect(asked.verdict('30 d', clear)).toMatch(/^Not here: /);
  const even = came(0.6, 0.65, 0.738, 0.742);
  expect(asked.outcome(even)).toBeNull();
  for (const said of ['30 d', '15 d'])
    expect(asked.verdict(said, even)).toMatch(
      /^Here: .*0\.74, .*0\.74\. To two decimals .* are the same\.$/,
    );
});
