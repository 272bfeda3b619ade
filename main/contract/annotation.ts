import { z } from 'zod';

/**
 * What the learner says of a run afterwards, and where an imported one came from. It lies beside the
 * cards, in a file of its own, so that a card and its hash stay what they were when the run ended. A
 * notebook's file calls it `remark`: what was handed in stays readable.
 */
export const annotation = z.object({
  starred: z.boolean(),
  name: z.string().max(120),
  note: z.string().max(4_000),
  /** Of an imported run: what its card said, where this computer had to give it another id or number. Null for a run made here. */
  origin: z
    .object({
      id: z.string().regex(/^[a-z0-9-]{8,64}$/),
      number: z.number().int().min(1),
      hash: z.string().max(128),
      /** False where the card had been changed after it was written: its hash did not fit. */
      hashFits: z.boolean(),
      importedAt: z.iso.datetime(),
      /**
       * The learner says that they made it themselves, on another computer. The rest stays: an
       * export needs it, and another import of the same card.
       */
      mine: z.boolean().optional(),
    })
    .nullable(),
});
export type Annotation = z.infer<typeof annotation>;
export const noAnnotation: Annotation = { starred: false, name: '', note: '', origin: null };

export const annotations = z.record(z.string().max(64), annotation);
export type Annotations = z.infer<typeof annotations>;

/** One file in the data folder. */
export const annotationsFile = z.object({ version: z.literal(1), runs: annotations });
export const emptyAnnotations: z.infer<typeof annotationsFile> = { version: 1, runs: {} };

/** Whether a run counts as the learner's own. One that was changed after it was written never does, whatever is said of it. */
export const isOwn = ({ origin }: Pick<Annotation, 'origin'>): boolean =>
  origin === null || (origin.mine === true && origin.hashFits);
/** Whether the learner may say of an imported run that it is their own, or take that back. */
export const mayBeOwn = ({ origin }: Pick<Annotation, 'origin'>): boolean =>
  origin !== null && origin.hashFits;

/**
 * One field at a time, so that two windows on the same run don't undo each other. Of where a run came from, only `mine` is the learner's
 * to say; a notebook's file never says it.
 */
export const annotationChange = z.object({
  run: z.string().max(64),
  change: annotation.omit({ origin: true }).extend({ mine: z.boolean() }).partial(),
});
export type AnnotationChange = z.infer<typeof annotationChange>['change'];
