import type { FigureScript } from '../../kit/code/script.ts';
import { seededRandom } from '../../math/random.ts';
import { audit } from '../audit.ts';
import { drawFolds } from '../data.ts';
import { scorePeople } from '../features.ts';
import type { FairnessParameters, FairnessResult } from '../lab.ts';
import { decide } from '../repair.ts';

/** Rates by group of the trained models, judged by who would have repaid. */
export const script: FigureScript = {
  part: 'audit',
  steps: [
    'The applicants are drawn from the seed.',
    'Each model’s weights stand in the card: everybody gets a score.',
    'Whoever scores a half or more is approved.',
    'The four counts of each group give its rates.',
  ],
  reads: ({ result }) => ({
    measured: null,
    result: { coefficients: (result as FairnessResult).coefficients ?? [] },
  }),
  numbers({ parameters, seed, result }) {
    const random = seededRandom(seed);
    const { test } = drawFolds(random.fork('data'), parameters as FairnessParameters);
    const { coefficients = [] } = result as FairnessResult;
    const rows = coefficients.map(({ name, ...model }) => {
      const decisions = decide(test, scorePeople(test, model), [0.5, 0.5]);
      const { selectionRate, tpr, fpr } = audit(name, 'repay', test, decisions, null, 0, random);
      const pair = (rate: typeof tpr) => [rate.majority, rate.minority];
      return [name, ...pair(selectionRate), ...pair(tpr), ...pair(fpr)];
    });
    return [
      [
        'model',
        ...['approved', 'TPR', 'FPR'].flatMap((rate) => [`${rate} majority`, `${rate} minority`]),
      ],
      ...rows,
    ];
  },
};
