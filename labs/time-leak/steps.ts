/**
 * Passes on the steps of a computation, each as `to` makes it, and its result. Where whoever listens stops listening, the computation is
 * ended too, so that it frees what it holds: a bare `next()` in a loop would leave it hanging.
 */
export function* mapSteps<From, To, Result>(
  steps: Generator<From, Result, void>,
  to: (step: From) => To,
): Generator<To, Result, void> {
  try {
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield to(step.value);
    return step.value;
  } finally {
    steps.return(undefined as never);
  }
}

/** Works through all steps at once. */
export function finish<Result>(steps: Generator<unknown, Result, void>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
