import type { z } from 'zod';
import {
  backdoorParameters,
  backdoorResult,
  type BackdoorParameters,
  type BackdoorResult,
} from '../lab.ts';

const shape = backdoorResult.shape;
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
export function knownResult(value: unknown): BackdoorResult {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const known = Object.entries(shape).flatMap(([name, schema]) => {
    const read = (schema as z.ZodType).safeParse(given[name]);
    return read.success ? [[name, read.data]] : [];
  });
  return { ...empty, ...(Object.fromEntries(known) as Partial<BackdoorResult>) };
}

/** The controls' values; whatever is missing or out of range keeps its default. */
export function knownParameters(values: Record<string, unknown>): BackdoorParameters {
  const good = Object.entries(values).filter(
    ([name, value]) =>
      backdoorParameters.shape[name as keyof BackdoorParameters]?.safeParse(value).success,
  );
  return backdoorParameters.parse(Object.fromEntries(good));
}
