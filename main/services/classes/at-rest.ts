import { z } from 'zod';
import type { SharedValues } from '../../contract/shared-state.ts';

/** The lecture’s clock as far as it goes: the rest of it is the renderer’s own. */
const stand = z.looseObject({ startedAt: z.number().nullable(), spentMs: z.number().min(0) });
const clock = stand.extend({ before: stand.nullish() });
const countdown = z.looseObject({ endsAt: z.number(), leftMs: z.number().min(0) });

type Stand = z.infer<typeof stand>;
/** What was on the clock at a moment, standing. Never less than it had. */
const stopped = <T extends Stand>(going: T, at: (since: number) => number): T => {
  if (going.startedAt === null) return going;
  const ranMs = Math.max(0, at(going.startedAt) - going.startedAt);
  return { ...going, startedAt: null, spentMs: going.spentMs + ranMs };
};

/**
 * A class’s values with nothing that runs on by itself: the clock is paused, and the countdown keeps what was left.
 * What is already at rest, or not of a form known here, stays as it is.
 * @param at the moment it stops, in ms, for what was set going at `since`
 */
export function atRest(values: SharedValues, at: (since: number) => number): SharedValues {
  const rested = { ...values };
  const going = clock.safeParse(values['lecture/clock']);
  if (going.success) {
    const { before, ...now } = going.data;
    rested['lecture/clock'] = {
      ...stopped(now, at),
      ...(before !== undefined && { before: before && stopped(before, at) }),
    } as SharedValues[string];
  }
  const counting = countdown.safeParse(values['breakout/countdown']);
  if (counting.success) {
    const { endsAt, leftMs } = counting.data;
    // It was set going with `leftMs` before it: with the clock set back no time is added.
    const left = Math.min(leftMs, Math.max(0, endsAt - at(endsAt - leftMs)));
    rested['breakout/countdown'] = {
      ...counting.data,
      endsAt: null,
      leftMs: left,
    } as SharedValues[string];
  }
  return rested;
}
