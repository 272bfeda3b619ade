import type { FairnessResult, ModelName, ModelRow } from '../lab.ts';
import { auditOf, knownResult } from './known.ts';

/** A pinned run of this lab, with what could be read of its result. */
export interface Pinned {
  id: string;
  known: FairnessResult;
}

/** Reads pinned runs, oldest first; the run on screen is not compared with itself. */
export function readPins(
  pins: readonly { id: string; result?: unknown }[],
  shown: string | undefined,
): Pinned[] {
  return pins
    .filter(({ id }) => id !== shown)
    .map(({ id, result }) => ({ id, known: knownResult(result) }));
}

/** The newest pinned run that has this audit. */
export function pinnedAudit(pins: readonly Pinned[], name: ModelName): ModelRow | null {
  return pins.map(({ known }) => auditOf(known, name)).findLast((row) => row !== null) ?? null;
}
