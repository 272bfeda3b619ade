import { z } from 'zod';

/**
 * What the learner says of a run afterwards, and where an imported one came from. It lies beside the cards, in a file of its own, so
 * that a card and its hash stay what they were when the run ended.
 */
export const remark = z.object({
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
    })
    .nullable(),
});
export type Remark = z.infer<typeof remark>;
export const noRemark: Remark = { starred: false, name: '', note: '', origin: null };

export const remarks = z.record(z.string().max(64), remark);
export type Remarks = z.infer<typeof remarks>;

/** One file in the data folder. */
export const remarksFile = z.object({ version: z.literal(1), runs: remarks });
export const emptyRemarks: z.infer<typeof remarksFile> = { version: 1, runs: {} };

/** One field at a time, so that two windows on the same run don't undo each other. */
export const remarkChange = z.object({ run: z.string().max(64), change: remark.omit({ origin: true }).partial() });
