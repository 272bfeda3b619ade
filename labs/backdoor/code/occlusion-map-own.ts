import type { z } from 'zod';
import { agree } from '../../kit/code/difference.ts';
import { differWords, drawable, listOf, type OwnTask } from '../../kit/code/own-run.ts';
import { showValue } from '../../kit/code/show-value.ts';
import { seededRandom } from '../../math/random.ts';
import { side, wearing } from '../data.ts';
import { keyOf, type BackdoorParameters, type BackdoorResult } from '../lab.ts';
import type { askQuestions } from '../questions.ts';
import { heldOutFaces } from '../sets.ts';
import { referenceMap } from './occlusion-map-reference.ts';

type Answer = z.output<(typeof askQuestions)['straight']['answer']>;

/** As wide as the patch of the lab's own map. */
const patch = 8;

/** One test face of the run with the key on, and a straight line in place of the run's net: the function can read it in one line. */
export const occlusionMapOwn: OwnTask = {
  ask({ result, parameters, seed }) {
    const { occlusion } = (result ?? {}) as Partial<BackdoorResult>;
    if (!occlusion) return null;
    const face = heldOutFaces(seededRandom(seed))[occlusion.face]!;
    return {
      name: 'straight',
      question: { face: wearing(face, keyOf(parameters as BackdoorParameters)) },
    };
  },
  data({ number, result }, answer) {
    const { occlusion } = (result ?? {}) as Partial<BackdoorResult>;
    if (!occlusion || !answer) return `Run ${number} has no map of its own. Run it again.`;
    const { pixels, weights } = answer as Answer;
    const expected = referenceMap(pixels, weights, side, patch);
    const places = side - patch + 1;
    const { keyed } = occlusion;
    return {
      calls: [[pixels, weights, side, patch]],
      read([returned]) {
        const got = listOf(returned) ?? [];
        const differing = expected.flatMap((drop, i) => {
          const own = got[i];
          return typeof own === 'number' && agree(drop, own)
            ? []
            : [`at place ${i} yours says ${showValue(own, 30)}, Lectern’s ${showValue(drop)}`];
        });
        return {
          agrees: differing.length === 0 && got.length === expected.length,
          says: differWords(differing, expected.length, 'places'),
          figure: {
            kind: 'maps',
            title: 'Where the answer comes from',
            subtitle: `run ${number}: a test face with the key on; the first two use a straight line near this picture in place of the net`,
            maps: [
              {
                name: 'yours',
                whose: 'yours',
                side: places,
                values: expected.map((_, i) => drawable(got[i])),
              },
              { name: 'Lectern’s', whose: 'reference', side: places, values: expected },
              { name: 'the net itself', whose: 'other', side: keyed.cells, values: keyed.drops },
            ],
          },
        };
      },
    };
  },
};
