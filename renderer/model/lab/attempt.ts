/** Runs a story's function over a result that may be partial; null where it can't say. */
export function attempt<T>(say: () => T): T | null {
  try {
    return say();
  } catch {
    return null;
  }
}
