import { knownParts, knownValues } from '../../kit/known.ts';
import { readOnce } from '../../kit/read-once.ts';
import {
  timeLeakParameters,
  timeLeakResult,
  type TimeLeakParameters,
  type TimeLeakResult,
} from '../lab.ts';

/** What is known of a result at any stage; `data` is null before there is any. */
export type KnownResult = Omit<TimeLeakResult, 'data'> & { data: TimeLeakResult['data'] | null };

const empty: KnownResult = {
  data: null,
  scores: [],
  gaps: [],
  splits: [],
  joins: [],
  sources: [],
  drift: [],
  sweep: [],
  sample: [],
};

/** What is known of a result: parts that are missing or broken are empty. Never throws. */
export const knownResult = readOnce((value): KnownResult => ({
  ...empty,
  ...knownParts(timeLeakResult.shape, value),
}));

/** The controls' values; whatever is missing or out of range keeps its default. */
export const knownParameters = (values: Record<string, unknown>): TimeLeakParameters =>
  knownValues(timeLeakParameters, values);
