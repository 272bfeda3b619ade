import { setImmediate } from 'node:timers/promises';
import { labs } from 'lectern:labs';
import type { LabContext, LabOpen, LabOutcome, LabRun, OpenRun, Tf } from '../../labs/lab.ts';
import { seededRandom } from '../../labs/math/random.ts';
import { LecternError } from '../contract/errors.ts';
import type { Progress } from '../contract/run.ts';
import { catalog, manifest } from './catalog.ts';
import { plain, reporter } from './reporter.ts';
import { createTrainer } from './train/trainer.ts';
import { trainingOf, type Way } from './train/ways.ts';

export interface Work {
  lab: string;
  parameters: Record<string, unknown>;
  seed: number;
  measured: unknown;
}

export interface Executed {
  outcome: LabOutcome<unknown, unknown>;
  /** The finished run, ready for questions; null where the lab takes none. */
  open: OpenRun | null;
}

const wrong = (what: string) =>
  new LecternError({
    code: 'run-failed',
    what,
    safe: 'Earlier runs are unchanged.',
    next: 'Run it again; if it fails again with this seed, report the seed and the parameters.',
  });

interface EngineState {
  state: { registeredVariables: Record<string, { dispose(): void }> };
}
const variables = (tf: Tf) => (tf.engine() as unknown as EngineState).state.registeredVariables;

/** Frees the variables that a run made: the engine's scopes only free tensors. */
function disposeVariables(tf: Tf, before: ReadonlySet<string>): void {
  for (const [name, variable] of Object.entries(variables(tf)))
    if (!before.has(name)) variable.dispose();
}

/**
 * Runs a lab to its end and reports progress. Throws a `LecternError` for unknown labs and wrong parameters, and whatever
 * the lab threw. Every tensor the run left behind is freed when it ends; what an open run needs must be variables or `tf.keep`.
 */
export async function execute(
  tf: Tf,
  work: Work,
  signal: AbortSignal,
  report: (progress: Progress) => void,
): Promise<Executed> {
  const lab = manifest(work.lab);
  const { parameters } = catalog.parse(work.lab, work.parameters);
  const measured = work.measured === null ? null : lab.measured.safeParse(work.measured);
  if (measured && !measured.success) throw wrong('The measurements to reuse do not fit this lab.');
  const module = await labs.find((row) => row.lab.id === work.lab)!.load();
  let training: Progress['training'];
  const onWay = (way: Way, fault: string | null) =>
    void (training = trainingOf(training, way, fault, tf.getBackend()));
  const context: LabContext<unknown> = {
    tf,
    trainer: createTrainer({ tf, now: () => performance.now(), onWay }),
    random: seededRandom(work.seed),
    signal,
    now: () => performance.now(),
    measured: measured?.data ?? null,
    yieldToEventLoop: () => setImmediate(),
  };
  const before = new Set(Object.keys(variables(tf)));
  const reports = reporter(
    (progress) => report(training ? { ...progress, training } : progress),
    context.now,
  );
  let kept = false;
  tf.engine().startScope();
  let scoped = true;
  const endScope = () => {
    if (scoped) tf.engine().endScope();
    scoped = false;
  };
  try {
    const ended = await drain(
      (module.run as unknown as LabRun<unknown, unknown, unknown>)(context, parameters),
      signal,
      reports.add,
    );
    const result = lab.result.safeParse(ended.result);
    if (!result.success)
      throw wrong(
        `The lab returned a result of the wrong form (${result.error.issues[0]?.path.join('.')}).`,
      );
    reports.flush();
    endScope();
    const outcome: LabOutcome<unknown, unknown> = {
      result: plain(result.data),
      measured: ended.measured == null ? null : plain(ended.measured),
    };
    if (!module.open) return { outcome, open: null };
    const opened = await (module.open as unknown as LabOpen<unknown, unknown, unknown>)(
      context,
      parameters,
      ended,
    );
    kept = true;
    const made = new Set(Object.keys(variables(tf)).filter((name) => !before.has(name)));
    const dispose = () => {
      opened.dispose();
      for (const name of made) variables(tf)[name]?.dispose();
    };
    return { outcome, open: { ask: (name, question) => opened.ask(name, question), dispose } };
  } finally {
    endScope();
    if (!kept) disposeVariables(tf, before);
  }
}

async function drain<R, M>(
  run: AsyncGenerator<Parameters<ReturnType<typeof reporter>['add']>[0], LabOutcome<R, M>, void>,
  signal: AbortSignal,
  add: ReturnType<typeof reporter>['add'],
): Promise<LabOutcome<R, M>> {
  for (;;) {
    const step = await run.next();
    if (step.done) return step.value;
    add(step.value);
    // A lab that only yields must still let messages in, or Stop would never be heard.
    await setImmediate();
    if (signal.aborted) {
      await run.return(undefined as never).catch(() => undefined);
      throw signal.reason;
    }
  }
}
