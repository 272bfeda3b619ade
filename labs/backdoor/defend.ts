import type { LabContext } from '../lab.ts';
import type { Sequential } from '../tensors.ts';
import { names } from './drawing/identities.ts';
import { renderAll } from './data.ts';
import { caught, highest, spectralCount } from './defences.ts';
import type { BackdoorParameters, DefenceMethod, DefenceRow, Inside } from './lab.ts';
import { attackRates } from './metrics.ts';
import {
  buildModel,
  features,
  featureUnits,
  likeliest,
  probabilities,
  prunedCopy,
  train,
  type Labelled,
} from './model.ts';
import type { Throttle } from '../kit/throttle.ts';
import { finish } from '../kit/steps.ts';
import { defenderFaces, without, type TestSet, type TrainingSet } from './sets.ts';

/**
 * Rows that a defence takes away at an operating point; pure, so the screen follows a slider with
 * it. `labels` are those the training rows carry.
 */
export function removedRows(
  method: DefenceMethod,
  at: number,
  inside: Inside,
  labels: ArrayLike<number>,
): number[] {
  if (method === 'fine-pruning') return [];
  if (method === 'clustering')
    return inside.clusters
      .filter(({ rows, smaller }) => smaller.length < (at / 100) * rows)
      .flatMap(({ smaller }) => smaller)
      .sort((a, b) => a - b);
  const own = Array.from({ length: labels.length }, (_, row) => row).filter(
    (row) => labels[row] === inside.suspect,
  );
  return highest(inside.scores, spectralCount(at / 100, own.length)).map((i) => own[i]!);
}

/** Where each defence stands by the parameters. */
export const operatingPoint = (method: DefenceMethod, p: BackdoorParameters): number =>
  ({ spectral: p.spectralShare, clustering: p.clusterShare, 'fine-pruning': p.pruneShare })[method];

export interface Defended {
  context: Pick<LabContext<null>, 'tf' | 'trainer' | 'random'>;
  throttle: Throttle;
  parameters: BackdoorParameters;
  model: Sequential;
  set: TrainingSet;
  test: TestSet;
  inside: Inside;
}

/** What a model does on the test faces. */
export async function measure(
  {
    context: { tf },
    throttle,
    test,
    parameters,
  }: Pick<Defended, 'context' | 'throttle' | 'test' | 'parameters'>,
  model: Sequential,
) {
  const plain = likeliest(await finish(probabilities(tf, model, test.plain), throttle));
  const keyed = likeliest(await finish(probabilities(tf, model, test.keyed), throttle));
  return {
    plain,
    keyed,
    rates: attackRates(test.truth, plain.said, keyed.said, names.indexOf(parameters.target)),
  };
}

/** Tries one defence: takes its rows (or units) away, trains, measures. Yields how far it is, 0 to 1. Leaves no tensor. */
export async function* defend(
  from: Defended,
  method: DefenceMethod,
  at: number,
): AsyncGenerator<number, DefenceRow, void> {
  const { context, throttle, parameters, set } = from;
  const { tf, random } = context;
  const removed = removedRows(method, at, from.inside, set.labels);
  const poison = Array.from({ length: set.labels.length - set.clean }, (_, i) => set.clean + i);
  const { found, missed, cleanRemoved } = caught(removed, poison);
  let model: Sequential;
  let data: Labelled;
  let epochs = parameters.epochs;
  let rate: number | undefined;
  if (method === 'fine-pruning') {
    // Fine-pruning (Liu, Dolan-Gavitt & Garg 2018): units that clean faces leave idle may be the backdoor's own.
    const faces = defenderFaces(random);
    data = {
      pixels: await finish(renderAll(faces), throttle),
      labels: Int32Array.from(faces, (face) => face.who),
    };
    model = prunedCopy(tf, from.model, random.fork('weights'), await idleUnits(from, data, at));
    epochs = 3;
    rate = 1e-3;
  } else {
    model = buildModel(tf, random.fork('weights'));
    data = without(set, removed);
  }
  try {
    const order = random.fork(`order after ${method}`);
    for (const step of train(context, model, data, epochs, order, rate)) {
      await throttle.yieldToEventLoop();
      if (step && throttle.due()) yield step.epoch / epochs;
    }
    const { rates } = await measure(from, model);
    return {
      method,
      at,
      found,
      missed,
      cleanRemoved,
      attackSuccessRate: rates.asr,
      cleanAccuracy: rates.cleanAccuracy,
    };
  } finally {
    model.dispose();
  }
}

/** The share of units, in per cent, that clean faces use least. */
async function idleUnits(
  { context: { tf }, throttle, model }: Defended,
  data: Labelled,
  share: number,
): Promise<number[]> {
  const all = await finish(features(tf, model, data.pixels), throttle);
  const use = new Float64Array(featureUnits);
  for (let i = 0; i < all.length; i++) use[i % featureUnits]! += all[i]!;
  const count = Math.min(featureUnits - 1, Math.round((share / 100) * featureUnits));
  return Array.from(use.keys())
    .sort((a, b) => use[a]! - use[b]! || a - b)
    .slice(0, count);
}
