import { z } from 'zod';
import type { Difference } from './compare.ts';

/** One case of a reference file. `inputs` and `expected` are read by the kind's own schema. */
export const referenceCase = z.object({
  name: z.string(),
  kind: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
  tolerance: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((given) => given ?? {}),
});
export type ReferenceCase = z.output<typeof referenceCase>;

export const referenceFile = z.object({ cases: z.array(referenceCase).min(1) });

/** Computes a case with the project's own code and lists what differs. Throws where the case's inputs can't be read. */
export type Kind = (reference: ReferenceCase) => Difference[];

/** The kinds of one family of cases; a lab adds its family as a file and a line in `kinds.ts`. */
export type Family = Readonly<Record<string, Kind>>;

/** A difference for each compared name that the case leaves out: a case that expects nothing must not pass. */
export function nothingCompared(compared: Record<string, unknown>): Difference[] {
  return Object.keys(compared).length > 0
    ? []
    : [{ path: 'expected', expected: 'at least one number', got: 'none that this kind compares' }];
}
