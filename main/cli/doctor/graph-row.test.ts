import { expect, it } from 'vitest';
import { graphRow } from './graph-row.ts';

it('says how nets are trained, and why not as graphs', () => {
  expect(graphRow({ fault: null })).toContain('whole trainings run within TensorFlow');
  const failed = graphRow({ fault: 'ENOENT: no such file' });
  expect(failed).toContain('(ENOENT: no such file)');
  expect(failed).toContain('step by step');
  expect(graphRow(null)).toContain('step by step');
  expect(graphRow(undefined)).toContain('not tried');
});
