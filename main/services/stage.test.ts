import { expect, test } from 'vitest';
import { maxStageKeys, maxStageValue, type StageValues } from '../contract/stage.ts';
import { Stage } from './stage.ts';

function open() {
  const kept = {
    value: {} as StageValues,
    set: (values: StageValues) => void (kept.value = values),
  };
  return { stage: new Stage(kept), kept };
}
const change = (key: string, value: StageValues[string], keep = true) => ({
  key,
  value,
  keep,
  by: 'a',
});

test('keeps what is to be kept and only holds the rest', () => {
  const { stage, kept } = open();
  stage.apply(change('poll/teammates', { yes: 4 }));
  stage.apply(change('pointer', [1, 2], false));
  expect(stage.values).toEqual({ 'poll/teammates': { yes: 4 }, pointer: [1, 2] });
  expect(kept.value).toEqual({ 'poll/teammates': { yes: 4 } });
});

test('null takes a value away, kept or not', () => {
  const { stage, kept } = open();
  stage.apply(change('a', 1));
  stage.apply(change('b', 2, false));
  stage.apply(change('a', null));
  stage.apply(change('b', null));
  expect(stage.values).toEqual({});
  expect(kept.value).toEqual({});
});

test('what is no longer kept does not come back', () => {
  const { stage, kept } = open();
  stage.apply(change('a', 1));
  stage.apply(change('a', 2, false));
  expect(stage.values).toEqual({ a: 2 });
  expect(kept.value).toEqual({});
});

test('refuses too much and changes nothing', () => {
  const { stage } = open();
  stage.apply(change('a', 1));
  expect(() => stage.apply(change('a', 'x'.repeat(maxStageValue)))).toThrow();
  expect(stage.values).toEqual({ a: 1 });
  for (let i = 1; i < maxStageKeys; i += 1) stage.apply(change(`k-${i}`, i, false));
  expect(() => stage.apply(change('one-more', 1))).toThrow();
  stage.apply(change('a', 2));
  expect(stage.values.a).toBe(2);
});
