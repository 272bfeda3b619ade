import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { policyOptions } from '../panel/drift-figures.ts';
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
