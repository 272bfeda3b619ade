import type { LabProgress } from '../lab.ts';
import type { Throttle } from './throttle.ts';

/**
 * A computation that is made in small steps, so that something else can happen in between. Whoever stops in the middle has to close it,
 * or the tensors that it holds are never freed: the functions here do.
 */
export type Steps<Step, Result> =
  Generator<Step, Result, void> | AsyncGenerator<Step, Result, void>;

/** Ends a computation where it stands; one that is through stays so. */
const close = (steps: Pick<Steps<unknown, unknown>, 'return'>) => steps.return(undefined);

/** Works through all steps at once. */
export function finishNow<Result>(steps: Generator<unknown, Result, void>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Works through all steps, letting messages in between them. Where the run is stopped it throws the reason. */
export async function finish<Result>(
  steps: Steps<unknown, Result>,
  throttle: Throttle,
): Promise<Result> {
  try {
    let step = await steps.next();
    while (!step.done) {
      await throttle.yieldToEventLoop();
      step = await steps.next();
    }
    return step.value;
  } finally {
    await close(steps);
  }
}

/**
 * Works through all steps, letting messages in between them, and passes on what `tell` makes of a step: a progress record, or null where
 * there is nothing to report.
 */
export async function* reportSteps<Step, Result, R, M>(
  steps: Steps<Step, Result>,
  throttle: Throttle,
  tell: (step: Step) => LabProgress<R, M> | null,
): AsyncGenerator<LabProgress<R, M>, Result, void> {
  try {
    let step = await steps.next();
    while (!step.done) {
      await throttle.yieldToEventLoop();
      const record = tell(step.value);
      if (record) yield record;
      step = await steps.next();
    }
    return step.value;
  } finally {
    await close(steps);
  }
}

/** Passes on the steps of a computation, each as `to` makes it, and its result. */
export function* mapSteps<From, To, Result>(
  steps: Generator<From, Result, void>,
  to: (step: From) => To,
): Generator<To, Result, void> {
  try {
    let step = steps.next();
    while (!step.done) {
      yield to(step.value);
      step = steps.next();
    }
    return step.value;
  } finally {
    void close(steps);
  }
}
