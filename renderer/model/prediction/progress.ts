import type { Story, StoryPart, StoryStep } from '../../../labs/view.ts';
import type { LabProgress } from '../../../main/contract/learner.ts';
import type { PredictStep } from '../runs/choose-run.ts';
import type { CodeState } from '../../../main/contract/code.ts';
import { codeStateOf, isOlder, type CodeStep } from './code-answer.ts';
import { isCommitted, type ReflectStep } from './commitment.ts';
import { triesBeforeAnswer, type CheckStep } from './judge.ts';
import { finishes } from './step-done.ts';

export type Locked = LabProgress['predictions'][string];

/** 'not-yet': answered, and not right so far. A hint alone is no attempt. */
export type CheckStatus = 'right' | 'not-yet' | 'not-attempted';

export interface CheckProgress {
  part: StoryPart;
  step: CheckStep;
  status: CheckStatus;
  tries: number;
  /** Hints that were shown, 0 to 2. */
  hints: number;
  /** The last answer; null where there was none. */
  answer: number | string | null;
  /** Right, but only after the worked answer had been shown. */
  afterAnswer: boolean;
}

export interface PredictionProgress {
  part: StoryPart;
  step: PredictStep;
  /** Null where nothing is locked. */
  said: Locked | null;
}

export interface ReflectionProgress {
  part: StoryPart;
  step: ReflectStep;
  text: string;
  /** Whether all is there that the step asks for: words, and a choice where it offers some. */
  written: boolean;
}

/** An exercise in code: an extra, which no count of steps holds. */
export interface CodeProgress {
  part: StoryPart;
  step: CodeStep;
  status: CheckStatus;
  state: CodeState;
}

/** So many of so many. */
export interface Count {
  of: number;
  done: number;
}

export interface Counts {
  predictions: Count;
  checks: Count;
  reflections: Count;
  steps: Count;
}

/** Where a learner stands in one lab. */
export interface LabStatus extends Counts {
  /** Every check, prediction, reflection and exercise in code of the story, in reading order. */
  each: {
    checks: CheckProgress[];
    predictions: PredictionProgress[];
    reflections: ReflectionProgress[];
    codes: CodeProgress[];
  };
  parts: { part: StoryPart; steps: Count }[];
  /** The first step in reading order that is not done, to go on from; null where all are. */
  next: { part: StoryPart; step: StoryStep } | null;
  /** Whether anything at all was done or said. */
  begun: boolean;
}

/** What the learner's file says under a name; a step may be called like something that every object has. */
const at = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

function checkStatus(passed: boolean, tries: number): CheckStatus {
  if (passed) return 'right';
  return tries > 0 ? 'not-yet' : 'not-attempted';
}

/** Where one check stands. */
export function checkProgress(
  part: StoryPart,
  step: CheckStep,
  progress: LabProgress,
): CheckProgress {
  const {
    tries = 0,
    passed = false,
    hints = 0,
    answer = null,
  } = at(progress.checks, step.id) ?? {};
  return {
    part,
    step,
    status: checkStatus(passed, tries),
    tries,
    hints,
    answer,
    afterAnswer: passed && tries > triesBeforeAnswer,
  };
}

/** Where one exercise in code stands. What passed an older form of it is open again. */
function codeProgress(part: StoryPart, step: CodeStep, progress: LabProgress): CodeProgress {
  const state = codeStateOf(step.task, progress);
  const passed = state.passed && !isOlder(step.task, state);
  return { part, step, status: checkStatus(passed, state.tries), state };
}

const isNoExtra = ({ kind }: StoryStep) => kind !== 'code';

/**
 * Where the learner stands in a lab. Goes by the story: what the file says of steps that the story no longer has is left out.
 * A step is done once it was gone on from, or once what it asks for is there.
 */
export function labStatus(story: Story, progress: LabProgress): LabStatus {
  const all = story.parts.flatMap((part) => part.steps.map((step) => ({ part, step })));
  const checks: CheckProgress[] = [];
  const predictions: PredictionProgress[] = [];
  const reflections: ReflectionProgress[] = [];
  const codes: CodeProgress[] = [];
  for (const { part, step } of all) {
    if (step.kind === 'check') checks.push(checkProgress(part, step, progress));
    if (step.kind === 'code') codes.push(codeProgress(part, step, progress));
    if (step.kind === 'predict')
      predictions.push({ part, step, said: at(progress.predictions, step.id) ?? null });
    if (step.kind === 'reflect') {
      const text = at(progress.reflections, step.id) ?? '';
      reflections.push({ part, step, text, written: isCommitted(step, text) });
    }
  }
  const stepCount = (steps: readonly StoryStep[]): Count => {
    const asked = steps.filter(isNoExtra);
    return { done: asked.filter((step) => isDone(step, progress)).length, of: asked.length };
  };
  const steps = stepCount(all.map(({ step }) => step));
  return {
    steps,
    predictions: counted(predictions, ({ said }) => said !== null),
    checks: counted(checks, ({ status }) => status === 'right'),
    reflections: counted(reflections, ({ written }) => written),
    each: { checks, predictions, reflections, codes },
    parts: story.parts.map((part) => ({ part, steps: stepCount(part.steps) })),
    next: all.find(({ step }) => isNoExtra(step) && !isDone(step, progress)) ?? null,
    begun:
      steps.done > 0 ||
      checks.some(({ tries, hints }) => tries + hints > 0) ||
      codes.some(({ state, step }) => state.code !== step.task.starter) ||
      reflections.some(({ text }) => text.trim() !== ''),
  };
}

/** The counts of several labs together. */
export function overall(labs: readonly Counts[]): Counts {
  const sum = (of: (one: Counts) => Count): Count => ({
    done: labs.reduce((all, one) => all + of(one).done, 0),
    of: labs.reduce((all, one) => all + of(one).of, 0),
  });
  return {
    predictions: sum((one) => one.predictions),
    checks: sum((one) => one.checks),
    reflections: sum((one) => one.reflections),
    steps: sum((one) => one.steps),
  };
}

function isDone(step: StoryStep, progress: LabProgress): boolean {
  const asks = step.kind === 'predict' || step.kind === 'check' || step.kind === 'reflect';
  return progress.done.includes(step.id) || (asks && finishes(step, progress, false));
}

const counted = <T>(all: readonly T[], done: (one: T) => boolean): Count => ({
  done: all.filter(done).length,
  of: all.length,
});
