/** npm passes a signal on that the terminal has already sent to everyone: the same Ctrl+C arrives twice (milliseconds). */
const echo = 1000;

/** What a command ends with that a signal stopped: 128 and the signal's number, as in every shell. */
const exitCodes: Partial<Record<NodeJS.Signals, number>> = {
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
};

/**
 * Calls `stop` at the first SIGINT or SIGTERM. Another one that is no echo of the first ends the program at once: somebody
 * means it.
 */
export function onInterrupt(stop: (signal: NodeJS.Signals) => void): void {
  let first: number | null = null;
  const listener = (signal: NodeJS.Signals) => {
    if (first === null) {
      first = performance.now();
      stop(signal);
    } else if (performance.now() - first > echo) process.exit(130);
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
}

/** How often what npm started looks whether npm's side is still there (milliseconds). */
const orphanedEvery = 500;

/**
 * Calls `stop` once who started this program is gone, where npm did: SIGTERM to npm alone ends npm and the shell between, and not what
 * that shell had started (seen with npm 11 and dash).
 */
function onOrphaned(stop: () => void): void {
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, orphanedEvery);
  timer.unref();
}

/** Resolves at the first SIGINT or SIGTERM; a closed terminal counts as one, and so does an npm that ended before us. */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    onInterrupt(() => resolve());
    process.on('SIGHUP', () => resolve());
    onOrphaned(resolve);
  });
}

/** A command that a signal stopped. It has cleared up by the time that this is thrown out of it. */
export class Stopped extends Error {
  readonly exitCode: number;
  constructor(signal: NodeJS.Signals) {
    super('Stopped. No file is half written, and temporary files are removed.');
    this.exitCode = exitCodes[signal] ?? 130;
  }
}

/** Aborted at the first signal that ends programs; the reason is a `Stopped`. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const abort = (signal: NodeJS.Signals) => stop.abort(new Stopped(signal));
  onInterrupt(abort);
  process.on('SIGHUP', abort);
  return stop.signal;
}

/** What `work` comes to; throws the `Stopped` without waiting for it once the signal is aborted. */
export async function orStopped<T>(stop: AbortSignal, work: Promise<T>): Promise<T> {
  stop.throwIfAborted();
  let listener = () => {};
  const stopped = new Promise<never>((_resolve, reject) => {
    listener = () => reject(stop.reason as Stopped);
    stop.addEventListener('abort', listener);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    stop.removeEventListener('abort', listener);
  }
}
