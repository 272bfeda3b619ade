import type { z } from 'zod';
import type { Trainer } from './kit/trainer/trainer.ts';
import type { Random } from './math/random.ts';

/** The TensorFlow.js namespace that a run is handed. Labs never import it: the backend is compute's choice. */
export type Tf = typeof import('@tensorflow/tfjs');
export type * from './tensors.ts';

/** A named set of parameters that tells a story. What it leaves out keeps its default. */
export interface Preset<P> {
  id: string;
  title: string;
  /** One sentence: what this set is for. */
  about: string;
  /** The part of the story whose question its words answer: while that is open, it is not shown beside it. */
  answers?: string;
  parameters: Partial<P>;
}

/** A point of a progress series: x (epoch, batch, load …) and y. */
export type Point = [x: number, y: number];

/** One progress record. Yield one at least every 100 ms: it is also where Stop is heard. */
export interface LabProgress<R, M> {
  /** What is being done, in the learner's words: "Training the large model". */
  phase: string;
  phaseIndex: number;
  phaseCount: number;
  /** Part of the whole run that is done, 0 to 1; never falls. */
  fraction: number;
  /** New points of each series since the last record. */
  points?: Record<string, Point[]>;
  /** All that is known of the result so far. Replaces the last partial. */
  partial?: Partial<R>;
  /** All that was measured so far. Replaces the last. */
  measured?: M;
}

/** Everything a run may use. There is nothing else: no global clock, no global randomness. */
export interface LabContext<M> {
  tf: Tf;
  /** Trains nets, in the way that is fastest on this backend. */
  trainer: Trainer;
  /** Seeded from the run's seed. `fork` it by purpose, so that adding a draw in one place moves no other. */
  random: Random;
  /** Aborted when the run is to stop. A run that sees it returns by throwing `signal.reason`. */
  signal: AbortSignal;
  /** A monotonic clock in milliseconds. What it says goes into `measured`, never straight into the result. */
  now: () => number;
  /** Measurements of an earlier run to use instead of measuring; null when this run measures. */
  measured: M | null;
  /** Lets cancellation and messages in. Await it between batches. */
  yieldToEventLoop: () => Promise<void>;
}

export interface LabOutcome<R, M> {
  result: R;
  measured: M | null;
}

/** What `run.ts` exports as `run`: yields progress, returns the outcome. */
export type LabRun<P, R, M> = (
  context: LabContext<M>,
  parameters: P,
) => AsyncGenerator<LabProgress<R, M>, LabOutcome<R, M>, void>;

/** What `run.ts` may export as `open`: keeps the finished run's models and answers questions about them. */
export interface OpenRun {
  /** Answers one named question; the manifest's `questions` hold its schemas. */
  ask(name: string, question: unknown): Promise<unknown>;
  /** Frees the tensors. */
  dispose(): void;
}
export type LabOpen<P, R, M> = (
  context: LabContext<M>,
  parameters: P,
  outcome: LabOutcome<R, M>,
) => Promise<OpenRun>;

/**
 * How a replay on another backend, version or processor is compared, where 2 % of each value is not the measure: float arithmetic then adds
 * up in another order, and training carries that on. Measured, and said why in the manifest.
 */
export interface Elsewhere {
  /** Largest relative difference of two numbers that agree. */
  tolerance?: number;
  /**
   * Numbers no farther apart than this agree whatever they are relative to each other: for rates of
   * a few hundred cases, of which some are near 0.
   */
  within?: number;
  /** What of the result is not compared, by its name at the top: the details of single cases, which no two backends have in common. */
  leftOut?: string[];
}

/** One finding of a run, in words and figures. */
interface Recap {
  what: string;
  value: string;
  unit: string;
  /** The part of the story whose question this number answers: while that is open, nothing shows it. */
  answers: string;
}

/** What a lab is. `lab.ts` of each lab's folder exports one as `lab`. */
export interface Lab<
  PS extends z.ZodObject = z.ZodObject,
  RS extends z.ZodType = z.ZodType,
  MS extends z.ZodType = z.ZodType,
> {
  id: string;
  /** Raised when the same parameters and seed give other numbers than before. */
  version: number;
  title: string;
  /** The question that stands on top of the lab. */
  question: string;
  /** About how long the default run takes, in seconds. */
  expectedSeconds: number;
  /** Built from the helpers in `parameters.ts`, so that each carries its label, unit, range, step and help. */
  parameters: PS;
  presets: Preset<z.output<PS>>[];
  /**
   * What a default run was before some parameters existed: a card without them that says this is about what a default run is about
   * today. A question that was answered then stays answered.
   */
  former?: { without: (keyof z.output<PS> & string)[]; parameters: Partial<z.output<PS>> };
  result: RS;
  measured: MS;
  /** Kinds of layer the lab trains: what a backend must be able to differentiate. */
  needs: ('dense' | 'convolution')[];
  questions: Record<string, { question: z.ZodType; answer: z.ZodType }>;
  /** Left out: 2 %. */
  elsewhere?: Elsewhere;
  /**
   * A table of the result for the terminal: a header row, then rows. The last cell of the last row is
   * the key number of a pinned run.
   */
  summary: (result: z.output<RS>) => string[][];
  /** The part of the story whose question the key number answers, if one does: while that is open, it waits. */
  keyAnswers?: string;
  /**
   * The one finding that the lecture's last slide shows of a complete run: "requests a second
   * within 100 ms", "825", "/s". Null where this run has none.
   */
  recap: (result: z.output<RS>) => Recap | null;
  /**
   * What the series of a run's card are called where they stand by name: "loss.control" is "loss, a
   * second model". Left out: their own names. None says what answers an open question.
   */
  seriesNames?: Record<string, string>;
}

/** Keeps the types of a manifest exact. */
export function defineLab<PS extends z.ZodObject, RS extends z.ZodType, MS extends z.ZodType>(
  lab: Lab<PS, RS, MS>,
): Lab<PS, RS, MS> {
  return lab;
}
