import { z } from 'zod';
import type { Shared } from '../../host/use-shared.ts';
import { formatFixed } from '../../kit/number/format.ts';
import type { TypedNumber } from '../../kit/number/typed-number.ts';
import type { SlidePoll } from '../../model/lecture/lecture.ts';

/** More hands for one answer are a slip of the finger. */
export const mostHands = 9_999;

/** An option's id: that of a lecture of one's own is made of its words. */
export const optionId = z.string().max(80);

const counts = z.record(optionId, z.number().int().min(0).max(mostHands));

/** A show of hands: what the presenter counted, by option, and whether the room may see it. */
export const handsSchema = z.object({
  counts,
  shown: z.boolean(),
  /** What a reset took away, so that it can be had back; null once something new is entered. */
  before: z.object({ counts, shown: z.boolean() }).nullable(),
});
export type Hands = z.infer<typeof handsSchema>;
export const noHands: Hands = { counts: {}, shown: false, before: null };

/**
 * A poll's show of hands as all windows share it, kept over a restart.
 * @param question what the room calls the poll (`pollId`)
 */
export const sharedHands = (question: string): Shared<Hands> => ({
  key: question,
  schema: handsSchema,
  fallback: noHands,
  keep: true,
});

/** The same hands, seen by nobody until they are shown again. */
export const hiddenHands = (hands: Hands): Hands => ({
  ...hands,
  shown: false,
  before: hands.before && { ...hands.before, shown: false },
});

/** One option with what was counted for it. */
export interface PollShare {
  id: string;
  label: string;
  /** The label in few words. */
  short: string;
  /** Hands that the presenter counted, and phones. */
  hands: number;
  /** The hands alone. */
  counted: number;
  /** Whole per cent; those of all options add to 100. */
  percent: number;
}

/** Reads a typed number of hands. Nothing typed counts as none. */
export function readHands(text: string): TypedNumber {
  const typed = text.trim();
  if (typed === '') return { ok: true, value: 0 };
  if (!/^\d+$/.test(typed))
    return { ok: false, what: 'A whole number of hands, such as 12.', nearest: null };
  const value = Number(typed);
  return value > mostHands
    ? { ok: false, what: `At most ${formatFixed(mostHands)}.`, nearest: mostHands }
    : { ok: true, value };
}

/**
 * Whole per cents of `counted` that add to 100, by the largest remainder; of equal remainders the
 * earlier wins. All 0 where nothing was counted.
 */
export function percentsOf(counted: readonly number[]): number[] {
  const total = counted.reduce((sum, one) => sum + one, 0);
  if (total === 0) return counted.map(() => 0);
  const floors = counted.map((one) => Math.floor((100 * one) / total));
  const left = 100 - floors.reduce((sum, one) => sum + one, 0);
  // Remainders as whole numbers: fractions of a per cent would not compare exactly.
  const order = counted
    .map((one, index) => ({ index, rest: (100 * one) % total }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const raised = new Set(order.slice(0, left).map(({ index }) => index));
  return floors.map((floor, index) => (raised.has(index) ? floor + 1 : floor));
}

/**
 * The options in their order with hands and per cents. Counts of options that the poll no longer has are left out.
 * @param phones how many phones chose each, by option
 */
export function pollShares(
  poll: SlidePoll,
  hands: Hands,
  phones: Readonly<Record<string, number>> = {},
): PollShare[] {
  const counted = poll.options.map(({ id }) => hands.counts[id] ?? 0);
  const both = poll.options.map(({ id }, index) => counted[index]! + (phones[id] ?? 0));
  const percents = percentsOf(both);
  return poll.options.map(({ id, label, short = label }, index) => ({
    id,
    label,
    short,
    hands: both[index]!,
    counted: counted[index]!,
    percent: percents[index]!,
  }));
}

/** What was counted: raised hands, or with the room open answers of phones among them. */
export type Counted = 'hand' | 'answer';

/** The result in words, for whoever does not see the bars. */
export function pollWords(shares: readonly PollShare[], what: Counted = 'hand'): string {
  return shares
    .map(
      ({ label, hands, percent }) =>
        `${label}: ${hands} ${what}${hands === 1 ? '' : 's'}, ${percent} per cent`,
    )
    .join('; ');
}
