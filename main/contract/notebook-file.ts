import { z } from 'zod';
import { annotation } from './annotation.ts';
import { parsedJson } from './parsed-json.ts';
import { parameters } from './run.ts';

/**
 * A whole notebook is text with one JSON value on each line: a head, what the learner said, what was asked, then card after card with
 * what was said of it, and an end. It is written and read line by line, so that thousands of runs need little memory, and a file that
 * was cut short still gives every run before the cut.
 */
export const notebookFormat = 'lectern-notebook';
export const notebookVersion = 1;
/**
 * The attribute of the template element in which a report in HTML carries the notebook it was made
 * from: gzip, in base64url, which no reader of addresses takes for one.
 */
export const embeddedAttribute = 'data-lectern-notebook';

/** What the labs asked, in their order, so that whoever reads the file needs no lab to name a check. */
export const exercises = z
  .array(
    z.object({
      lab: z.string().max(60),
      title: z.string().max(200),
      steps: z
        .array(
          z.object({
            id: z.string().max(60),
            kind: z.enum(['predict', 'check', 'reflect']),
            title: z.string().max(200),
            question: z.string().max(400),
            /**
             * Of a prediction: the settings of the run that judges it, every parameter, and whether
             * one that was seen before counts. Left out by an older Lectern.
             */
            about: z
              .object({
                parameters,
                seen: z.boolean(),
                /** What it was about in cards without these parameters; see `former` in labs/lab.ts. */
                former: z
                  .object({ without: z.array(z.string().max(60)).max(60), parameters })
                  .optional(),
              })
              .optional(),
            /** False of a prediction that a formula answers: no run judges it. */
            needsRun: z.literal(false).optional(),
          }),
        )
        .max(60),
    }),
  )
  .max(60);
export type Exercises = z.infer<typeof exercises>;

/** The first line. */
export const notebookHead = z.object({
  format: z.literal(notebookFormat),
  formatVersion: z.number().int().min(1),
  runs: z.number().int().min(0),
});
/** Any other line, out of a text. */
export const notebookLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('learner'), learner: parsedJson }),
  z.object({ kind: z.literal('exercises'), labs: exercises }),
  z.object({
    kind: z.literal('run'),
    card: parsedJson,
    remark: annotation.omit({ origin: true }).partial().nullable().catch(null),
    /** Left out where the run is not pinned: its card never says. */
    pinned: z.boolean().optional().catch(undefined),
  }),
  /** A report on a table of one's own. */
  z.object({ kind: z.literal('report'), report: parsedJson }),
  z.object({ kind: z.literal('end'), runs: z.number().int().min(0) }),
]);
export type NotebookLine = z.infer<typeof notebookLine>;
