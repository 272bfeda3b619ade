import { z } from 'zod';
import type { AskedLab, AskedStep } from '../asked.ts';
import { checkStatus, predictionStatus, reflectionWords } from '../status.ts';
import type { Submission } from '../submission.ts';

const points = z.number().min(0).max(1_000);

/** What is worth how many points. Everything may be left out. */
export const rubricSchema = z.strictObject({
  /** What the column is called in a gradebook. */
  title: z.string().trim().min(1).max(100).default('Lectern'),
  /** Points for a check that is right, a prediction that was made, a text that was written. */
  check: points.default(1),
  predict: points.default(1),
  reflect: points.default(1),
  /** Points for each answer in code that passed when it was run again. They are extras: left out, they count nothing. */
  code: points.default(0),
  /** What each hint to a check costs; a check never has less than 0. */
  hint: points.default(0),
  /** So many words a text must have. */
  words: z.number().int().min(1).max(5_000).default(1),
  /** Points of single steps, "lab/step", in place of those of their kind. */
  steps: z.record(z.string(), points).default({}),
});
export type Rubric = z.infer<typeof rubricSchema>;
export const plainRubric: Rubric = rubricSchema.parse({});

/** Reads a rubric's text. What is wrong with it comes in words. */
export function readRubric(
  text: string,
): { ok: true; rubric: Rubric } | { ok: false; why: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, why: 'it is no JSON' };
  }
  const read = rubricSchema.safeParse(value);
  if (read.success) return { ok: true, rubric: read.data };
  const [first] = read.error.issues;
  const at = first!.path.join('.');
  return { ok: false, why: `${at === '' ? '' : `${at}: `}${first!.message}` };
}

/** What a step is worth at most. */
export const worth = (rubric: Rubric, { lab, id, kind }: AskedStep): number =>
  Object.hasOwn(rubric.steps, `${lab}/${id}`) ? rubric.steps[`${lab}/${id}`]! : rubric[kind];

/** What a step's answer is given. */
export function pointsOf(rubric: Rubric, file: Submission, step: AskedStep): number {
  const full = worth(rubric, step);
  if (step.kind === 'predict') return predictionStatus(file, step) ? full : 0;
  if (step.kind === 'reflect') return reflectionWords(file, step) >= rubric.words ? full : 0;
  const { status, hints } = checkStatus(file, step);
  return status === 'right' ? Math.max(0, full - rubric.hint * hints) : 0;
}

const sum = (numbers: readonly number[]) =>
  Math.round(numbers.reduce((all, one) => all + one, 0) * 100) / 100;

/** What a file is given for some labs, to the hundredth. */
export const pointsIn = (rubric: Rubric, file: Submission, labs: readonly AskedLab[]): number =>
  sum(labs.flatMap(({ steps }) => steps.map((step) => pointsOf(rubric, file, step))));

/** What a file's answers in code are given. */
export const codePointsIn = (rubric: Rubric, { code }: Pick<Submission, 'code'>): number =>
  sum(code.map(({ lab, exercise, passes }) => (passes ? codeWorth(rubric, lab, exercise) : 0)));

/** What an exercise in code is worth. */
export const codeWorth = (rubric: Rubric, lab: string, exercise: string): number =>
  Object.hasOwn(rubric.steps, `${lab}/${exercise}`)
    ? rubric.steps[`${lab}/${exercise}`]!
    : rubric.code;

/** What can be had for some labs. */
export const mostPoints = (rubric: Rubric, labs: readonly AskedLab[]): number =>
  sum(labs.flatMap(({ steps }) => steps.map((step) => worth(rubric, step))));

/** Steps that the rubric names and no file asks: a slip of the pen, or a lab that nobody opened. */
export function unknownSteps(
  rubric: Rubric,
  labs: readonly AskedLab[],
  code: readonly { lab: string; exercise: string }[] = [],
): string[] {
  const asked = new Set([
    ...labs.flatMap(({ steps }) => steps.map(({ lab, id }) => `${lab}/${id}`)),
    ...code.map(({ lab, exercise }) => `${lab}/${exercise}`),
  ]);
  return Object.keys(rubric.steps).filter((name) => !asked.has(name));
}
