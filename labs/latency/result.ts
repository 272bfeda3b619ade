import { z } from 'zod';
import { modelNames, stakeholderNames } from './names.ts';

/** Every timed call, in milliseconds, in the order it was made. */
export const latencyMeasured = z.object({
  service: z.array(
    z.object({ model: z.enum(modelNames), batch: z.number().int(), timesMs: z.array(z.number()) }),
  ),
});
export type LatencyMeasured = z.output<typeof latencyMeasured>;

const milliseconds = z.number().nullable();

/** One simulated queue: a model in a set-up at a rate of arrivals. */
export const simulationRow = z.object({
  model: z.enum(modelNames),
  replicas: z.number().int(),
  maxBatch: z.number().int(),
  maxWaitMs: z.number(),
  queueCapacity: z.number().int(),
  arrivalsPerSecond: z.number(),
  /** True for the row at the learner's own settings; the others draw the curve. */
  chosen: z.boolean(),
  /** False where more work arrives than the replicas can do and nothing turns it away: there is no mean to report. */
  stable: z.boolean(),
  /** Share of the replicas' time that is busy; null where not stable. */
  utilization: z.number().nullable(),
  meanMs: milliseconds,
  p50Ms: milliseconds,
  p95Ms: milliseconds,
  p99Ms: milliseconds,
  /** Requests answered a second. */
  throughput: z.number().nullable(),
  /** Requests answered within the limit a second. */
  goodput: z.number().nullable(),
  /** Share of the requests that found the queue full. */
  turnedAway: z.number().nullable(),
  ci95: z.object({
    meanMs: z.tuple([z.number(), z.number()]).nullable(),
    p99Ms: z.tuple([z.number(), z.number()]).nullable(),
  }),
});
export type SimulationRow = z.output<typeof simulationRow>;

/**
 * One simulated point of the throughput–p99 frontier. Its service times are the fitted line and
 * what the calls of all batch sizes strayed from it.
 */
export const frontierRow = z.object({
  model: z.enum(modelNames),
  /** 'line': a point of a line; 'chosen': the learner's own setting; 'noWait': the same without the wait. */
  kind: z.enum(['line', 'chosen', 'noWait']),
  replicas: z.number().int(),
  maxBatch: z.number().int(),
  maxWaitMs: z.number(),
  limitMs: z.number(),
  arrivalsPerSecond: z.number(),
  stable: z.boolean(),
  /** Requests answered a second, and of those the ones within the limit. */
  throughput: z.number().nullable(),
  goodput: z.number().nullable(),
  utilization: z.number().nullable(),
  meanBatch: z.number().nullable(),
  meanMs: milliseconds,
  p99Ms: milliseconds,
  ci95: z.object({
    meanMs: z.tuple([z.number(), z.number()]).nullable(),
    p99Ms: z.tuple([z.number(), z.number()]).nullable(),
  }),
});
export type FrontierRow = z.output<typeof frontierRow>;

/** A textbook formula at the learner's own settings, for comparison with the simulation. */
export const closedFormRow = z.object({
  model: z.enum(modelNames),
  formula: z.enum(['M/M/c', 'M/D/1', 'M/G/1']),
  stable: z.boolean(),
  meanMs: milliseconds,
  p50Ms: milliseconds,
  p95Ms: milliseconds,
  p99Ms: milliseconds,
});
export type ClosedFormRow = z.output<typeof closedFormRow>;

/** One trained and timed model. */
export const modelRow = z.object({
  name: z.enum(modelNames),
  /** Trainable weights. */
  parameters: z.number().int(),
  auc: z.number(),
  /** Share of clicks among the tenth of the test rows that the model ranks highest; runs from before part 5 have none. */
  precisionAtTop10: z.number().optional(),
  /** Least squares fit of the measured medians: s(b) = alphaMs + betaMs·b. */
  service: z.object({ alphaMs: z.number(), betaMs: z.number() }),
  measured: z.array(
    z.object({
      batch: z.number().int(),
      p50Ms: z.number(),
      p95Ms: z.number(),
      p99Ms: z.number(),
      meanMs: z.number(),
      itemsPerSecond: z.number(),
    }),
  ),
  /** Of the calls with one row: equal bins from `fromMs`, each `binMs` wide; the last also holds all that is above. */
  histogram: z.object({ fromMs: z.number(), binMs: z.number(), counts: z.array(z.number().int()) }),
  /** 95 % interval of the median of the calls with one row, in milliseconds; cards of version 2 and before have none. */
  medianIntervalMs: z.tuple([z.number(), z.number()]).optional(),
});
export type ModelRow = z.output<typeof modelRow>;

/** What a study says that a delay costs, at the learner's own answer time and page. */
export const conversionRow = z.object({
  curve: z.enum(['akamai-phone', 'akamai-tablet', 'akamai-desktop', 'booking', 'google']),
  /** How much later the answer comes. */
  deltaMs: z.number(),
  /** Change as a part: of orders for Akamai and Booking.com, of visits kept for Google. */
  relative: z.number(),
  /** True where the study measured nothing like it. */
  extrapolated: z.boolean(),
});
export type ConversionRow = z.output<typeof conversionRow>;

/** One model in one serving set-up, simulated at the learner's own arrivals. */
export const candidateRow = z.object({
  /** Stable: model/replicas x batch, then w and the wait, q and the queue places where they are set: "large/4x16", "small/2x8w5q50". */
  id: z.string(),
  model: z.enum(modelNames),
  replicas: z.number().int(),
  maxBatch: z.number().int(),
  maxWaitMs: z.number(),
  queueCapacity: z.number().int(),
  arrivalsPerSecond: z.number(),
  stable: z.boolean(),
  /** Null where not stable, as for the next two. */
  meanMs: milliseconds,
  p99Ms: milliseconds,
  turnedAway: z.number().nullable(),
});
export type CandidateRow = z.output<typeof candidateRow>;

/** What a candidate is to a stakeholder: in the stakeholder's own unit, and from 0 (worst) to 1 (best). Null where it has no value. */
export const stakeholderRow = z.object({
  who: z.enum(stakeholderNames),
  candidate: z.string(),
  raw: z.number().nullable(),
  score: z.number().nullable(),
});
export type StakeholderRow = z.output<typeof stakeholderRow>;

/** What load and limit came to on this computer, with what they were multiples of. */
export const askedRow = z.object({
  arrivalsPerSecond: z.number(),
  limitMs: z.number(),
  /** Requests a second that one replica of the large model answers one by one at most. */
  perSecond: z.number(),
  /**
   * The time that 99 of 100 calls of the large model with one row keep, where calls of every batch
   * size say how long one is held up, ms.
   */
  p99Ms: z.number(),
});
export type AskedRow = z.output<typeof askedRow>;

/** What a run finds out. */
export const latencyResult = z.object({
  models: z.array(modelRow),
  simulation: z.array(simulationRow),
  closedForms: z.array(closedFormRow),
  /** Absent until the large model is timed, and in runs from before load and limit followed the computer: theirs were numbers. */
  asked: askedRow.optional(),
  /** Absent where the run ended before it was simulated, and in runs from before there was one. */
  frontier: z.array(frontierRow).optional(),
  /** Missing in a run that was stopped, and in cards from before the part existed. */
  conversion: z.array(conversionRow).optional(),
  // Part 5; runs from before it have none of these.
  candidates: z.array(candidateRow).optional(),
  stakeholders: z.array(stakeholderRow).optional(),
  /** Ids of the candidates that no other one matches or beats for all four. */
  pareto: z.array(z.string()).optional(),
});
export type LatencyResult = z.output<typeof latencyResult>;
