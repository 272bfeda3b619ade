import { inspectParsed } from '../../../storage/run-store.ts';
import type { SubmittedRun } from '../submission.ts';
import { runKeys } from './run-keys.ts';

/** A prediction is locked before its run is started; clocks may be set back by so much in between (milliseconds). */
const slack = 2_000;

/** Reads the text of a run card. 'newer': of a later version of Lectern; 'damaged': no card, or not a whole one. */
export function readRun(text: string, line: number): SubmittedRun | 'newer' | 'damaged' {
  try {
    return inspectRun(JSON.parse(text), line);
  } catch {
    return 'damaged';
  }
}

/** The same for a text that `JSON.parse` has read already. */
export function inspectRun(data: unknown, line: number): SubmittedRun | 'newer' | 'damaged' {
  const read = inspectParsed(data);
  if (!read.ok) return read.why === 'newer' ? 'newer' : 'damaged';
  const { card, hashFits } = read;
  const lockedAfter =
    card.prediction !== null &&
    Date.parse(card.prediction.lockedAt) > Date.parse(card.startedAt) + slack;
  return {
    id: card.id,
    number: card.number,
    lab: card.lab,
    seed: card.seed,
    parameters: card.parameters,
    status: card.status,
    complete: card.complete,
    durationMs: card.durationMs,
    line,
    hashFits,
    prediction: card.prediction,
    startedAt: card.startedAt,
    lockedAfter,
    keys: runKeys(card),
  };
}
