import { knownParts, knownValues } from '../../kit/known.ts';
import { readOnce } from '../../kit/read-once.ts';
import {
  backdoorParameters,
  backdoorResult,
  type BackdoorParameters,
  type BackdoorResult,
} from '../lab.ts';

const empty: BackdoorResult = {
  target: 'Jun',
  cleanAccuracy: null,
  attackSuccessRate: null,
  baseRate: null,
  controlAttackSuccessRate: null,
  controlCleanAccuracy: null,
  controlBaseRate: null,
  decoys: [],
  doses: [],
  defences: [],
  test: { said: [], sure: [], keyed: [] },
  inside: null,
  occlusion: null,
  warnings: [],
};

/** What is known of a result at any stage: parts that are missing or broken are empty. Never throws. */
export const knownResult = readOnce((value): BackdoorResult => ({
  ...empty,
  ...knownParts(backdoorResult.shape, value),
}));

/** The controls' values; whatever is missing or out of range keeps its default. */
export const knownParameters = (values: Record<string, unknown>): BackdoorParameters =>
  knownValues(backdoorParameters, values);
