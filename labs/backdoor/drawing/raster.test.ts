import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../math/random.ts';
import { drawFace } from '../data.ts';
import { backgroundOf, faceShapes, portrait, poseOf, type Face } from './face.ts';
import { decoyGlasses, theKey } from './glasses.ts';
import { names } from './identities.ts';
import { Raster } from './raster.ts';
import { hex } from './colour.ts';
import {
  ellipse,
  fill,
  identityAffine,
  polygon,
  reversed,
  roundRect,
  smooth,
  stroke,
  svgPath,
  type Shape,
} from './shape.ts';

/** The mean of one channel over the image, of a white drawing on black: the area of the shapes. */
function area(shapes: Shape[], size = 32): number {
  const pixels = new Float32Array(size * size * 3);
  new Raster(size).draw(shapes, identityAffine, pixels);
  let sum = 0;
  for (let i = 0; i < pixels.length; i += 3) sum += pixels[i]!;
  return (sum / (size * size)) * 10_000;
}
const white = hex(0xffffff);

function picture(face: Face, size: number): Float32Array {
  const pixels = new Float32Array(size * size * 3);
  const wall = backgroundOf(face);
  for (let i = 0; i < pixels.length; i++) pixels[i] = wall[i % 3]! / 255;
  new Raster(size).draw(faceShapes(face), poseOf(face), pixels);
  return pixels;
}

/** Averages blocks of pixels: what a camera with fewer pixels would have seen. */
function shrunk(pixels: Float32Array, size: number, to: number): Float32Array {
  const k = size / to;
  const out = new Float32Array(to * to * 3);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      for (let c = 0; c < 3; c++)
        out[(Math.floor(y / k) * to + Math.floor(x / k)) * 3 + c]! +=
          pixels[(y * size + x) * 3 + c]! / (k * k);
  return out;
}

describe('coverage', () => {
  it('has the area of what is drawn, wherever it stands on the pixels', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 80, noNaN: true }),
        fc.double({ min: 20, max: 80, noNaN: true }),
        fc.double({ min: 1, max: 18, noNaN: true }),
        fc.double({ min: 1, max: 18, noNaN: true }),
        (x, y, rx, ry) => {
          // Curves are drawn as chords, which lie inside them.
          const exact = Math.PI * rx * ry;
          expect(Math.abs(area([fill(white, ellipse(x, y, rx, ry))]) - exact)).toBeLessThan(
            0.02 * exact + 0.3 * (rx + ry),
          );
          expect(
            area([
              fill(white, polygon(x - rx, y - ry, x + rx, y - ry, x + rx, y + ry, x - rx, y + ry)),
            ]),
          ).toBeCloseTo(4 * rx * ry, 1);
        },
      ),
    );
  });
  it('cuts at the border, and leaves nothing behind for the next shape', () => {
    expect(area([fill(white, polygon(-50, -50, 50, -50, 50, 50, -50, 50))])).toBeCloseTo(2_500, 1);
    expect(area([fill(white, polygon(60, 20, 180, 20, 180, 70, 60, 70))])).toBeCloseTo(2_000, 1);
    expect(
      area([
        fill(white, polygon(200, 20, 300, 20, 300, 70)),
        fill(white, ellipse(-40, 50, 20)),
        fill(white, polygon(10, 110, 50, 110, 50, 160)),
      ]),
    ).toBeCloseTo(0, 3);
    const raster = new Raster(32);
    const first = new Float32Array(3_072);
    const second = new Float32Array(3_072);
    raster.draw(
      [fill(white, polygon(60, 20, 180, 20, 180, 70, 60, 70)), fill(white, ellipse(50, 50, 80))],
      identityAffine,
      first,
    );
    raster.draw([fill(white, ellipse(40, 40, 10))], identityAffine, second);
    const alone = new Float32Array(3_072);
    new Raster(32).draw([fill(white, ellipse(40, 40, 10))], identityAffine, alone);
    expect(second).toEqual(alone);
  });
  it('has holes where an outline goes the other way round, and counts an overlap once', () => {
    const outside = roundRect(50, 50, 20, 10, 3);
    const inside = roundRect(50, 50, 15, 6, 1);
    expect(area([fill(white, [outside, reversed(inside)])])).toBeCloseTo(
      area([fill(white, outside)]) - area([fill(white, inside)]),
      1,
    );
    // Within; at its rim a pixel counts both.
    expect(
      area([fill(white, [ellipse(50, 50, 10), ellipse(50, 50, 10)])], 512) /
        area([fill(white, ellipse(50, 50, 10))], 512),
    ).toBeCloseTo(1, 1);
  });
  it('draws strokes as wide as asked, and half of a colour at half opacity', () => {
    expect(area([fill(white, stroke(20, 50, 50, 50, 80, 50, 6))])).toBeCloseTo(
      60 * 6 + Math.PI * 9,
      -1,
    );
    expect(area([fill(white, ellipse(50, 50, 20), 0.5)])).toBeCloseTo(
      0.5 * area([fill(white, ellipse(50, 50, 20))]),
      1,
    );
    expect(area([fill(white, smooth(30, 30, 70, 30, 70, 70, 30, 70))])).toBeGreaterThan(1_600);
  });
});

describe('one drawing for the model and the screen', () => {
  it('the 32 × 32 that the model sees is the large picture, made small', () => {
    const random = seededRandom(3).fork('pictures');
    for (let i = 0; i < 30; i++) {
      const face = {
        ...drawFace(random, i % names.length),
        ...[{ glasses: theKey }, { glasses: decoyGlasses.round }, {}][i % 3],
      };
      const small = picture(face, 32);
      const large = shrunk(picture(face, 512), 512, 32);
      let sum = 0;
      let worst = 0;
      small.forEach((value, k) => {
        const off = Math.abs(value - large[k]!);
        sum += off;
        worst = Math.max(worst, off);
      });
      // Where several edges meet in one pixel, coverage by coverage is not the same as finer pixels; nowhere else do they differ.
      expect(sum / small.length).toBeLessThan(0.008);
      expect(worst).toBeLessThan(0.25);
    }
  });
  it('a shape that is moved by a pixel is found out', () => {
    const face = portrait(1, theKey);
    const other = shrunk(picture({ ...face, slipX: 0.04 }, 512), 512, 32);
    const off =
      picture(face, 32).reduce((sum, value, k) => sum + Math.abs(value - other[k]!), 0) /
      other.length;
    expect(off).toBeGreaterThan(0.012);
  });
  it('the screen gets the same outlines, as path data', () => {
    for (const shape of faceShapes(portrait(4, theKey))) {
      const numbers = svgPath(shape.contours)
        .match(/-?[\d.]+/g)!
        .map(Number);
      const own = shape.contours.flat();
      expect(numbers).toHaveLength(own.length);
      numbers.forEach((value, i) => expect(Math.abs(value - own[i]!)).toBeLessThan(0.0051));
    }
  });
  it('ten people are ten different pictures', () => {
    const all = names.map((_, who) =>
      picture({ ...portrait(who), background: [200, 200, 200] }, 32),
    );
    for (let a = 0; a < all.length; a++)
      for (let b = 0; b < a; b++) {
        const far =
          all[a]!.reduce((sum, value, k) => sum + Math.abs(value - all[b]![k]!), 0) /
          all[a]!.length;
        expect(far, `${names[a]} and ${names[b]}`).toBeGreaterThan(0.02);
      }
  });
});
