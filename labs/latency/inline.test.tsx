import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { inline } from './inline.tsx';
import { latencyParameters } from './parameters.ts';
import type { LatencyResult } from './result.ts';

const model = (name: 'small' | 'large', p50Ms: number, meanMs: number) => ({
  name,
  parameters: 1,
  auc: 0.7,
  service: { alphaMs: meanMs, betaMs: 0 },
  histogram: { fromMs: 0, binMs: 1, counts: [20, 60, 20] },
  medianIntervalMs: [p50Ms * 0.99, p50Ms * 1.01] as [number, number],
  measured: [{ batch: 1, p50Ms, p95Ms: 3, p99Ms: 4, meanMs, itemsPerSecond: 1000 / meanMs }],
});

it('the slide’s line on what a delay costs does not say what part 1 asks', () => {
  const { Figure, answers } = inline['convert']!;
  expect(answers).toEqual(['convert']);
  // By the medians 1.6 times as long, by the means no longer.
  const result: LatencyResult = {
    models: [model('small', 1, 2), model('large', 1.6, 2)],
    simulation: [],
    closedForms: [],
  };
  const parameters = latencyParameters.parse({});
  const html = renderToStaticMarkup(<Figure result={result} parameters={parameters} run="run 7" />);
  expect(html).toMatch(/nothing is lost/);
  expect(html).not.toMatch(/1\.6|times/);
});
