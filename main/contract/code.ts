import { z } from 'zod';

/** Longer code is not run, and not kept; in UTF-16 code units. */
export const maxCode = 50_000;

/** Where something went wrong in the learner's own code: its line, from 1. */
const line = z.number().int().nullable();

/** What came of a learner's code: judged by compute, never by the page. */
export const codeVerdict = z.object({
  passed: z.boolean(),
  /** Why it ended before all tests were made; null where it didn't. */
  stopped: z.object({ what: z.string(), line }).nullable(),
  /** The visible tests, with their inputs and what differs. */
  tests: z
    .array(
      z.object({
        call: z.string(),
        /** Empty where more than one answer is right. */
        expected: z.string(),
        /** Null where it was not reached, or threw. */
        got: z.string().nullable(),
        passed: z.boolean(),
        difference: z.string(),
        line,
      }),
    )
    .max(20),
  /** What an answer must do, by visible and hidden tests. Null where nothing that looks at it was reached. */
  properties: z
    .array(z.object({ id: z.string(), says: z.string(), passed: z.boolean().nullable() }))
    .max(40),
  printed: z.array(z.string()).max(200),
});
export type CodeVerdict = z.infer<typeof codeVerdict>;

/** A learner's code for one exercise, as it is kept. */
export const codeState = z.object({
  /** What stands in the editor. */
  code: z.string().max(maxCode),
  /** What was judged last, or what passed; null before the first try. */
  answer: z.string().max(maxCode).nullable(),
  tries: z.number().int().min(0),
  /** Whether `answer` passed here. Grading runs it again. */
  passed: z.boolean(),
  hints: z.number().int().min(0).max(2),
  /** Whether the worked answer was opened. */
  opened: z.boolean(),
  /** The exercise's version: an answer to an older one is judged anew. */
  version: z.number().int().min(1),
});
export type CodeState = z.infer<typeof codeState>;

/** What runs a learner's code: the exercise by its lab and id. Longer code is sent too, to be told that it is too long. */
export const codeRun = z.object({
  lab: z.string().max(60),
  exercise: z.string().max(60),
  code: z.string().max(10 * maxCode),
});
