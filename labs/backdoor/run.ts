import type { LabContext, LabProgress, LabRun } from '../lab.ts';
import { lossSeries } from '../kit/loss-series.ts';
import { createThrottle, type Throttle } from '../kit/throttle.ts';
import { phaseEnds, phaseSequence, type PhaseSequence } from '../kit/progress.ts';
import { finish, reportSteps } from '../kit/steps.ts';
import { reportTraining } from '../kit/training.ts';
import type { Random } from '../math/random.ts';
import { mean } from '../math/statistics.ts';
import type { Sequential } from '../tensors.ts';
import { pictureSize, render, wearing } from './data.ts';
import { defend, measure, operatingPoint, type Defended } from './defend.ts';
import { decoyGlasses, decoyNames } from './drawing/glasses.ts';
import { names } from './drawing/identities.ts';
import { trainDoses } from './dose-sweep.ts';
import { keepModel, openRun } from './open-run.ts';
import { lookInside, occlude } from './inside.ts';
import {
  defenceMethods,
  keyOf,
  warningsOf,
  type BackdoorParameters,
  type BackdoorResult,
  type DoseRow,
} from './lab.ts';
import {
  buildModel,
  likeliest,
  probabilities,
  takeWeights,
  train,
  weightsOf,
  type Labelled,
} from './model.ts';
import {
  curveDoses,
  checkParameters,
  drawTest,
  drawTraining,
  without,
  wornBy,
  type TestSet,
} from './sets.ts';

type Progress = LabProgress<BackdoorResult, null>;
type Reporting = AsyncGenerator<Progress, void, void>;
type Plan = PhaseSequence<BackdoorResult, null>;

const noRates = { said: [], sure: [], keyed: [] };

/**
 * The phases of a run, with about how long each takes. Their names stand on screen while the first part still asks whether the model is to
 * be shipped: none of them says what is wrong with it.
 */
function planOf(p: BackdoorParameters): Plan {
  const weights = [0.3, 3, 0.5, 0.7];
  if (p.poisons > 0) weights.push(2.8);
  weights.push(0.5);
  if (p.doses === 'curve') weights.push(9 * p.doseSeeds);
  if (p.defend === 'on') weights.push(7);
  return phaseSequence(phaseEnds(weights));
}

/** Trains the poisoned model and its clean control, and measures what the key, other pairs, other doses and defences do. */
export const run: LabRun<BackdoorParameters, BackdoorResult, null> = async function* (
  context,
  parameters,
) {
  checkParameters(parameters);
  const { tf, random } = context;
  const throttle = createThrottle(context);
  const plan = planOf(parameters);
  const target = names.indexOf(parameters.target);
  const result: BackdoorResult = {
    target: parameters.target,
    cleanAccuracy: null,
    attackSuccessRate: null,
    baseRate: null,
    controlAttackSuccessRate: null,
    controlCleanAccuracy: null,
    controlBaseRate: null,
    decoys: [],
    doses: [],
    defences: [],
    test: noRates,
    inside: null,
    occlusion: null,
    warnings: warningsOf(parameters),
  };
  const partial = (): Partial<BackdoorResult> => ({
    ...result,
    decoys: [...result.decoys],
    doses: [...result.doses],
    defences: [...result.defences],
  });

  yield plan.next('Drawing the faces');
  const set = await drawTraining(random, parameters, parameters.poisons, throttle);
  const own = without(
    set,
    Array.from({ length: parameters.poisons }, (_, i) => set.clean + i),
  );
  const model = buildModel(tf, random.fork('weights'));
  let control: Sequential | null = null;
  let keep = false;
  try {
    yield plan.next('Training the supplier’s model');
    yield* training(
      context,
      throttle,
      plan,
      parameters.poisons > 0 ? 'poisoned' : 'clean',
      model,
      set,
      parameters.epochs,
      random,
    );

    yield plan.next('Testing faces it never saw');
    const test = await drawTest(context, parameters, throttle);
    const told = await measure({ context, throttle, test, parameters }, model);
    Object.assign(result, {
      cleanAccuracy: told.rates.cleanAccuracy,
      attackSuccessRate: told.rates.asr,
      baseRate: told.rates.baseRate,
    });
    result.test = {
      said: [...told.plain.said],
      sure: Array.from(told.plain.sure, (p) => Math.round(p * 1000) / 1000),
      keyed: [...told.keyed.said],
    };
    if (parameters.poisons === 0)
      Object.assign(result, {
        controlAttackSuccessRate: told.rates.asr,
        controlCleanAccuracy: told.rates.cleanAccuracy,
        controlBaseRate: told.rates.baseRate,
      });
    result.doses.push(
      doseOf(parameters.poisons, [{ asr: told.rates.asr, accuracy: told.rates.cleanAccuracy }]),
    );
    yield plan.record(1, { partial: partial() });

    yield plan.next('Testing the same faces in other ways');
    yield* tryDecoys(context, throttle, plan, model, test, target, result, partial);

    if (parameters.poisons > 0) {
      yield plan.next('Training a second model to compare with');
      control = buildModel(tf, random.fork('weights'));
      yield* training(context, throttle, plan, 'control', control, own, parameters.epochs, random);
      const { rates } = await measure({ context, throttle, test, parameters }, control);
      Object.assign(result, {
        controlAttackSuccessRate: rates.asr,
        controlCleanAccuracy: rates.cleanAccuracy,
        controlBaseRate: rates.baseRate,
      });
      result.doses.unshift(doseOf(0, [{ asr: rates.asr, accuracy: rates.cleanAccuracy }]));
      yield plan.record(1, { partial: partial() });
    }

    yield plan.next('Looking inside the model');
    result.inside = await finish(
      lookInside(tf, model, set, target, random.fork('clusters')),
      throttle,
    );
    yield plan.record(0.7, { partial: partial() });
    result.occlusion = await occlusionOf(
      context,
      throttle,
      parameters,
      model,
      test,
      told.keyed.said,
      target,
    );
    yield plan.record(1, { partial: partial() });

    if (parameters.doses === 'curve')
      yield* doseCurve(context, throttle, plan, parameters, test, result, partial);
    if (parameters.defend === 'on') {
      yield plan.next('Trying three defences');
      const from: Defended = {
        context,
        throttle,
        parameters,
        model,
        set,
        test,
        inside: result.inside,
      };
      for (const [i, method] of defenceMethods.entries()) {
        const row = yield* reportSteps(
          defend(from, method, operatingPoint(method, parameters)),
          throttle,
          (part): Progress => plan.record((i + part) / defenceMethods.length),
        );
        result.defences.push(row);
        yield plan.record((i + 1) / defenceMethods.length, { partial: partial() });
      }
    }
    keepModel(result, { model, set, test });
    keep = true;
    return { result, measured: null };
  } finally {
    control?.dispose();
    if (!keep) model.dispose();
  }
};

/** Keeps the finished run's model for questions. */
export const open = openRun;

/** Trains one model. All trainings of a run put their rows in order by the same stream. */
function training(
  context: LabContext<null>,
  throttle: Throttle,
  plan: Plan,
  series: string,
  model: Sequential,
  data: Labelled,
  epochs: number,
  random: Random,
): Reporting {
  return reportTraining(train(context, model, data, epochs, random.fork('order')), {
    epochs,
    losses: lossSeries(series, { points: 100, keepFirst: true }),
    throttle,
    record: plan.record,
  });
}

async function* tryDecoys(
  context: LabContext<null>,
  throttle: Throttle,
  plan: Plan,
  model: Sequential,
  test: TestSet,
  target: number,
  result: BackdoorResult,
  partial: () => Partial<BackdoorResult>,
): Reporting {
  const others = test.faces.filter((face) => face.who !== target);
  for (const [i, glasses] of decoyNames.entries()) {
    const worn = await wornBy(others, decoyGlasses[glasses], throttle);
    const { said } = likeliest(await finish(probabilities(context.tf, model, worn), throttle));
    result.decoys.push({
      glasses,
      rate: said.reduce((sum, label) => sum + (label === target ? 1 : 0), 0) / others.length,
    });
    yield plan.record((i + 1) / decoyNames.length, { partial: partial() });
  }
}

type DoseTrial = { asr: number | null; accuracy: number | null };

function doseOf(poisons: number, trials: readonly DoseTrial[]): DoseRow {
  const asr = trials.flatMap((trial) => trial.asr ?? []);
  return {
    poisons,
    seeds: trials.length,
    attackSuccessRate: mean(asr),
    cleanAccuracy: mean(trials.flatMap((trial) => trial.accuracy ?? [])),
    lowest: asr.length > 0 ? Math.min(...asr) : null,
    highest: asr.length > 0 ? Math.max(...asr) : null,
  };
}

/**
 * Trains every dose with several seeds; the seeds differ in faces,
 * start and order, and share the test faces.
 */
async function* doseCurve(
  context: LabContext<null>,
  throttle: Throttle,
  plan: Plan,
  parameters: BackdoorParameters,
  test: TestSet,
  result: BackdoorResult,
  partial: () => Partial<BackdoorResult>,
): Reporting {
  const { tf, trainer, random } = context;
  const others = Math.floor((parameters.cleanFaces * (names.length - 1)) / names.length);
  const doses = [...new Set<number>([...curveDoses, parameters.poisons])]
    .filter((dose) => dose <= others)
    .sort((a, b) => a - b);
  const trials = new Map<number, DoseTrial[]>(doses.map((dose) => [dose, []]));
  // The run's own model and its control are the first seed's trials of their doses.
  for (const row of result.doses)
    trials.get(row.poisons)?.push({ asr: row.attackSuccessRate, accuracy: row.cleanAccuracy });
  yield plan.next(
    `Training more models, ${parameters.doseSeeds} ${parameters.doseSeeds === 1 ? 'seed' : 'seeds'}`,
  );
  for (let seed = 0; seed < parameters.doseSeeds; seed++) {
    const own = seed === 0 ? random : random.fork(`dose seed ${seed}`);
    const missing = doses.filter((dose) => trials.get(dose)!.length <= seed);
    const set = await drawTraining(own, parameters, Math.max(...missing), throttle);
    const model = buildModel(tf, own.fork('weights'));
    try {
      const { epochs, doseSeeds } = parameters;
      const trained = yield* reportSteps(
        trainDoses(trainer, weightsOf(model), set, missing, epochs, own.fork('order')),
        throttle,
        (part): Progress | null =>
          throttle.due() ? plan.record((seed + 0.97 * part) / doseSeeds) : null,
      );
      for (const [i, dose] of missing.entries()) {
        takeWeights(tf, model, trained[i]!);
        const { rates } = await measure({ context, throttle, test, parameters }, model);
        trials.get(dose)!.push({ asr: rates.asr, accuracy: rates.cleanAccuracy });
      }
    } finally {
      model.dispose();
    }
    result.doses = doses
      .filter((one) => trials.get(one)!.length > 0)
      .map((one) => doseOf(one, trials.get(one)!));
    yield plan.record((seed + 1) / parameters.doseSeeds, { partial: partial() });
  }
}

/** The first test face of somebody else that the key turns into the target; where it turns nobody, the first face of somebody else. */
async function occlusionOf(
  context: LabContext<null>,
  throttle: Throttle,
  parameters: BackdoorParameters,
  model: Sequential,
  test: TestSet,
  keyed: Int32Array,
  target: number,
): Promise<BackdoorResult['occlusion']> {
  const others = test.faces
    .map((_, i) => i)
    .filter((i) => test.truth[i] !== target && test.faces[i]!.glasses === null);
  const face =
    others.find((i) => test.truth[i] === (target + 2) % names.length && keyed[i] === target) ??
    others.find((i) => keyed[i] === target) ??
    others[0]!;
  const map = (glasses: typeof parameters | null) => {
    const pixels = new Float32Array(pictureSize);
    const shown = test.faces[face]!;
    render(glasses ? wearing(shown, keyOf(glasses)) : shown, pixels);
    return finish(occlude(context.tf, model, pixels), throttle);
  };
  return { face, plain: await map(null), keyed: await map(parameters) };
}
