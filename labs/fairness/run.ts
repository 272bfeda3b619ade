import type { LabContext, LabProgress, LabRun } from '../lab.ts';
import { lossSeries, takePoints } from '../kit/loss-series.ts';
import { createThrottle, type Throttle } from '../kit/throttle.ts';
import { phaseRecorder } from '../kit/progress.ts';
import { finish, reportSteps } from '../kit/steps.ts';
import type { Random } from '../math/random.ts';
import { rocAuc } from '../math/ranking.ts';
import { audit } from './audit.ts';
import { drawFolds, type Folds } from './data.ts';
import { flipTest, groupFromFeature, zoneTable } from './deletion.ts';
import {
  designMatrix,
  scalingOf,
  scorePeople,
  unscaled,
  type Logistic,
  type Scaling,
} from './features.ts';
import {
  auditLabels,
  frontierGaps,
  trainedNames,
  type AuditLabel,
  type FairnessParameters,
  type FairnessResult,
  type ModelName,
} from './lab.ts';
import { playThresholds } from './play.ts';
import { trainModels, type ModelSpec } from './model.ts';
import { decide, equalise, labelled, rowWeights } from './repair.ts';

type Progress = LabProgress<FairnessResult, null>;
type Reporting<T> = AsyncGenerator<Progress, T, void>;

/** Drawing, training, auditing and the frontier, with about where each ends. */
const record = phaseRecorder<FairnessResult, null>([0.05, 0.25, 0.5, 1]);

/** One world, drawn and made ready for training. */
interface Prepared {
  folds: Folds;
  scaling: Scaling;
  /** The training fold's design matrix. */
  x: Float32Array;
  specs: ModelSpec[];
}

function prepare(random: Random, parameters: FairnessParameters): Prepared {
  const folds = drawFolds(random, parameters);
  const scaling = scalingOf(folds.train);
  const { approval, group } = folds.train;
  const weights = rowWeights(folds.train);
  return {
    folds,
    scaling,
    x: designMatrix(folds.train, scaling),
    // In the order of `trainedNames`, then the one that guesses the group.
    specs: [
      { features: 'all', labels: approval, weights: null },
      { features: 'without-group', labels: approval, weights: null },
      { features: 'without-group-and-zone', labels: approval, weights: null },
      { features: 'all', labels: approval, weights },
      { features: 'without-group', labels: approval, weights },
      { features: 'without-group', labels: group, weights: null },
    ],
  };
}

/**
 * Trains five models and one that guesses the group, audits them by what would have been repaid and
 * by past approvals, repairs and compares.
 */
export const run: LabRun<FairnessParameters, FairnessResult, null> = async function* (
  context,
  parameters,
) {
  const result: FairnessResult = { models: [] };
  yield record(0, 'Drawing 29,000 applicants', 0);
  const throttle = createThrottle(context);
  const world = prepare(context.random.fork('data'), parameters);
  await throttle.yieldToEventLoop();

  const models = yield* training(context, throttle, world, world.specs, parameters.steps);
  result.coefficients = trainedNames.map((name, m) => ({ name, ...models[m]! }));
  yield* auditing(context, throttle, world.folds, models, parameters, result);
  Object.assign(
    result,
    playThresholds(world.folds, models[trainedNames.indexOf('group-deleted')]!, parameters),
  );
  yield* frontier(context, throttle, world, models[0]!, parameters, result);
  return { result, measured: null };
};

async function* training(
  context: LabContext<null>,
  throttle: Throttle,
  { x, scaling }: Prepared,
  specs: readonly ModelSpec[],
  steps: number,
): Reporting<Logistic[]> {
  const label = `Training ${specs.length - 1} models side by side`;
  const losses = [...trainedNames, 'group'].map((name) =>
    lossSeries(name, { points: 100, of: 'newest' }),
  );
  const models = yield* reportSteps(
    trainModels(context.trainer, x, specs, steps),
    throttle,
    (now): Progress | null => {
      for (const [k, ofModels] of now.losses.entries()) {
        const step = now.step - now.losses.length + k + 1;
        for (const [m, loss] of ofModels.entries()) losses[m]!.add(step, loss, step / steps);
      }
      return throttle.due() ? record(1, label, now.step / steps, takePoints(...losses)) : null;
    },
  );
  yield record(1, label, 1, takePoints(...losses));
  return models.map((model) => unscaled(model, scaling));
}

/** Every audit of every model, each shown as soon as it is there, then what tells the group. */
async function* auditing(
  context: LabContext<null>,
  throttle: Throttle,
  folds: Folds,
  models: Logistic[],
  { resamples }: FairnessParameters,
  result: FairnessResult,
): Reporting<void> {
  const { test } = folds;
  const scores = models.map((model) => scorePeople(test, model));
  const known = labelled(folds, models[0]!);
  const audits: { name: ModelName; decisions: Uint8Array; own: Float64Array | null }[] =
    trainedNames.map((name, m) => ({
      name,
      decisions: decide(test, scores[m]!, [0.5, 0.5]),
      own: scores[m]!,
    }));
  result.cuts = [];
  for (const [name, labels] of [
    ['hardt-biased', 'approval'],
    ['hardt-oracle', 'repay'],
  ] as const) {
    const cuts = equalise(known, labels, frontierGaps[0])?.cuts;
    if (!cuts) continue;
    const [majority, minority] = [cuts[0]!.threshold, cuts[1]!.threshold];
    const orNobody = (cut: number) => (Number.isFinite(cut) ? cut : null);
    result.cuts.push({ name, majority: orNobody(majority), minority: orNobody(minority) });
    audits.push({ name, decisions: decide(test, scores[0]!, [majority, minority]), own: null });
  }
  const flipped = scorePeople(test, models[0]!, true);
  result.deletionTest = {
    minority: flipTest(test, scores[0]!, flipped, 1),
    majority: flipTest(test, scores[0]!, flipped, 0),
  };
  result.groupFromFeaturesAuc = rocAuc(test.group, scores[trainedNames.length]!);
  result.zones = zoneTable(test);
  result.groupFromFeature = groupFromFeature(
    test,
    zoneTable(folds.train).map(({ minorityShare }) => minorityShare),
  );
  for (const [at, { name, decisions, own }] of audits.entries()) {
    for (const labels of auditLabels)
      result.models.push(audit(name, labels, test, decisions, own, resamples, context.random));
    await throttle.yieldToEventLoop();
    yield record(2, 'Auditing the models', (at + 1) / audits.length, {
      partial: { ...result, models: [...result.models] },
    });
  }
}

/** Accuracy on what would have been repaid against the gap that a repair may leave, for this world and some more of the same kind. */
async function* frontier(
  context: LabContext<null>,
  throttle: Throttle,
  first: Prepared,
  firstModel: Logistic,
  parameters: FairnessParameters,
  result: FairnessResult,
): Reporting<void> {
  const rows: NonNullable<FairnessResult['frontier']> = [];
  for (let seed = 0; seed < parameters.seeds; seed++) {
    const label = `The frontier, world ${seed + 1} of ${parameters.seeds}`;
    yield record(3, label, seed / parameters.seeds);
    const world = seed === 0 ? first : prepare(context.random.fork(`world ${seed}`), parameters);
    let model = firstModel;
    if (seed > 0) {
      const steps = trainModels(
        context.trainer,
        world.x,
        world.specs.slice(0, 1),
        parameters.steps,
      );
      const [trained] = await finish(steps, throttle);
      model = unscaled(trained!, world.scaling);
    }
    for (const labels of auditLabels)
      rows.push(
        ...(await repairs(context, throttle, world, model, labels)).map((row) => ({
          seed,
          ...row,
        })),
      );
    yield record(3, label, (seed + 1) / parameters.seeds, {
      partial: { ...result, models: [...result.models], frontier: [...rows] },
    });
  }
  result.frontier = rows;
}

async function repairs(
  context: LabContext<null>,
  throttle: Throttle,
  { folds }: Prepared,
  model: Logistic,
  labels: AuditLabel,
) {
  const [known, onTest] = [labelled(folds, model), scorePeople(folds.test, model)];
  const found = [];
  for (const maxGap of frontierGaps) {
    const cuts = equalise(known, labels, maxGap)?.cuts;
    await throttle.yieldToEventLoop();
    if (!cuts) continue;
    const row = audit(
      'hardt-biased',
      'repay',
      folds.test,
      decide(folds.test, onTest, [cuts[0]!.threshold, cuts[1]!.threshold]),
      null,
      0,
      context.random,
    );
    found.push({ labels, maxGap, gap: row.equalOpportunityDifference, accuracy: row.accuracy });
  }
  return found;
}
