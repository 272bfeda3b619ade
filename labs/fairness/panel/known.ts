import { z } from 'zod';
import {
  fairnessParameters,
  fairnessResult,
  modelRow,
  type AuditLabel,
  type FairnessParameters,
  type FairnessResult,
  type ModelName,
  type ModelRow,
} from '../lab.ts';

/** What is known of a result at any stage: parts that are missing or broken are left out. Never throws. */
export function knownResult(value: unknown): FairnessResult {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const models = z.array(modelRow).safeParse(given.models);
  const rest = Object.entries(fairnessResult.shape).flatMap(([name, schema]) => {
    if (name === 'models' || given[name] === undefined) return [];
    const read = schema.safeParse(given[name]);
    return read.success ? [[name, read.data]] : [];
  });
  return {
    models: models.success ? models.data : [],
    ...(Object.fromEntries(rest) as Partial<FairnessResult>),
  };
}

/** The controls' values; whatever is missing or out of range keeps its default. */
export function knownParameters(values: Record<string, unknown>): FairnessParameters {
  const good = Object.entries(values).filter(
    ([name, value]) =>
      fairnessParameters.shape[name as keyof FairnessParameters]?.safeParse(value).success,
  );
  return fairnessParameters.parse(Object.fromEntries(good));
}

/** One audit of a result; null where it is not there yet. */
export function auditOf(
  result: Pick<FairnessResult, 'models'>,
  name: ModelName,
  auditedOn: AuditLabel = 'repay',
): ModelRow | null {
  return result.models.find((row) => row.name === name && row.auditedOn === auditedOn) ?? null;
}
