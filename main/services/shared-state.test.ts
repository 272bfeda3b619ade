import { expect, test } from 'vitest';
import { maxSharedKeys, maxSharedValue, type SharedValues } from '../contract/shared-state.ts';
import { SharedState } from './shared-state.ts';

function open() {
  const kept = {
    value: {} as SharedValues,
    set: (values: SharedValues) => void (kept.value = values),
  };
  return { sharedState: new SharedState(kept), kept };
}
const change = (key: string, value: SharedValues[string], keep = true) => ({
  key,
  value,
  keep,
  by: 'a',
});

test('keeps what is to be kept and only holds the rest', () => {
  const { sharedState, kept } = open();
  sharedState.apply(change('poll/teammates', { yes: 4 }));
  sharedState.apply(change('pointer', [1, 2], false));
  expect(sharedState.values).toEqual({ 'poll/teammates': { yes: 4 }, pointer: [1, 2] });
  expect(kept.value).toEqual({ 'poll/teammates': { yes: 4 } });
});

test('null takes a value away, kept or not', () => {
  const { sharedState, kept } = open();
  sharedState.apply(change('a', 1));
  sharedState.apply(change('b', 2, false));
  sharedState.apply(change('a', null));
  sharedState.apply(change('b', null));
  expect(sharedState.values).toEqual({});
  expect(kept.value).toEqual({});
});

test('what is no longer kept does not come back', () => {
  const { sharedState, kept } = open();
  sharedState.apply(change('a', 1));
  sharedState.apply(change('a', 2, false));
  expect(sharedState.values).toEqual({ a: 2 });
  expect(kept.value).toEqual({});
});

test('refuses too much and changes nothing', () => {
  const { sharedState } = open();
  sharedState.apply(change('a', 1));
  expect(() => sharedState.apply(change('a', 'x'.repeat(maxSharedValue)))).toThrow();
  expect(sharedState.values).toEqual({ a: 1 });
  for (let i = 1; i < maxSharedKeys; i += 1) sharedState.apply(change(`k-${i}`, i, false));
  expect(() => sharedState.apply(change('one-more', 1))).toThrow();
  sharedState.apply(change('a', 2));
  expect(sharedState.values.a).toBe(2);
});
