import { simulateModel, type FittedModel, type Setting } from './explore.ts';
import type { Random } from '../../math/random.ts';
import { modelNames, type ModelName } from '../names.ts';
import type { CandidateRow, LatencyMeasured } from '../result.ts';

/** How a model is served. */
export type ServingSetup = Pick<Setting, 'replicas' | 'maxBatch' | 'maxWaitMs' | 'queueCapacity'>;

const plain = (replicas: number, maxBatch: number): ServingSetup => ({
  replicas,
  maxBatch,
  maxWaitMs: 0,
  queueCapacity: 0,
});

/** The set-ups that every model is tried in; the learner's own comes as one more. */
export const fixedSetups: readonly ServingSetup[] = [
  plain(1, 1),
  plain(1, 16),
  plain(4, 1),
  plain(4, 16),
];
/** Candidates of each model that a number stands for, the learner's own set-up being the last. */
const places = fixedSetups.length + 1;

export interface Candidate extends ServingSetup {
  id: string;
  model: ModelName;
  /** True where it is the learner's own set-up and none of the fixed ones. */
  own: boolean;
}

/** "large/4x16", "small/2x8w5q50": the same set-up always has the same id. A wait without batches changes nothing and is left out. */
export function candidateId(
  model: ModelName,
  { replicas, maxBatch, maxWaitMs, queueCapacity }: ServingSetup,
): string {
  return (
    `${model}/${replicas}x${maxBatch}` +
    (maxBatch > 1 && maxWaitMs > 0 ? `w${maxWaitMs}` : '') +
    `${queueCapacity > 0 ? `q${queueCapacity}` : ''}`
  );
}

/** Every model in every set-up, small to large; the learner's own set-up only where it is not one of the fixed ones. */
export function candidatesOf({
  replicas,
  maxBatch,
  maxWaitMs,
  queueCapacity,
}: ServingSetup): Candidate[] {
  const mine: ServingSetup = { replicas, maxBatch, maxWaitMs, queueCapacity };
  return modelNames.flatMap((model) => {
    const fixed = fixedSetups.map((setup): Candidate => ({
      ...setup,
      id: candidateId(model, setup),
      model,
      own: false,
    }));
    const id = candidateId(model, mine);
    return fixed.some((one) => one.id === id)
      ? fixed
      : [...fixed, { ...mine, id, model, own: true }];
  });
}

/** The id of the candidate that a number from 1 stands for at this setting; null for 0 and for any other number. */
export function candidateByNumber(number: number, setting: ServingSetup): string | null {
  if (!Number.isInteger(number) || number < 1 || number > modelNames.length * places) return null;
  const model = modelNames[Math.floor((number - 1) / places)]!;
  return candidateId(model, fixedSetups[(number - 1) % places] ?? setting);
}

/** The number that stands for a candidate: the same at every setting. */
export function numberOfCandidate({
  model,
  id,
  own,
}: Pick<Candidate, 'model' | 'id' | 'own'>): number {
  const place = own
    ? fixedSetups.length
    : fixedSetups.findIndex((setup) => candidateId(model, setup) === id);
  return modelNames.indexOf(model) * places + place + 1;
}

/**
 * Simulates every candidate at the setting's own arrivals, yielding the part that is done (0 to 1) after each replication. All set-ups of
 * a model meet the same arrivals and draws, so that they differ by the set-up and not by luck.
 */
export function* simulateCandidates(
  measured: LatencyMeasured,
  models: readonly FittedModel[],
  setting: Setting,
  random: Random,
): Generator<number, CandidateRow[], void> {
  const all = candidatesOf(setting).flatMap((candidate) => {
    const model = models.find((one) => one.name === candidate.model);
    return model ? [{ candidate, model }] : [];
  });
  const rows: CandidateRow[] = [];
  for (const [place, { candidate, model }] of all.entries()) {
    const { id, replicas, maxBatch, maxWaitMs, queueCapacity } = candidate;
    const steps = simulateModel(
      measured,
      model,
      { ...setting, replicas, maxBatch, maxWaitMs, queueCapacity },
      random,
      'chosen',
    );
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield (place + step.value) / all.length;
    const { arrivalsPerSecond, stable, meanMs, p99Ms, turnedAway } = step.value.rows[0]!;
    rows.push({
      id,
      model: model.name,
      replicas,
      maxBatch,
      maxWaitMs,
      queueCapacity,
      arrivalsPerSecond,
      stable,
      meanMs,
      p99Ms,
      turnedAway,
    });
  }
  return rows;
}
