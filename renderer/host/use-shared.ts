import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import type { SharedValues } from '../../main/contract/shared-state.ts';
import { useHost, useHostState } from './use-host.ts';

/** A value that every window of this Lectern shares: the place of the lecture, a poll's votes, a countdown. */
export interface Shared<T> {
  key: string;
  /** What is stored that does not fit, from an older Lectern or changed by hand, counts as `fallback`. */
  schema: z.ZodType<T>;
  fallback: T;
  /** Whether it is there again after a restart. */
  keep: boolean;
}

/** Reads a shared value and returns how to change it, for this window at once and for all others within a few milliseconds. */
export function useShared<T extends SharedValues[string]>(
  shared: Shared<T>,
): [T, (next: T | null) => void] {
  const host = useHost();
  const stored = useHostState((state) => state.shared[shared.key]);
  const { key, schema, fallback, keep } = shared;
  const value = useMemo(() => {
    const parsed = stored === undefined ? null : schema.safeParse(stored);
    return parsed?.success ? parsed.data : fallback;
  }, [stored, schema, fallback]);
  const change = useCallback((next: T | null) => host.share(key, next, keep), [host, key, keep]);
  return [value, change];
}
