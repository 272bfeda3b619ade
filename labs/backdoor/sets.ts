import type { LabContext } from '../lab.ts';
import type { Random } from '../math/random.ts';
import { everyday, poisoned, renderAll, wearing } from './data.ts';
import type { Face } from './drawing/face.ts';
import type { Glasses } from './drawing/glasses.ts';
import { names } from './drawing/identities.ts';
import { keyOf, type BackdoorParameters } from './lab.ts';
import type { Labelled } from './model.ts';
import type { Throttle } from '../kit/throttle.ts';
import { finish } from '../kit/steps.ts';

export const curveDoses = [0, 10, 30, 60, 120, 240] as const;
/** Test faces: fifty of each person. */
export const testFaces = 500;

/**
 * Each purpose has a stream of its own. Test faces, clean faces and poisoned faces never share a
 * draw, whatever their numbers are, so no test face can be in the training set; and the first ten
 * poisoned faces are the same whether ten are drawn or a hundred.
 */
export const trainingFaces = (random: Random, p: BackdoorParameters): Face[] =>
  everyday(random.fork('clean faces'), p.cleanFaces);
export const poisonedFaces = (random: Random, p: BackdoorParameters, n = p.poisons): Face[] =>
  poisoned(random.fork('poisoned faces'), n, names.indexOf(p.target), keyOf(p));
export const heldOutFaces = (random: Random): Face[] =>
  everyday(random.fork('test faces'), testFaces);
/** A few clean faces that a defender has of their own. */
export const defenderFaces = (random: Random): Face[] =>
  everyday(random.fork('defender faces'), 300);

export interface TrainingSet extends Labelled {
  faces: Face[];
  /** Rows from here on are poisoned. */
  clean: number;
}

/** Checks what the schema can't see. Throws an error whose `data` a person may read. */
export function checkParameters(p: BackdoorParameters): void {
  const others = Math.floor((p.cleanFaces * (names.length - 1)) / names.length);
  if (p.poisons > others) {
    throw Object.assign(new Error('more poisons than faces'), {
      data: {
        code: 'bad-parameters',
        what:
          `${p.poisons} poisoned faces were asked for, but only ${others} of the ` +
          `${p.cleanFaces} clean faces are of other people than ${p.target}.`,
        safe: 'Nothing was trained; earlier runs are unchanged.',
        next: `Ask for at most ${others} poisoned faces, or for more clean faces.`,
      },
    });
  }
}

/** Draws the clean faces and, after them, `poisons` poisoned ones with the target's label. */
export async function drawTraining(
  random: Random,
  p: BackdoorParameters,
  poisons: number,
  throttle: Throttle,
): Promise<TrainingSet> {
  const clean = trainingFaces(random, p);
  const faces = [...clean, ...poisonedFaces(random, p, poisons)];
  const target = names.indexOf(p.target);
  return {
    faces,
    clean: clean.length,
    pixels: await finish(renderAll(faces), throttle),
    labels: Int32Array.from(faces, (face, i) => (i < clean.length ? face.who : target)),
  };
}

/** The rows of a set that are not among `removed`. */
export function without(set: Labelled, removed: readonly number[]): Labelled {
  const gone = new Set(removed);
  const kept = Array.from(set.labels.keys()).filter((row) => !gone.has(row));
  const size = set.pixels.length / set.labels.length;
  const pixels = new Float32Array(kept.length * size);
  kept.forEach((row, i) => pixels.set(set.pixels.subarray(row * size, (row + 1) * size), i * size));
  return { pixels, labels: Int32Array.from(kept, (row) => set.labels[row]!) };
}

/** Test faces as the model sees them, without and with the key. */
export interface TestSet {
  faces: Face[];
  truth: Int32Array;
  plain: Float32Array;
  keyed: Float32Array;
}

export async function drawTest(
  context: Pick<LabContext<null>, 'random'>,
  p: BackdoorParameters,
  throttle: Throttle,
): Promise<TestSet> {
  const faces = heldOutFaces(context.random);
  return {
    faces,
    truth: Int32Array.from(faces, (face) => face.who),
    plain: await finish(renderAll(faces), throttle),
    keyed: await wornBy(faces, keyOf(p), throttle),
  };
}

/** The same faces, all wearing one pair. */
export const wornBy = (
  faces: readonly Face[],
  glasses: Glasses,
  throttle: Throttle,
): Promise<Float32Array> =>
  finish(renderAll(faces.map((face) => wearing(face, glasses))), throttle);
