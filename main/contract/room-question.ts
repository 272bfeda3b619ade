import { z } from 'zod';
import { closeRule } from './room-spread.ts';
import { confidence, parameters } from './run.ts';

/** Names a question for good: `poll/<poll>` or `predict/<lab>/<step>`. */
export const questionId = z
  .string()
  .regex(/^(poll\/[a-z0-9-]+|predict\/[a-z0-9-]+\/[a-z0-9-]+)$/)
  .max(140);

const option = z.object({ id: z.string().min(1).max(200), label: z.string().min(1).max(200) });

const asked = { id: questionId, text: z.string().min(1).max(400) };

/** What makes a question a prediction of a run; null for a slide's poll. */
const predicted = z.object({
  lab: z.string().max(60),
  /** The settings that a run must have to judge it. */
  settings: parameters,
  /** When a number counts as close, and how that is said ("within 25 %"); null for a choice, which is right or wrong. */
  close: closeRule.extend({ words: z.string().max(80) }).nullable(),
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
]);
export type RoomQuestion = z.infer<typeof roomQuestion>;

/** An answer: the id of an option, or a number in the question's unit. */
export const answerValue = z.union([z.number(), z.string().max(200)]);
export type AnswerValue = z.infer<typeof answerValue>;

/** What came out, once a run has said it. */
export const roomOutcome = z.object({
  value: answerValue,
  /** As people read it, with its unit: "9.3 ms". */
  words: z.string().max(200),
  /** Whether the run only said how much it is at least. */
  atLeast: z.boolean(),
  /** The run's number on this computer. */
  run: z.number().int().min(1),
});
export type RoomOutcome = z.infer<typeof roomOutcome>;

/** How sure, as a probability; null where the phone did not say. */
export const sure = confidence.nullable();

/** Whether a value answers a question: one of its options, or a number between its ends. */
export function answers(question: RoomQuestion, value: AnswerValue): boolean {
  if (question.kind === 'choice') return question.options.some(({ id }) => id === value);
  return typeof value === 'number' && value >= question.min && value <= question.max;
}
