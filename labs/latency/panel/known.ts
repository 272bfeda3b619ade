import { z } from 'zod';
import {
  candidateRow,
  closedFormRow,
  frontierRow,
  latencyMeasured,
  latencyParameters,
  modelRow,
  simulationRow,
  type LatencyMeasured,
  type LatencyParameters,
  type LatencyResult,
} from '../lab.ts';

const part = <T extends z.ZodType>(schema: T, value: unknown): z.output<T> | null => {
  const read = schema.safeParse(value);
  return read.success ? read.data : null;
};

/** What is known of a result at any stage: parts that are missing or broken are empty. Never throws. */
export function knownResult(value: unknown): LatencyResult {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  return {
    models: part(z.array(modelRow), given.models) ?? [],
    simulation: part(z.array(simulationRow), given.simulation) ?? [],
    closedForms: part(z.array(closedFormRow), given.closedForms) ?? [],
    frontier: part(z.array(frontierRow), given.frontier) ?? undefined,
    ...(given.candidates === undefined
      ? {}
      : { candidates: part(z.array(candidateRow), given.candidates) ?? undefined }),
  };
}

/** The timed calls of a card; null where there are none. */
export function knownMeasured(value: unknown): LatencyMeasured | null {
  const measured = part(latencyMeasured, value);
  return measured && measured.service.some((entry) => entry.timesMs.length > 0) ? measured : null;
}

/** The controls' values; whatever is missing or out of range keeps its default. */
export function knownParameters(values: Record<string, unknown>): LatencyParameters {
  const good = Object.entries(values).filter(
    ([name, value]) =>
      latencyParameters.shape[name as keyof LatencyParameters]?.safeParse(value).success,
  );
  return latencyParameters.parse(Object.fromEntries(good));
}
