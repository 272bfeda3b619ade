import type { LecternHost } from '../host.ts';

/** A disk that hangs is not waited for longer than this: a program without a window that never ends could not be started again. */
const patienceMs = 10_000;

/**
 * The way out: saves what is not saved yet, then ends, once, however often it is asked to.
 * @param first is done at once: whatever the person should see straight away
 */
export function leaveOnce(
  host: Pick<LecternHost, 'close'>,
  first: () => void,
  exit: (code: number) => void,
): () => void {
  let leaving = false;
  return () => {
    if (leaving) return;
    leaving = true;
    first();
    const tooLate = setTimeout(() => exit(1), patienceMs);
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
