import { availableParallelism } from 'node:os';
import { catalog } from '../../../compute/catalog.ts';
import { exercisesOf, judgeCode } from '../../../compute/code/judge-code.ts';
import { limits } from '../../../sandbox/program.ts';
import { createSandbox } from '../../../sandbox/sandbox.ts';
import type { CodeExercise } from '../../../../labs/kit/code/exercise.ts';
import type { Submission } from '../submission.ts';
import type { CodeFound } from './code-found.ts';
import { fingerprint } from './fingerprint.ts';

/** A program that met its time limit is tried once more with so many times as much: others run beside it here. */
const patience = 5;

export interface RunAgain {
  /** Draws the tests' data: one seed for the whole grading, another each time. */
  seed: number;
  /** The labs that are graded; null: all. */
  labs: readonly string[] | null;
  /** How many were run, of how many. */
  onRun?: (done: number, of: number) => void;
}

interface Job {
  file: Submission;
  lab: string;
  exercise: CodeExercise;
}

/**
 * Runs every answer in code of every file again, in the sandbox, several at a time, on data from one seed, and notes in each file
 * what came of it. Nothing that a notebook says is believed, and no answer holds up the others.
 */
export async function runCodeAgain(
  files: readonly Submission[],
  { seed, labs, onRun = () => undefined }: RunAgain,
): Promise<void> {
  const jobs: Job[] = [];
  for (const lab of catalog.ids().filter((id) => labs === null || labs.includes(id)))
    for (const exercise of await exercisesOf(lab))
      for (const file of files)
        if (answerIn(file, lab, exercise)) jobs.push({ file, lab, exercise });
  if (jobs.length === 0) return;
  const workers = Math.max(1, Math.min(availableParallelism(), jobs.length));
  const sandbox = createSandbox({ workers });
  const found = new Map<Job, CodeFound>();
  const next = jobs.values();
  const lane = async () => {
    for (const job of next) {
      const { file, lab, exercise } = job;
      const kept = answerIn(file, lab, exercise)!;
      const judge = (timeMs: number) => judgeCode(sandbox, exercise, kept.answer, seed, timeMs);
      let verdict = await judge(limits.timeMs);
      if (verdict.stopped && /longer than/.test(verdict.stopped.what))
        verdict = await judge(patience * limits.timeMs);
      const broken = verdict.properties.filter(({ passed }) => passed === false);
      const print = fingerprint(kept.answer);
      found.set(job, {
        lab,
        exercise: exercise.id,
        title: exercise.title,
        claims: kept.passed,
        passes: verdict.passed,
        older: kept.version < exercise.version,
        newer: kept.version > exercise.version,
        tries: kept.tries,
        hints: kept.hints,
        opened: kept.opened,
        broken: [
          ...(verdict.stopped ? [verdict.stopped.what] : []),
          ...broken.map(({ says }) => says),
        ],
        print: print === fingerprint(exercise.answer) ? null : print,
      });
      onRun(found.size, jobs.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: workers }, lane));
  } finally {
    await sandbox.close();
  }
  for (const job of jobs) job.file.code.push(found.get(job)!);
}

/** What a file holds of an exercise, once something was judged. */
function answerIn({ learner }: Submission, lab: string, { id }: CodeExercise) {
  const progress = learner && Object.hasOwn(learner.labs, lab) ? learner.labs[lab] : undefined;
  const kept =
    progress?.codes && Object.hasOwn(progress.codes, id) ? progress.codes[id] : undefined;
  return kept && kept.answer !== null ? { ...kept, answer: kept.answer } : null;
}
