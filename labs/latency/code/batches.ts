import type { CodeTask } from '../../kit/code/exercise.ts';

/** What is asked of a server that answers in batches. */
export const batchesTask: CodeTask = {
  id: 'write-batches',
  version: 1,
  title: 'Write the batch server',
  name: 'answered',
  onRun: 'requests at your own run’s load, with its large model’s times',
  starter: `/**
 * When each request is answered by one replica that works in batches.
 * A free replica opens a batch with the oldest request that waits. The
 * batch leaves as soon as it holds B requests, or once its first request
 * has waited T ms since its arrival. Whoever arrives in the very moment
 * it leaves still gets in. A batch of k requests takes fixed + k * each
 * ms, and all of it is answered at its end.
 *
 * arrivals: in order, ms. The answer has one time for each, ms.
 *
 * answered([0, 1, 50], 2, 5, 10, 1) is [13, 13, 66]
 */
function answered(
  arrivals: number[],
  B: number,
  T: number,
  fixed: number,
  each: number,
): number[] {

}
`,
  hints: [
    'Keep the time at which the replica is free. A batch can leave when the replica is free, ' +
      'and the batch is full or its oldest request has waited T. Full means that its B-th ' +
      'request has come.',
    'The batch leaves at max(free, min(arrival of the B-th, arrival of the first + T)). It ' +
      'takes everyone who has arrived by then, at most B.',
  ],
  answer: `function answered(
  arrivals: number[],
  B: number,
  T: number,
  fixed: number,
  each: number,
): number[] {
  const answers: number[] = [];
  let free = -Infinity;
  let first = 0;
  while (first < arrivals.length) {
    const full = arrivals[first + B - 1] ?? Infinity;
    const leaves = Math.max(free, Math.min(full, arrivals[first] + T));
    let size = 0;
    while (size < B && arrivals[first + size] <= leaves) size++;
    free = leaves + fixed + size * each;
    for (let k = 0; k < size; k++) answers.push(free);
    first += size;
  }
  return answers;
}
`,
};
