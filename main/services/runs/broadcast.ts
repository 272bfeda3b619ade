/** At least this long between two snapshots of the same run, in milliseconds: ten a second. */
export const broadcastEveryMs = 100;

/** What tells windows of runs: see `throttled`. */
export type Throttled<T> = ReturnType<typeof throttled<T>>;

/** Sends at most ten a second for each key, and always the last one. `flush` sends what waits, at once. */
export function throttled<T>(send: (value: T) => void, everyMs = broadcastEveryMs) {
  const waiting = new Map<string, { value: T | null; timer: NodeJS.Timeout }>();
  const tick = (key: string) => {
    const entry = waiting.get(key);
    if (!entry) return;
    if (entry.value === null) {
      waiting.delete(key);
      return;
    }
    const { value } = entry;
    entry.value = null;
    entry.timer = setTimeout(() => tick(key), everyMs);
    send(value);
  };
  return {
    add(key: string, value: T) {
      const entry = waiting.get(key);
      if (entry) {
        entry.value = value;
        return;
      }
      waiting.set(key, { value: null, timer: setTimeout(() => tick(key), everyMs) });
      send(value);
    },
    /** Sends `value` now and forgets what waited: it is older. */
    flush(key: string, value: T) {
      clearTimeout(waiting.get(key)?.timer);
      waiting.delete(key);
      send(value);
    },
  };
}
