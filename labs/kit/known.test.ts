import { expect, test } from 'vitest';
import { z } from 'zod';
import { choiceParameter, numberParameter } from '../parameters.ts';
import { knownParts, knownValues } from './known.ts';

const result = z.object({
  rows: z.array(z.object({ auc: z.number() })),
  best: z.number().nullable(),
  extra: z.string().optional(),
});

test('each part of a result is read for itself', () => {
  expect(knownParts(result.shape, { rows: [{ auc: 0.5 }], best: 'broken', other: 1 })).toEqual({
    rows: [{ auc: 0.5 }],
  });
  expect(knownParts(result.shape, { rows: [{ auc: 'x' }], best: null })).toEqual({ best: null });
});

test.each([[null], [undefined], [7], ['text'], [[]]])('nothing is known of %j', (value) => {
  expect(knownParts(result.shape, value)).toEqual({});
});

test('controls keep what is in range, and take the default for the rest', () => {
  const parameters = z.object({
    epochs: numberParameter({ label: 'Epochs', help: '', min: 1, max: 10, default: 3 }),
    model: choiceParameter({
      label: 'Model',
      help: '',
      options: ['small', 'large'],
      default: 'small',
    }),
  });
  expect(knownValues(parameters, {})).toEqual({ epochs: 3, model: 'small' });
  expect(knownValues(parameters, { epochs: 99, model: 'large', other: 1 })).toEqual({
    epochs: 3,
    model: 'large',
  });
});
