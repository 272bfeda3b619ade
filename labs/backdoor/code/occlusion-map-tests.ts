import type { CodeExercise, CodeTest } from '../../kit/code/exercise.ts';
import type { Random } from '../../math/random.ts';
import { occlusionMapTask } from './occlusion-map.ts';
import { occlusionMapOwn } from './occlusion-map-own.ts';
import { referenceMap } from './occlusion-map-reference.ts';

const of = (property: string, ...args: Parameters<typeof referenceMap>): CodeTest => ({
  property,
  args,
  expected: referenceMap(...args),
});

const picture = (random: Random, side: number): [number[], number[]] => [
  Array.from({ length: side * side }, () => Math.round(100 * random.uniform()) / 100),
  Array.from({ length: side * side }, () => Math.round(100 * random.normal()) / 200),
];

/** The exercise with its tests. */
export const occlusionMapExercise: CodeExercise = {
  ...occlusionMapTask,
  own: occlusionMapOwn,
  properties: {
    places: 'It has one number for each place at which the whole patch is inside the picture.',
    order: 'Places come row by row from the top, each row from the left.',
    drop: 'A drop is positive where the model gets less sure, negative where it gets surer.',
    grey: 'The patch is grey: 0.5, not black.',
    fresh: 'Each place begins with the whole picture: no earlier patch is left on it.',
    whole: 'A patch as large as the picture has one place.',
    pixel: 'A patch of one pixel covers one pixel.',
    picture: 'It is right for a larger picture.',
  },
  tests: (random) => [
    { ...of('whole', [1, 0, 0, 0], [2, 0, 0, 0], 2, 2), visible: true },
    {
      ...of('order', [1, 1, 1, 1, 1, 1, 1, 1, 1], [0, 0, 3, 0, 0, 0, 0, 0, 0], 3, 2),
      visible: true,
    },
    { ...of('drop', [1, 0, 0, 1], [1, 1, -1, -1], 2, 1), visible: true },
    of('places', ...picture(random.fork('places'), 5), 5, 3),
    of('order', ...picture(random.fork('order'), 4), 4, 2),
    of('drop', ...picture(random.fork('drop'), 3), 3, 2),
    of('grey', [0, 0, 0, 0], [1, 2, 3, -4], 2, 1),
    of('fresh', [1, 1, 1, 1], [1, 1, 1, 1], 2, 1),
    of('whole', ...picture(random.fork('whole'), 3), 3, 3),
    of('pixel', ...picture(random.fork('pixel'), 3), 3, 1),
    of('picture', ...picture(random.fork('picture'), 12), 12, 4),
  ],
};
