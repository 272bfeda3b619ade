/** npm passes a signal on that the terminal has already sent to everyone: the same Ctrl+C arrives twice (milliseconds). */
const echo = 1000;

/**
 * Calls `stop` at the first SIGINT or SIGTERM. Another one that is no echo of the first ends the program at once: somebody
 * means it.
 */
export function onInterrupt(stop: () => void): void {
  let first: number | null = null;
  const listener = () => {
    if (first === null) {
      first = performance.now();
      stop();
    } else if (performance.now() - first > echo) process.exit(130);
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
}

/** Resolves at the first SIGINT or SIGTERM; a closed terminal counts as one. */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    onInterrupt(resolve);
    process.on('SIGHUP', () => resolve());
  });
}
