import { z } from 'zod';
import { closeRule } from './room-spread.ts';
import { confidence, parameters } from './run.ts';

/** Names a question for good: `predict/<lab>/<step>`, or what a slide asks: `poll/<poll>`, `rows/<slide>` and so on. */
export const questionId = z
  .string()
  .regex(/^((poll|rows|weights|group)\/[a-z0-9-]+|predict\/[a-z0-9-]+\/[a-z0-9-]+)$/)
  .max(140);

const name = z.string().min(1).max(200);
const option = z.object({ id: name, label: name });

const asked = { id: questionId, text: z.string().min(1).max(400) };
const noPrediction = { predicted: z.null() };

/** What makes a question a prediction of a run; null for a slide's poll. */
const predicted = z.object({
  lab: z.string().max(60),
  /** The settings that a run must have to judge it. */
  settings: parameters,
  /** When a number counts as close, and how that is said ("within 25 %"); null for a choice, which is right or wrong. */
  close: closeRule.extend({ words: z.string().max(80) }).nullable(),
  /** A formula answers it: no run is waited for. */
  formula: z.boolean().default(false),
});

/** A line of a table, to be ticked or not. Phones are told what is right, and why, when it is shown. */
const row = z.object({
  id: name,
  cells: z.array(z.string().max(60)).min(1).max(6),
  right: z.boolean(),
  why: z.string().max(200),
});

/** A countdown as windows share it. */
const countdown = z.object({
  /** When it ends, in ms since 1970 on this computer; null while it stands. */
  endsAt: z.number().nullable(),
  /** What is left while it stands, in ms. */
  leftMs: z.number().min(0),
});

/** What the room is asked now, as a window of the lecture puts it. */
export const roomQuestion = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    ...asked,
    options: z.array(option).min(2).max(12),
    predicted: predicted.nullable(),
  }),
  z.object({
    kind: z.literal('number'),
    ...asked,
    unit: z.string().max(40),
    min: z.number(),
    max: z.number(),
    step: z.number().positive(),
    scale: z.enum(['linear', 'log']),
    predicted: predicted.nullable(),
  }),
  /** Which of these lines? */
  z.object({
    kind: z.literal('rows'),
    ...asked,
    /** What stands over the cells. */
    head: z.array(z.string().max(40)).min(1).max(6),
    rows: z.array(row).min(2).max(12),
    ...noPrediction,
  }),
  /** How much does each count, from 0 to `max`? */
  z.object({
    kind: z.literal('weights'),
    ...asked,
    criteria: z.array(option).min(2).max(8),
    max: z.number().int().min(1).max(100),
    ...noPrediction,
  }),
  /** Nothing is asked: each phone is told its group, and all the time that is left. */
  z.object({
    kind: z.literal('group'),
    ...asked,
    /** The group of each phone by its number in the class, both from 1. Empty where phones are in none. */
    groupOf: z.array(z.number().int().min(1)).max(500),
    /** How many groups there are: later phones go to one after the other. */
    groups: z.number().int().min(0).max(500),
    countdown: countdown.nullable(),
    ...noPrediction,
  }),
]);
export type RoomQuestion = z.infer<typeof roomQuestion>;
/** A question of one kind. */
export type QuestionOf<K extends RoomQuestion['kind']> = Extract<RoomQuestion, { kind: K }>;

/** Whether nobody is told what others said before the answers are shown: who hears it first follows it. */
export const isSealed = ({ kind, predicted }: RoomQuestion): boolean =>
  predicted !== null || kind === 'rows' || kind === 'weights';

/** Whether showing the answers says which is right: then nobody can answer any more. */
export const saysRight = ({ kind, predicted }: RoomQuestion): boolean =>
  predicted !== null || kind === 'rows';

/** An answer: the id of an option, a number in the question's unit, the ids of ticked rows, or a weight for each criterion. */
export const answerValue = z.union([
  z.number(),
  z.string().max(200),
  z.array(z.string().max(200)).max(12),
  z.record(z.string().max(200), z.number()),
]);
export type AnswerValue = z.infer<typeof answerValue>;

/** What came out, once a run or a formula has said it. */
export const roomOutcome = z.object({
  value: z.union([z.number(), z.string().max(200)]),
  /** As people read it, with its unit: "9.3 ms". */
  words: z.string().max(200),
  /** Whether the run only said how much it is at least. */
  atLeast: z.boolean(),
  /** The run's number on this computer; null where a formula said it. */
  run: z.number().int().min(1).nullable(),
});
export type RoomOutcome = z.infer<typeof roomOutcome>;

/** How sure, as a probability; null where the phone did not say. */
export const sure = confidence.nullable();

/** Whether a value answers a question: one of its options, a number between its ends, rows of it, or a weight for each criterion. */
export function answers(question: RoomQuestion, value: AnswerValue): boolean {
  switch (question.kind) {
    case 'choice':
      return question.options.some(({ id }) => id === value);
    case 'number':
      return isBetween(value, question.min, question.max);
    case 'rows':
      return Array.isArray(value) && areRows(question, value);
    case 'weights':
      return weighs(question, value);
    case 'group':
      return false;
  }
}

const isBetween = (value: unknown, min: number, max: number) =>
  typeof value === 'number' && value >= min && value <= max;

function areRows({ rows }: QuestionOf<'rows'>, ids: readonly string[]): boolean {
  const known = new Set(rows.map(({ id }) => id));
  return new Set(ids).size === ids.length && ids.every((id) => known.has(id));
}

function weighs({ criteria, max }: QuestionOf<'weights'>, value: AnswerValue): boolean {
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  const each = criteria.every(({ id }) => Object.hasOwn(value, id) && isBetween(value[id], 0, max));
  return each && Object.keys(value).length === criteria.length;
}

/** Whether two answers say the same; ticks and weights in whichever order. */
export const sameAnswer = (a: AnswerValue, b: AnswerValue): boolean => inOrder(a) === inOrder(b);

function inOrder(value: AnswerValue): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  return JSON.stringify(Array.isArray(value) ? value.toSorted() : Object.entries(value).toSorted());
}

/** Whether exactly the right rows were ticked. */
export const ticksRight = ({ rows }: QuestionOf<'rows'>, value: AnswerValue): boolean =>
  sameAnswer(
    value,
    rows.filter(({ right }) => right).map(({ id }) => id),
  );
