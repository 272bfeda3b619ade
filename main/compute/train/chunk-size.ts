/** What a chunk is to take, in milliseconds: Stop waits for it, and so does everything else that compute is asked. */
const goalMs = 30;
/** A chunk grows to at most so many times the last one: the first times say little. */
const growth = 4;

/** Chooses how many steps go into the next call, by how long the last one took. */
export function chunkSize(now: () => number) {
  let next = 1;
  let calls = 0;
  return {
    /** Runs a chunk of at most `left` steps. */
    run<T>(left: number, work: (steps: number) => T): T {
      const steps = Math.min(next, left);
      const start = now();
      const result = work(steps);
      const took = Math.max(now() - start, 0.01);
      calls += 1;
      // The first call also makes TensorFlow prepare the graph, which says nothing of the steps.
      if (calls > 1) {
        const fitting = Math.floor((steps * goalMs) / took);
        next = Math.max(1, Math.min(fitting, growth * steps));
      }
      return result;
    },
  };
}
