import { knownParts, knownValues } from '../../kit/known.ts';
import { readOnce } from '../../kit/read-once.ts';
import {
  fairnessParameters,
  fairnessResult,
  type AuditLabel,
  type FairnessParameters,
  type FairnessResult,
  type ModelName,
  type ModelRow,
} from '../lab.ts';

/** What is known of a result at any stage: parts that are missing or broken are left out. Never throws. */
export const knownResult = readOnce((value): FairnessResult => ({
  models: [],
  ...knownParts(fairnessResult.shape, value),
}));

/** The controls' values; whatever is missing or out of range keeps its default. */
export const knownParameters = (values: Record<string, unknown>): FairnessParameters =>
  knownValues(fairnessParameters, values);

/** One audit of a result; null where it is not there yet. */
export function auditOf(
  result: Pick<FairnessResult, 'models'>,
  name: ModelName,
  auditedOn: AuditLabel = 'repay',
): ModelRow | null {
  return result.models.find((row) => row.name === name && row.auditedOn === auditedOn) ?? null;
}
