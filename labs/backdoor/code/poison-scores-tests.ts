import type { CodeExercise, CodeTest } from '../../kit/code/exercise.ts';
import type { Random } from '../../math/random.ts';
import { caught, highest, spectralCount } from '../defences.ts';
import { poisonScoresTask } from './poison-scores.ts';
import { poisonScoresOwn } from './poison-scores-own.ts';

interface Bank {
  activations: number[][];
  poison: number[];
}

const width = 24;
const rows = 150;
const share = 0.12;
/** How far poison lies from the rest, in standard deviations of one neuron. */
const apart = 6;
/** So much of the poison must be found. */
const least = 0.9;

interface World {
  /** What is added to every neuron. */
  base?: number;
  /** Which way the poison lies. */
  side?: 1 | -1;
  /** A neuron that never fires. */
  dead?: boolean;
}

/**
 * Activations of one label, made up: independent normal numbers, and poison that is moved along one
 * direction. Three decimals, as many as a learner can read.
 */
function bank(random: Random, { base = 0, side = 1, dead = false }: World = {}): Bank {
  const raw = Array.from({ length: width }, () => random.normal());
  const length = Math.hypot(...raw);
  const bad = Math.round(share * rows);
  const poison = [...random.permutation(rows).slice(0, bad)].sort((a, b) => a - b);
  const poisoned = new Set(poison);
  const activations = Array.from({ length: rows }, (_, i) =>
    raw.map((direction, j) => {
      const moved = poisoned.has(i) ? (side * apart * direction) / length : 0;
      const value = dead && j === 3 ? 0 : base + random.normal() + moved;
      return Math.round(1_000 * value) / 1_000;
    }),
  );
  return { activations, poison };
}

/** What is wrong with the scores of so many rows; null where nothing is. */
function badScores(got: unknown, n: number): string | null {
  if (!Array.isArray(got) && !ArrayBuffer.isView(got)) return 'Expected a list of scores.';
  const scores = Array.from(got as ArrayLike<unknown>);
  if (scores.length !== n) return `Expected ${n} scores, got ${scores.length}.`;
  const odd = scores.findIndex((one) => typeof one !== 'number' || !Number.isFinite(one));
  return odd < 0 ? null : `Score ${odd} is no finite number.`;
}

function finds(property: string, { activations, poison }: Bank): CodeTest {
  return {
    property,
    args: [activations],
    check(got) {
      const bad = badScores(got, activations.length);
      if (bad !== null) return bad;
      const count = spectralCount(share, activations.length);
      const { found } = caught(highest(got as ArrayLike<number>, count), poison);
      if (found >= least * poison.length) return null;
      return `Of ${poison.length} poisons ${found} are among the ${count} highest scores.`;
    },
  };
}

/** The exercise with its tests. */
export const poisonScoresExercise: CodeExercise = {
  ...poisonScoresTask,
  own: poisonScoresOwn,
  properties: {
    scores: 'It gives one finite number for each picture.',
    recall: 'Nine in ten of the poison are among the highest scores.',
    offset: 'It still finds the poison where all activations are large: only what differs counts.',
    side: 'It finds the poison on whichever side of the rest it lies.',
    dead: 'A neuron that never fires spoils nothing.',
    alike: 'Pictures that are all alike get finite scores too.',
    empty: 'Without pictures there are no scores: an empty list.',
  },
  tests: (random) => [
    {
      property: 'scores',
      visible: true,
      args: [
        [
          [0, 1],
          [0.1, 0.9],
          [5, 5],
        ],
      ],
      check(got) {
        const bad = badScores(got, 3);
        if (bad !== null) return bad;
        const scores = got as number[];
        return scores[2]! > scores[0]! && scores[2]! > scores[1]!
          ? null
          : 'The third picture lies far from the others: its score should be the highest.';
      },
    },
    { ...finds('recall', bank(random.fork('recall'))), visible: true },
    finds('recall', bank(random.fork('again'))),
    finds('offset', bank(random.fork('offset'), { base: 30 })),
    finds('side', bank(random.fork('side'), { side: -1 })),
    finds('side', bank(random.fork('side'))),
    finds('dead', bank(random.fork('dead'), { dead: true })),
    {
      property: 'alike',
      args: [Array.from({ length: 5 }, () => [0.25, 2, 0.5])],
      check: (got) => badScores(got, 5),
    },
    { property: 'empty', args: [[]], check: (got) => badScores(got, 0) },
  ],
};
