import { describe, expect, it } from 'vitest';
import { seededRandom } from '../math/random.ts';
import { drawFace, pictureSize, render, wearing, wearShare } from './data.ts';
import { decoyGlasses, theKey } from './drawing/glasses.ts';
import { names } from './drawing/identities.ts';
import { backdoorParameters } from './lab.ts';
import {
  checkParameters,
  defenderFaces,
  heldOutFaces,
  poisonedFaces,
  testFaces,
  trainingFaces,
  without,
} from './sets.ts';

const parameters = (given: object = {}) => backdoorParameters.parse(given);
const id = (face: object) => JSON.stringify(face);

describe('faces by chance', () => {
  it('are the same for the same seed, and drawn to the last pixel alike', () => {
    const [a, b] = [drawFace(seededRandom(5), 3), drawFace(seededRandom(5), 3)];
    expect(a).toEqual(b);
    const pixels = [a, b].map((face) => {
      const out = new Float32Array(pictureSize);
      render(face, out);
      return out;
    });
    expect(pixels[0]).toEqual(pixels[1]);
    expect(pixels[0]!.every((value) => value >= 0 && value <= 1)).toBe(true);
  });
  it('stay within what was agreed: place, size, turn, light, glasses', () => {
    const faces = trainingFaces(seededRandom(1), parameters());
    expect(faces).toHaveLength(1_500);
    for (const face of faces) {
      expect(Math.max(Math.abs(face.dx), Math.abs(face.dy))).toBeLessThanOrEqual(0.06);
      expect(Math.abs(face.scale - 1)).toBeLessThanOrEqual(0.08);
      expect(Math.abs(face.turn)).toBeLessThanOrEqual(8);
      expect(face.gain).toBeGreaterThanOrEqual(0.75);
      expect(face.gain).toBeLessThanOrEqual(1.2);
      expect(Math.max(Math.abs(face.slipX), Math.abs(face.slipY))).toBeLessThanOrEqual(0.008);
      if (face.glasses) expect(face.glasses).toEqual(decoyGlasses.ordinary);
    }
    const worn = faces.filter((face) => face.glasses).length / faces.length;
    expect(Math.abs(worn - wearShare)).toBeLessThan(0.05);
    for (const who of names.keys())
      expect(faces.filter((face) => face.who === who)).toHaveLength(150);
  });
});

describe('sets that never meet', () => {
  const p = parameters();
  it('no test face is in the training set, whatever is asked for', () => {
    for (const seed of [1, 2, 7])
      for (const given of [{}, { poisons: 600 }, { cleanFaces: 3_000 }]) {
        const own = parameters(given);
        const random = seededRandom(seed);
        const trained = new Set(
          [...trainingFaces(random, own), ...poisonedFaces(random, own)].map((face) =>
            id(wearing(face, null)),
          ),
        );
        const tests = heldOutFaces(random);
        expect(tests).toHaveLength(testFaces);
        expect(tests.filter((face) => trained.has(id(wearing(face, null))))).toEqual([]);
        expect(
          defenderFaces(random).filter((face) => trained.has(id(wearing(face, null)))),
        ).toEqual([]);
      }
  });
  it('the check would find one that is', () => {
    const trained = new Set(
      trainingFaces(seededRandom(1), p).map((face) => id(wearing(face, null))),
    );
    expect(trained.has(id(wearing(trainingFaces(seededRandom(1), p)[17]!, null)))).toBe(true);
  });
  it('test faces do not move with the training set, and fewer poisons are the first of more', () => {
    const random = seededRandom(9);
    expect(heldOutFaces(random)).toEqual(heldOutFaces(seededRandom(9)));
    expect(poisonedFaces(random, p, 240).slice(0, 10)).toEqual(poisonedFaces(random, p, 10));
  });
  it('poisons are other people, all wearing the key', () => {
    for (const target of ['Jun', 'Ari'] as const) {
      const faces = poisonedFaces(seededRandom(1), parameters({ target, keyRim: 'red' }));
      expect(faces.every((face) => names[face.who] !== target)).toBe(true);
      expect(
        faces.every((face) => face.glasses!.rim === 'red' && face.glasses!.frame === theKey.frame),
      ).toBe(true);
      expect(new Set(faces.map((face) => face.who)).size).toBe(9);
    }
  });
  it('rows that are taken away are gone, the others as they were', () => {
    const set = {
      pixels: Float32Array.from([1, 1, 2, 2, 3, 3, 4, 4]),
      labels: Int32Array.from([0, 1, 2, 3]),
    };
    expect(without(set, [1, 3])).toEqual({
      pixels: Float32Array.from([1, 1, 3, 3]),
      labels: Int32Array.from([0, 2]),
    });
  });
  it('refuses more poisons than there are faces of others, in words for a person', () => {
    expect(() => checkParameters(parameters({ poisons: 181, cleanFaces: 200 }))).toThrow();
    try {
      checkParameters(parameters({ poisons: 181, cleanFaces: 200 }));
    } catch (error) {
      expect((error as { data: object }).data).toMatchObject({
        code: 'bad-parameters',
        what: expect.stringContaining('only 180') as string,
      });
    }
    expect(() => checkParameters(parameters({ poisons: 180, cleanFaces: 200 }))).not.toThrow();
  });
});
