import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError, toErrorData } from '../../contract/errors.ts';
import type { Notice } from '../../contract/methods.ts';
import type { Parameters, RunCard, RunSnapshot } from '../../contract/run.ts';
import { withFallback } from '../../policy/compute-env.ts';
import { appendSeries } from '../../rpc/series.ts';
import { makeCard } from './card.ts';
import type { LabCatalog } from '../../compute/lab-catalog.ts';
import type { ComputeChild } from '../compute/compute-child.ts';
import { ComputeProcess } from '../compute/compute-process.ts';
import { failure } from './failure.ts';
import { stepByStepNotice } from './step-by-step.ts';
import { newRun } from './new-run.ts';
import { stopWithinMs } from './runs.ts';
import { spawnCompute } from '../compute/spawn-compute.ts';

export interface OneRun {
  root: string;
  lab: string;
  parameters: Record<string, unknown>;
  seed: number;
  preset: string | null;
  /** Measurements to reuse; null to measure. */
  measured: RunCard['measured'];
  onSnapshot: (run: RunSnapshot) => void;
  /** Stops the run; the card then says 'stopped' and holds what there is so far. */
  signal: AbortSignal;
  /** Hears what the person should know without having asked. */
  notify?: (notice: Notice) => void;
  catalog?: LabCatalog;
  spawn?: (fallbackReason?: string) => ComputeChild;
}

/** Lectern's own version, from its package. */
export async function ownVersion(root: string): Promise<string> {
  return (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string })
    .version;
}

/**
 * One run in a compute process of its own; the data folder is not touched. Resolves with the card of a finished, stopped
 * or failed run. Throws for an unknown lab or preset, wrong parameters or measurements, and compute that does not start.
 */
export async function runOnce(options: OneRun): Promise<RunCard> {
  const { root, lab, seed, preset, measured: reuse, onSnapshot, signal } = options;
  const catalog = options.catalog ?? (await import('../../compute/catalog.ts')).catalog;
  const { parameters, version } = catalog.parse(lab, options.parameters, preset);
  if (reuse !== null && !catalog.acceptsMeasured(lab, reuse)) {
    throw new LecternError({
      code: 'bad-card',
      what: 'The measurements to reuse are not of this lab, or not complete.',
      safe: 'Nothing was run.',
      next: 'Name the card of a finished run of the same lab.',
    });
  }
  const started = performance.now();
  let measured = reuse;
  let toldOfFault = false;
  let run = newRun({
    id: randomUUID(),
    number: 1,
    lab,
    labVersion: version,
    parameters: parameters as Parameters,
    seed,
    preset,
    prediction: null,
    measuredFrom: null,
  });
  const update = (change: Partial<RunSnapshot>) => {
    run = { ...run, ...change, durationMs: performance.now() - started };
    onSnapshot(run);
  };
  let ready = () => {};
  let broken: (error: LecternError) => void = () => {};
  const standing = new Promise<void>((resolve, reject) => {
    ready = resolve;
    broken = reject;
  });
  standing.catch(() => undefined);
  const compute = new ComputeProcess({
    spawn: options.spawn ?? ((reason) => spawnCompute(root, withFallback(process.env, reason))),
    onState: (state) => {
      if (state.state === 'ready') ready();
      if (state.state === 'down')
        broken(
          new LecternError({
            code: 'compute-down',
            what: state.why,
            safe: 'Nothing was changed.',
            next: 'Run "npm run doctor" to see why.',
          }),
        );
    },
    onProgress: (_id, progress) => {
      if (run.status !== 'running') return;
      if (progress.measured !== undefined) measured = progress.measured;
      const result = progress.partial === undefined ? run.result : progress.partial;
      const { training } = progress;
      if (training?.fault && !toldOfFault) options.notify?.(stepByStepNotice(training.fault));
      toldOfFault ||= Boolean(training?.fault);
      update({
        phase: progress.phase,
        backend: training?.backend ?? run.backend,
        result,
        series: appendSeries(run.series, progress.points ?? {}),
      });
    },
  });
  compute.start();
  try {
    const stopped = new Promise<'stopped'>((resolve) => {
      if (signal.aborted) resolve('stopped');
      signal.addEventListener('abort', () => resolve('stopped'), { once: true });
    });
    if ((await Promise.race([standing, stopped])) !== 'stopped') {
      update({ status: 'running', backend: compute.info!.backend });
      const work = compute.call(
        'run.execute',
        { run: run.id, lab, parameters: run.parameters, seed, measured: reuse },
        signal,
      );
      const outcome = await Promise.race([work, stopped]);
      if (outcome !== 'stopped') {
        measured = outcome.measured;
        update({ status: 'finished', complete: true, result: outcome.result, phase: null });
      } else
        await Promise.race([
          work.catch(() => undefined),
          new Promise((resolve) => setTimeout(resolve, stopWithinMs).unref()),
        ]);
    }
    if (run.status !== 'finished') update({ status: 'stopped', phase: null });
  } catch (error) {
    if (toErrorData(error).code === 'compute-down') throw error;
    if (signal.aborted) update({ status: 'stopped', phase: null });
    else update({ status: 'failed', phase: null, error: failure(error) });
  } finally {
    await compute.close();
  }
  return makeCard(run, measured, compute.info, await ownVersion(root));
}
