import { answerNewest, finishUnless } from '../../kit/worker.ts';
import { seededRandom } from '../../math/random.ts';
import type { Setting } from './explore.ts';
import { simulateFrontier } from './frontier.ts';
import type { FrontierRow } from '../result.ts';
import type { SimulationRequest } from '../simulation-request.ts';

export interface FrontierAnswer {
  id: number;
  setting: Setting;
  rows: FrontierRow[];
  /** True for a first look with few replications and no intervals; the whole answer follows. */
  draft: boolean;
}

/** The last lines: moving the arrivals, the learner's own batch or the limit leaves them as they are. */
let lines: { key: string; rows: FrontierRow[] } | null = null;

/** Simulates off the page's own thread, the learner's own points first: they are what moved. */
answerNewest<SimulationRequest>(self, async (request, outdated) => {
  const { setting } = request;
  const key = keyOf(request);
  if (lines?.key === key) {
    const own = await simulate(request, setting, () => false, 'own');
    if (own) post(request, [...lines.rows, ...own], false);
    return;
  }
  const draft = await simulate(
    request,
    { ...setting, replications: Math.min(2, setting.replications) },
    outdated,
  );
  if (!draft) return;
  post(
    request,
    draft.map((row) => ({ ...row, ci95: { meanMs: null, p99Ms: null } })),
    true,
  );
  const whole = await simulate(request, setting, outdated);
  if (!whole) return;
  lines = { key, rows: whole.filter((row) => row.kind === 'line') };
  post(request, whole, false);
});

async function simulate(
  request: SimulationRequest,
  setting: Setting,
  giveUp: () => boolean,
  only?: 'own',
): Promise<FrontierRow[] | null> {
  const random = seededRandom(request.seed);
  const rows: FrontierRow[] = [];
  for (const model of request.models) {
    const steps = simulateFrontier(request.measured, model, setting, random, only);
    const done = await finishUnless(steps, giveUp);
    if (!done) return null;
    rows.push(...done);
  }
  return rows;
}

function post(request: SimulationRequest, rows: FrontierRow[], draft: boolean): void {
  const message: FrontierAnswer = { id: request.id, setting: request.setting, rows, draft };
  self.postMessage(message);
}

/** What the lines depend on. The limit does not move a line: only the goodput, which is read at the learner's own points. */
function keyOf({ setting, seed, models }: SimulationRequest): string {
  const { replicas, queueCapacity, maxWaitMs, slowShare, slowFactor, replications } = setting;
  return JSON.stringify([
    replicas,
    queueCapacity,
    maxWaitMs,
    slowShare,
    slowFactor,
    replications,
    seed,
    models,
  ]);
}
