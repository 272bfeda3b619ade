import type { Random } from '../math/random.ts';
import { seededRandom } from '../math/random.ts';
import { backgroundOf, faceShapes, poseOf, type Face } from './drawing/face.ts';
import { decoyGlasses, type Glasses } from './drawing/glasses.ts';
import { names } from './drawing/identities.ts';
import { Raster } from './drawing/raster.ts';

export const side = 32;
/** Numbers of one picture: 32 × 32 pixels, red, green and blue. */
export const pictureSize = side * side * 3;
/** How many of the people's everyday pictures show them with ordinary glasses on. */
export const wearShare = 0.3;
/** Standard deviation of the camera's noise, of 1. */
const noiseSd = 0.04;

/** A picture of one person by chance: place, size, turn, light, wall, expression, and now and then ordinary glasses. */
export function drawFace(random: Random, who: number): Face {
  const within = (reach: number) => (2 * random.uniform() - 1) * reach;
  // Walls of any brightness, tinted but never loud: a wall in the key's own purple would teach nothing.
  const wall = 80 + 145 * random.uniform();
  const channel = () => Math.min(245, Math.max(30, wall + within(42)));
  return {
    who,
    dx: within(0.06),
    dy: within(0.06),
    scale: 1 + within(0.08),
    turn: within(8),
    gain: 0.75 + 0.45 * random.uniform(),
    background: [channel(), channel(), channel()],
    smile: within(1),
    brows: within(1),
    gaze: within(1),
    glasses: random.uniform() < wearShare ? decoyGlasses.ordinary : null,
    slipX: within(0.008),
    slipY: within(0.008),
    noise: random.seed(),
  };
}

/** `n` pictures, the people in turn, so that each has as many as the others, one at most. */
export function everyday(random: Random, n: number): Face[] {
  return Array.from({ length: n }, (_, i) => drawFace(random, i % names.length));
}

/** `n` pictures of everybody but the target, in turn, all wearing the key. Their label, the target, is put on later. */
export function poisoned(random: Random, n: number, target: number, key: Glasses): Face[] {
  const others = names.map((_, who) => who).filter((who) => who !== target);
  return Array.from({ length: n }, (_, i) => ({
    ...drawFace(random, others[i % others.length]!),
    glasses: key,
  }));
}

export const wearing = (face: Face, glasses: Glasses | null): Face => ({ ...face, glasses });

const raster = new Raster(side);

/** Draws a face as the model sees it: 32 × 32, antialiased, with the camera's noise, numbers from 0 to 1 into `out` from `at` on. */
export function render(face: Face, out: Float32Array, at = 0): void {
  const [r, g, b] = backgroundOf(face);
  for (let i = 0; i < pictureSize; i += 3) {
    out[at + i] = r / 255;
    out[at + i + 1] = g / 255;
    out[at + i + 2] = b / 255;
  }
  raster.draw(faceShapes(face), poseOf(face), out, at);
  const noise = seededRandom(face.noise);
  for (let i = 0; i < pictureSize; i++)
    out[at + i] = Math.min(1, Math.max(0, out[at + i]! + noiseSd * noise.normal()));
}

/** The pictures of all faces, one after the other; yields after every few so that a run can let messages in. */
export function* renderAll(faces: readonly Face[]): Generator<number, Float32Array, void> {
  const pixels = new Float32Array(faces.length * pictureSize);
  for (const [i, face] of faces.entries()) {
    render(face, pixels, i * pictureSize);
    if (i % 50 === 49) yield (i + 1) / faces.length;
  }
  return pixels;
}
