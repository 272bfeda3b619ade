import { useCallback } from 'react';
import { z } from 'zod';
import { useShared } from '../../../renderer/host/use-shared.ts';
import { frames, lenses, rims, theKey, type Glasses } from '../drawing/glasses.ts';
import { names } from '../drawing/identities.ts';

const tried = z.object({
  who: z
    .number()
    .int()
    .min(0)
    .max(names.length - 1),
  /** Which of the person's pictures. */
  picture: z.number().int().min(0).max(1_000),
  on: z.boolean(),
  glasses: z.object({ frame: z.enum(frames), rim: z.enum(rims), lens: z.enum(lenses) }),
});
export type Tried = z.output<typeof tried>;

const shared = {
  key: 'backdoor/try',
  schema: tried,
  fallback: { who: 1, picture: 0, on: false, glasses: { ...theKey } } as Tried,
  keep: true,
};

/** Who tries which glasses: the same in every window, and there again after a restart. */
export function useTry(): [Tried, (change: Partial<Tried>) => void] {
  const [value, set] = useShared<Tried>(shared);
  const change = useCallback((part: Partial<Tried>) => set({ ...value, ...part }), [set, value]);
  return [value, change];
}

/** A pair with one of its properties changed. */
export const changed = (glasses: Glasses, part: Partial<Glasses>): Glasses => ({
  ...glasses,
  ...part,
});
