import { seededRandom } from '../math/random.ts';
import { audit } from './audit.ts';
import { drawFolds } from './data.ts';
import { flipTest, groupFromFeature, zoneTable } from './deletion.ts';
import { featureNames, scorePeople, type Logistic } from './features.ts';
import {
  auditLabels,
  fairnessParameters,
  frontierGaps,
  trainedNames,
  type FairnessResult,
  type TrainedName,
} from './lab.ts';
import { playThresholds } from './play.ts';
import { decide, equalise, labelled } from './repair.ts';

/** Weights near those that training finds, so that tests need no TensorFlow. */
function model({ group = 0, zone = 0 }: { group?: number; zone?: number }): Logistic {
  const of: Record<string, number> = {
    group,
    'log income': 0.3,
    'credit score': 0.015,
    'debt to income': -3,
    tenure: 0.05,
    'zone 1': zone,
    'zone 2': zone,
    'zone 3': zone,
    'zone 4': zone,
  };
  return {
    weights: featureNames.map((name) => of[name] ?? 0),
    intercept: 0.9 - 0.3 * 10.9 - 0.015 * 690 + 3 * 0.36 - 0.05 * 5,
  };
}

const models: Record<TrainedName, Logistic> = {
  'with-group': model({ group: -1.1, zone: -0.55 }),
  'group-deleted': model({ zone: -1.1 }),
  'group-and-zone-deleted': model({}),
  reweighed: model({ group: 0.3 }),
  'reweighed-without-group': model({ zone: -0.2 }),
};

/** For this lab's tests: a whole result of one world, made by all the lab's own code but training. */
export function madeResult(): FairnessResult {
  const parameters = fairnessParameters.parse({});
  const random = seededRandom(3);
  const folds = drawFolds(random.fork('data'), parameters);
  const { test } = folds;
  const first = models['with-group'];
  const scores = scorePeople(test, first);
  const known = labelled(folds, first);
  const rows = trainedNames.flatMap((name) =>
    auditLabels.map((labels) => {
      const own = scorePeople(test, models[name]);
      return audit(name, labels, test, decide(test, own, [0.5, 0.5]), own, 40, random);
    }),
  );
  const cuts = (
    [
      ['hardt-biased', 'approval'],
      ['hardt-oracle', 'repay'],
    ] as const
  ).map(([name, labels]) => {
    const [majority, minority] = equalise(known, labels, frontierGaps[0])!.cuts.map(
      ({ threshold }) => threshold,
    ) as [number, number];
    rows.push(
      audit(name, 'repay', test, decide(test, scores, [majority, minority]), null, 40, random),
    );
    return { name, majority, minority };
  });
  return {
    models: rows,
    cuts,
    deletionTest: {
      minority: flipTest(test, scores, scorePeople(test, first, true), 1),
      majority: flipTest(test, scores, scorePeople(test, first, true), 0),
    },
    groupFromFeaturesAuc: 0.87,
    zones: zoneTable(test),
    groupFromFeature: groupFromFeature(
      test,
      zoneTable(folds.train).map(({ minorityShare }) => minorityShare),
    ),
    frontier: auditLabels.flatMap((labels) =>
      [0.01, 0.3].map((maxGap) => ({
        seed: 0,
        labels,
        maxGap,
        gap: maxGap,
        accuracy: labels === 'repay' ? 0.75 : 0.72 - maxGap / 10,
      })),
    ),
    coefficients: trainedNames.map((name) => ({ name, ...models[name] })),
    ...playThresholds(folds, models['group-deleted'], parameters),
  };
}
