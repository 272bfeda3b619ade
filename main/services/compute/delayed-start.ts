/** So long the first window has for drawing its slide, from when it is connected (milliseconds). */
const afterWindowMs = 300;
/** Without a window compute starts all the same: whoever opens one later finds it warm. */
const atLatestMs = 2_000;

/**
 * Starts compute at once, or after the first slide: loading TensorFlow takes a core for a second, and the person waits for the slide, not
 * for compute. It is started once.
 */
export function delayedStart(start: () => void, later: boolean) {
  let timer: NodeJS.Timeout | undefined;
  let waits = later;
  const startNow = () => {
    waits = false;
    clearTimeout(timer);
    start();
  };
  if (later) timer = setTimeout(startNow, atLatestMs);
  else start();
  let came = false;
  return {
    /** A window is connected. The first one starts the shorter time. */
    windowCame() {
      if (!waits || came) return;
      came = true;
      clearTimeout(timer);
      timer = setTimeout(startNow, afterWindowMs);
    },
    /** Compute is not wanted any more. */
    cancel() {
      waits = false;
      clearTimeout(timer);
    },
  };
}
