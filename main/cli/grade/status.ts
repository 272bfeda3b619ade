import type { LabProgress } from '../../contract/learner.ts';
import { hasSettings, judgingRun } from '../../contract/judging.ts';
import type { AskedLab, AskedStep } from './asked.ts';
import type { Submission, SubmittedRun } from './submission.ts';

export interface CheckStatus {
  status: 'right' | 'not yet' | 'not attempted';
  tries: number;
  hints: number;
}

export interface PredictionStatus {
  said: number | string;
  /** From the card of a run that carries the prediction; empty where no such run is in the file. */
  unit: string;
  /** 0 to 1; null where they did not say. */
  confidence: number | null;
  lockedAt: string;
  /**
   * The run that judges it; null where none does yet, 'missing' where it met one that is not in the
   * file, 'formula' where the part asks for none.
   */
  run: SubmittedRun | 'missing' | 'formula' | null;
}

const at = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
const progressOf = ({ learner }: Submission, lab: string): LabProgress | undefined =>
  learner ? at(learner.labs, lab) : undefined;

/** A hint alone is no attempt. */
export function checkStatus(file: Submission, { lab, id }: AskedStep): CheckStatus {
  const said = at(progressOf(file, lab)?.checks ?? {}, id);
  const { tries = 0, hints = 0, passed = false } = said ?? {};
  return { status: statusWords(passed, tries), tries, hints };
}

function statusWords(passed: boolean, tries: number): CheckStatus['status'] {
  if (passed) return 'right';
  return tries > 0 ? 'not yet' : 'not attempted';
}

/** Null where nothing was predicted. */
export function predictionStatus(file: Submission, step: AskedStep): PredictionStatus | null {
  const { lab, id } = step;
  const said = at(progressOf(file, lab)?.predictions ?? {}, id);
  if (!said) return null;
  const carrier = file.runs.find((run) => run.lab === lab && run.prediction?.step === id);
  return {
    said: said.value,
    unit: carrier?.prediction?.unit ?? '',
    confidence: said.confidence ?? null,
    lockedAt: said.lockedAt,
    run: judgeIn(file, step, said),
  };
}

/**
 * By the rule of `main/contract/judging.ts`. A notebook of before it does not say what a question
 * is about: there it is the first run that followed.
 */
function judgeIn(
  file: Submission,
  { lab, id, needsRun }: AskedStep,
  { lockedAt, usedBy }: LabProgress['predictions'][string],
): PredictionStatus['run'] {
  if (needsRun === false) return 'formula';
  const runs = file.runs.filter((run) => run.lab === lab);
  const used = usedBy === null ? null : (runs.find((run) => run.id === usedBy) ?? 'missing');
  const about = file.exercises
    ?.find((asked) => asked.lab === lab)
    ?.steps.find((step) => step.id === id && step.kind === 'predict')?.about;
  if (!about) return used;
  const { former } = about;
  const fits = (run: SubmittedRun) =>
    hasSettings(run, about.parameters) ||
    (former !== undefined &&
      former.without.every((name) => run.parameters[name] === undefined) &&
      hasSettings(run, former.parameters));
  const judge = judgingRun({ step: id, lockedAt, seen: about.seen, fits }, runs);
  return judge ?? (used === 'missing' ? used : null);
}

/** What was written; empty where nothing was. */
export const reflectionText = (file: Submission, { lab, id }: AskedStep): string =>
  (at(progressOf(file, lab)?.reflections ?? {}, id) ?? '').trim();

/** How many words a reflection has; 0 where there is none. */
export const reflectionWords = (file: Submission, step: AskedStep): number =>
  reflectionText(file, step).split(/\s+/).filter(Boolean).length;

export interface Counts {
  right: number;
  checks: number;
  predicted: number;
  predictions: number;
  reflected: number;
  reflections: number;
}

const nothing: Readonly<Counts> = {
  right: 0,
  checks: 0,
  predicted: 0,
  predictions: 0,
  reflected: 0,
  reflections: 0,
};

/** How much of what a lab asks is there. */
export function labCounts(file: Submission, lab: AskedLab): Counts {
  const counts = { ...nothing };
  for (const step of lab.steps) {
    if (step.kind === 'check') {
      counts.checks += 1;
      if (checkStatus(file, step).status === 'right') counts.right += 1;
    } else if (step.kind === 'predict') {
      counts.predictions += 1;
      if (predictionStatus(file, step)) counts.predicted += 1;
    } else {
      counts.reflections += 1;
      if (reflectionWords(file, step) > 0) counts.reflected += 1;
    }
  }
  return counts;
}

/** Every check right, every prediction made, something written wherever it is asked for. */
export function isLabDone(file: Submission, lab: AskedLab): boolean {
  const { right, checks, predicted, predictions, reflected, reflections } = labCounts(file, lab);
  return right === checks && predicted === predictions && reflected === reflections;
}

export function totals(file: Submission, labs: readonly AskedLab[]): Counts {
  const sum = { ...nothing };
  for (const lab of labs)
    for (const [name, count] of Object.entries(labCounts(file, lab)) as [keyof Counts, number][])
      sum[name] += count;
  return sum;
}
