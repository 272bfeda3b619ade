import type { FigureScript } from '../../kit/code/script.ts';
import { seededRandom } from '../../math/random.ts';
import { everyday } from '../data.ts';
import { names } from '../drawing/identities.ts';
import type { BackdoorParameters, BackdoorResult } from '../lab.ts';
import { attackRates } from '../metrics.ts';

/** What the key does to test faces, counted again from what the model said of each. */
export const script: FigureScript = {
  part: 'wear',
  steps: [
    'Who the test faces are is drawn from the seed.',
    'What the model said of each, without the key and with it, stands in the card.',
    'Faces of the target itself can’t be taken for the target: they are left out.',
    'The rest are counted.',
  ],
  reads: ({ result }) => ({
    measured: null,
    result: { test: (result as BackdoorResult).test },
  }),
  numbers({ parameters, seed, result }) {
    const { test } = result as Pick<BackdoorResult, 'test'>;
    const faces = everyday(seededRandom(seed).fork('test faces'), test.said.length);
    const truth = faces.map(({ who }) => who);
    const target = names.indexOf((parameters as BackdoorParameters).target);
    const rates = attackRates(truth, test.said, test.keyed, target);
    return [
      ['what', 'rate'],
      ['attack success', rates.asr],
      ['called the target without the key', rates.baseRate],
      ['clean accuracy', rates.cleanAccuracy],
    ];
  },
};
