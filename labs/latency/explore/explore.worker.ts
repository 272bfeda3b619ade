import { answerNewest, finishUnless } from '../../kit/worker.ts';
import { seededRandom } from '../../math/random.ts';
import { simulateModel, type Setting, type Simulated } from './explore.ts';
import type { ModelName } from '../names.ts';
import { closedCurves, type ClosedCurve } from './closed-curves.ts';
import type { SimulationRequest } from '../simulation-request.ts';

export interface ExploreAnswer {
  id: number;
  setting: Setting;
  simulated: Simulated;
  curves: Partial<Record<ModelName, ClosedCurve[]>>;
  /** True for a first look with few replications and no intervals; the whole answer follows. */
  draft: boolean;
}

/** The last whole sweep: moving the arrivals or the limit leaves it as it is. */
let sweep: { key: string; rows: Simulated['rows'] } | null = null;

/** Simulates off the page's own thread, so that a slider never stutters. */
answerNewest<SimulationRequest>(self, answer);

async function answer(request: SimulationRequest, outdated: () => boolean): Promise<void> {
  const { setting } = request;
  const key = sweepKey(request);
  if (sweep?.key !== key) {
    const first = await simulate(
      request,
      { ...setting, replications: Math.min(2, setting.replications) },
      outdated,
      'draft',
    );
    if (!first) return;
    post(
      request,
      {
        ...first,
        rows: first.rows.map((row) => ({ ...row, ci95: { meanMs: null, p99Ms: null } })),
      },
      true,
    );
    const whole = await simulate(request, setting, outdated);
    if (!whole) return;
    sweep = { key, rows: whole.rows.filter((row) => !row.chosen) };
    post(request, whole, false);
    return;
  }
  const own = await simulate(request, setting, () => false, 'chosen');
  if (own)
    post(request, { rows: [...sweep.rows, ...own.rows], closedForms: own.closedForms }, false);
}

/** Null where `giveUp` says in between that this is no longer worth finishing. */
async function simulate(
  request: SimulationRequest,
  setting: Setting,
  giveUp: () => boolean,
  how?: 'chosen' | 'draft',
): Promise<Simulated | null> {
  const all: Simulated = { rows: [], closedForms: [] };
  const random = seededRandom(request.seed);
  for (const model of request.models) {
    const steps = simulateModel(request.measured, model, setting, random, how);
    const done = await finishUnless(steps, giveUp);
    if (!done) return null;
    all.rows.push(...done.rows);
    all.closedForms.push(...done.closedForms);
  }
  return all;
}

function post(request: SimulationRequest, simulated: Simulated, draft: boolean): void {
  const curves = Object.fromEntries(
    request.models.map(({ name }) => [name, closedCurves(request.measured, name, request.setting)]),
  );
  const message: ExploreAnswer = {
    id: request.id,
    setting: request.setting,
    simulated,
    curves,
    draft,
  };
  self.postMessage(message);
}

function sweepKey({ setting, seed, models }: SimulationRequest): string {
  const { replicas, queueCapacity, maxBatch, maxWaitMs, slowShare, slowFactor, replications } =
    setting;
  return JSON.stringify([
    replicas,
    queueCapacity,
    maxBatch,
    maxWaitMs,
    slowShare,
    slowFactor,
    replications,
    seed,
    models,
  ]);
}
