import { z } from 'zod';
import { errorData } from './errors.ts';
import { parsedJson } from './parsed-json.ts';

/** The backends TensorFlow.js can run on here; `tensorflow` is the native one. */
export const backendName = z.enum(['tensorflow', 'wasm', 'cpu']);
export type BackendName = z.infer<typeof backendName>;

/**
 * What a run was made on: a backend, or the native one with trainings as whole graphs in TensorFlow. `tensorflow` alone, as in older
 * cards: step by step.
 */
export const runBackend = z.enum([...backendName.options, 'tensorflow-graph']);
export type RunBackend = z.infer<typeof runBackend>;

export const runStatus = z.enum(['queued', 'running', 'stopped', 'failed', 'finished']);
export type RunStatus = z.infer<typeof runStatus>;

/** Values that survive JSON. A lab's own schema narrows them; the boundary only knows that they are data. */
export const json = z.json();
export const parameters = z.record(
  z.string().max(60),
  z.union([z.number(), z.string().max(200), z.boolean()]),
);
export type Parameters = z.infer<typeof parameters>;

/** At most this many points of a series are kept in a card or sent to a window. */
export const maxSeriesPoints = 300;
export const series = z.record(
  z.string(),
  z.array(z.tuple([z.number(), z.number()])).max(maxSeriesPoints),
);
export type Series = z.infer<typeof series>;

/** Seeds are 32-bit so that they can be typed, spoken and put in an address. */
export const maxSeed = 4_294_967_295;
export const seed = z.number().int().min(0).max(maxSeed);

export const phase = z.object({
  /** What is being done now, in the learner's words: "Training the large model". */
  label: z.string().max(120),
  /** 0-based place of this phase among `count`. */
  index: z.number().int().min(0),
  count: z.number().int().min(1),
  /** Part of the whole run that is done, 0 to 1. */
  fraction: z.number().min(0).max(1),
});

/** One progress record, from compute to host. `partial` and `measured` replace what came before; `points` are appended. */
export const progress = z.object({
  phase,
  points: series.optional(),
  partial: json.optional(),
  measured: json.optional(),
  /** Said once it is known how nets are trained. */
  training: z
    .object({
      backend: runBackend,
      /** Why the native backend trains step by step; null where it does not, or where nobody tried otherwise. */
      fault: z.string().max(300).nullable(),
    })
    .optional(),
});
export type Progress = z.infer<typeof progress>;

/** How sure a person is, as a probability from 0 to 1. */
export const confidence = z.number().min(0).max(1);

/** A curve that somebody drew: its points by x, in the units of the story's step. */
export const drawnCurve = z
  .array(z.tuple([z.number(), z.number()]))
  .min(2)
  .max(24);
export type DrawnCurve = z.infer<typeof drawnCurve>;

/** What the learner said before the result was shown. */
export const prediction = z.object({
  step: z.string().max(60),
  question: z.string().max(400),
  value: z.union([z.number(), z.string().max(200)]),
  unit: z.string().max(40),
  lockedAt: z.iso.datetime(),
  /** Left out where they did not say. */
  confidence: confidence.optional(),
  /** Drawn beside the value. Left out where they drew nothing, and by a Lectern that knew no drawing. */
  curve: drawnCurve.optional(),
});
export type Prediction = z.infer<typeof prediction>;

const identity = {
  id: z.string().regex(/^[a-z0-9-]{8,64}$/),
  /** Counts the runs on this computer from 1: what people call a run. */
  number: z.number().int().min(1),
  lab: z.string().max(60),
  labVersion: z.number().int().min(1),
  parameters,
  seed,
  preset: z.string().max(60).nullable(),
  prediction: prediction.nullable(),
  pinned: z.boolean(),
  /** The run whose measurements were used instead of measuring anew; null where this run measured for itself. */
  measuredFrom: z.string().max(64).nullable(),
  status: runStatus,
  startedAt: z.iso.datetime(),
  durationMs: z.number().min(0),
  backend: runBackend.nullable(),
  series,
  /** The lab's result; partial where `complete` is false; null where nothing was measured yet. */
  result: json.nullable(),
  complete: z.boolean(),
  error: errorData.nullable(),
};

/** A run as every window sees it while it waits, runs and after it ended. */
export const runSnapshot = z.object({ ...identity, phase: phase.nullable() });
export type RunSnapshot = z.infer<typeof runSnapshot>;

/** A run in a list: everything but its bulk. */
export const runSummary = runSnapshot.omit({ series: true, result: true });
export type RunSummary = z.infer<typeof runSummary>;

export const cardFormat = 'lectern-run';
export const cardVersion = 1;

/** The file a finished, stopped or failed run leaves: everything needed to read, compare and replay it. */
export const runCard = z.object({
  format: z.literal(cardFormat),
  formatVersion: z.literal(cardVersion),
  ...identity,
  /** All that came from a clock. A result is a pure function of (parameters, seed, measured). */
  measured: json.nullable(),
  threads: z.number().int().min(1).nullable(),
  versions: z
    .object({
      lectern: z.string(),
      tfjs: z.string(),
      tensorflow: z.string().nullable(),
      node: z.string(),
    })
    .nullable(),
  machine: z.object({
    platform: z.string(),
    arch: z.string(),
    cpu: z.string(),
    cores: z.number().int(),
    memoryGb: z.number(),
  }),
  /** SHA-256 of the card's canonical JSON without `hash` and `pinned`. */
  hash: z.string(),
});
export type RunCard = z.infer<typeof runCard>;

/** A card out of a text. Of cards that come another way it says too little: use `runCard`. */
export const parsedCard = runCard.extend({ result: parsedJson, measured: parsedJson });
