import { z } from 'zod';
import { json, parameters, seed } from './run.ts';

/** Longer code is not run, and not kept; in UTF-16 code units. */
export const maxCode = 50_000;

/** Where something went wrong in the learner's own code: its line, from 1. */
const line = z.number().int().nullable();

/** A number that survives JSON; null where the learner's code gave none. */
const height = z.number().nullable();
const whose = z.enum(['yours', 'reference', 'other']);
const heads = { title: z.string(), subtitle: z.string() };

/** What the learner's code and the lab's own made of one run, to be drawn side by side. */
export const codeFigure = z.discriminatedUnion('kind', [
  z.object({
    ...heads,
    kind: z.literal('lines'),
    x: z.string(),
    y: z.string(),
    lines: z
      .array(
        z.object({
          name: z.string(),
          whose,
          points: z.array(z.tuple([z.number(), height])).max(300),
        }),
      )
      .max(4),
  }),
  z.object({
    ...heads,
    kind: z.literal('lanes'),
    x: z.string(),
    from: z.number(),
    to: z.number(),
    /** Where a line stands, with its name. */
    lines: z.array(z.object({ x: z.number(), name: z.string() })).max(3),
    /** What a dot can be, a word each; `yours` and `reference` are places in it. */
    marks: z.array(z.string()).max(4),
    lanes: z
      .array(
        z.object({
          name: z.string(),
          dots: z
            .array(
              z.object({
                x: z.number(),
                yours: z.number().int().nullable(),
                reference: z.number().int(),
              }),
            )
            .max(60),
        }),
      )
      .max(8),
  }),
  z.object({
    ...heads,
    kind: z.literal('maps'),
    /** Squares of so many places a side, row by row. */
    maps: z
      .array(z.object({ name: z.string(), whose, side: z.number().int(), values: z.array(height) }))
      .max(3),
  }),
  z.object({
    ...heads,
    kind: z.literal('pairs'),
    rows: z.array(z.object({ name: z.string(), yours: height, reference: height })).max(8),
  }),
]);
export type CodeFigure = z.infer<typeof codeFigure>;

/** What came of a learner's code on the data of a run of their own. */
export const codeOwn = z.object({
  /** The run's number. */
  run: z.number().int(),
  /** Whether it says what the lab's own says. */
  agrees: z.boolean(),
  /** How the two compare, in sentences. */
  says: z.string(),
  /** Why it is better than the lab's own; null where it isn't. */
  star: z.string().nullable(),
  /** Null where this run has nothing to draw. */
  figure: codeFigure.nullable(),
});
export type CodeOwn = z.infer<typeof codeOwn>;

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

/** What is needed of a run to try code on its data. */
export const codeRunOf = z.object({
  run: z.string().max(64),
  number: z.number().int(),
  parameters,
  seed,
  measured: json.nullable(),
  result: json.nullable(),
});
