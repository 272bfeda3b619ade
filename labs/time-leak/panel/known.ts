import { z } from 'zod';
import {
  divisionRow,
  driftRow,
  gapRow,
  joinRow,
  sampleRow,
  scoreRow,
  sourceRow,
  sweepRow,
  timeLeakParameters,
  timeLeakResult,
  type TimeLeakParameters,
  type TimeLeakResult,
} from '../lab.ts';

const part = <T extends z.ZodType>(schema: T, value: unknown): z.output<T> | null => {
  const read = schema.safeParse(value);
  return read.success ? read.data : null;
};

/** What is known of a result at any stage; `data` is null before there is any. */
export type KnownResult = Omit<TimeLeakResult, 'data'> & { data: TimeLeakResult['data'] | null };

/** What is known of a result: parts that are missing or broken are empty. Never throws. */
export function knownResult(value: unknown): KnownResult {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  return {
    data: part(timeLeakResult.shape.data, given.data),
    scores: part(z.array(scoreRow), given.scores) ?? [],
    gaps: part(z.array(gapRow), given.gaps) ?? [],
    splits: part(z.array(divisionRow), given.splits) ?? [],
    joins: part(z.array(joinRow), given.joins) ?? [],
    sources: part(z.array(sourceRow), given.sources) ?? [],
    drift: part(z.array(driftRow), given.drift) ?? [],
    sweep: part(z.array(sweepRow), given.sweep) ?? [],
    sample: part(z.array(sampleRow), given.sample) ?? [],
  };
}

/** The controls' values; whatever is missing or out of range keeps its default. */
export function knownParameters(values: Record<string, unknown>): TimeLeakParameters {
  const good = Object.entries(values).filter(
    ([name, value]) =>
      timeLeakParameters.shape[name as keyof TimeLeakParameters]?.safeParse(value).success,
  );
  return timeLeakParameters.parse(Object.fromEntries(good));
}
