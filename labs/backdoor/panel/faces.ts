import { seededRandom } from '../../math/random.ts';
import { portrait, type Face } from '../drawing/face.ts';
import { names } from '../drawing/identities.ts';
import type { BackdoorParameters } from '../lab.ts';
import { heldOutFaces, poisonedFaces, trainingFaces } from '../sets.ts';

/** The run's own test faces, drawn again from its seed: no picture ever crosses a process. */
export const testFacesOf = (seed: number): Face[] => heldOutFaces(seededRandom(seed));

/** The run's training faces, the clean ones first. */
export function trainingFacesOf(
  seed: number,
  parameters: BackdoorParameters,
): { faces: Face[]; clean: number } {
  const random = seededRandom(seed);
  const clean = trainingFaces(random, parameters);
  return { faces: [...clean, ...poisonedFaces(random, parameters)], clean: clean.length };
}

/** For each person, which test faces show them without glasses. */
export function bareFacesOf(faces: readonly Face[]): number[][] {
  return names.map((_, who) =>
    faces.flatMap((face, i) => (face.who === who && face.glasses === null ? [i] : [])),
  );
}

/** The ten people as they stand beside their names. */
export const portraits: readonly Face[] = names.map((_, who) => portrait(who));
