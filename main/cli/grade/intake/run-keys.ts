import { createHash } from 'node:crypto';
import type { RunCard } from '../../../contract/run.ts';
import { canonicalJson } from '../../../storage/canonical.ts';
import type { RunKeys } from '../submission.ts';

/** So many readings of a clock don't come out the same twice by chance. */
const fewestTimings = 3;

/**
 * What tells that two cards are of one run. Not parameters, seed and result: a class that does one exercise has them in common, and equal
 * parameters and seeds are to give equal results. Only what a clock said is a run's own: what its lab measured, and how long it took.
 */
export function runKeys(card: RunCard): RunKeys {
  const timed = readingsIn(card.measured) >= fewestTimings;
  // performance.now() has digits below the millisecond; a whole number was rounded and may be anybody's.
  const precise = !Number.isInteger(card.durationMs);
  return {
    hash: card.hash,
    timings: timed ? digest([card.lab, card.measured]) : null,
    duration: precise ? digest([card.lab, card.parameters, card.seed, card.durationMs]) : null,
  };
}

/** How many numbers with a fraction a value holds. */
function readingsIn(value: unknown): number {
  if (typeof value === 'number') return Number.isInteger(value) ? 0 : 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + readingsIn(one), 0);
}

const digest = (value: unknown) =>
  createHash('sha256').update(canonicalJson(value)).digest('base64');
