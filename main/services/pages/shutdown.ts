import type { LecternHost } from '../host.ts';

/** A disk that hangs is not waited for longer than this: a program without a window that never ends could not be started again. */
const timeoutMs = 10_000;

/**
 * Shuts down: saves what is not saved yet, then ends, once, however often it is asked to.
 * @param first is done at once: whatever the person should see straight away
 */
export function shutDownOnce(
  host: Pick<LecternHost, 'close'>,
  first: () => void,
  exit: (code: number) => void,
): () => void {
  let shuttingDown = false;
  return () => {
    if (shuttingDown) return;
    shuttingDown = true;
    first();
    const tooLate = setTimeout(() => exit(1), timeoutMs);
    void host
      .close()
      .then(
        () => exit(0),
        (error: unknown) => {
          console.error(error);
          exit(1);
        },
      )
      .finally(() => clearTimeout(tooLate));
  };
}
