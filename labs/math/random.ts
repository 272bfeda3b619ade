/** Seeded random numbers: the only randomness a lab may use. Made by `seededRandom`. */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Exponential with mean 1. */
  exponential(): number;
  /** Uniform integer in [0, n). */
  integer(n: number): number;
  /** A 31-bit seed for a TensorFlow.js initializer. */
  seed(): number;
  /** A permutation of 0 … n−1 (Fisher–Yates). */
  permutation(n: number): Uint32Array;
  /** An independent stream for one purpose; depends on this generator's seed and the label, not on what was drawn. */
  fork(label: string): Random;
}

const two26 = 0x4000000;
const perTwo53 = 1 / 0x20000000000000;

/**
 * The random numbers of one seed (an integer from 0 to 2^32 − 1; a RangeError otherwise). The same seed gives the same
 * numbers on every machine.
 *
 * The generator is sfc32 by Chris Doty-Humphrey (PractRand, 2010): small, fast, passes PractRand. It is our own few lines rather
 * than a package because the queue simulator draws tens of millions of numbers a second and needs the calls inlined.
 */
export function seededRandom(seed: number): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed > 4_294_967_295) {
    throw new RangeError(`A seed is a whole number from 0 to 4294967295; ${String(seed)} is not.`);
  }
  return new Sfc32(String(seed));
}

class Sfc32 implements Random {
  private readonly path: string;
  /** a, b, c and the counter. A typed array, so that a draw stores 32-bit integers and allocates nothing. */
  private readonly state: Int32Array;

  constructor(path: string) {
    this.path = path;
    this.state = hash128(path);
    this.state[3] = 1;
    for (let i = 0; i < 15; i++) this.next();
  }

  /** Signed 32 bits. */
  private next(): number {
    const s = this.state;
    const b = s[1]!;
    const c = s[2]!;
    const t = (((s[0]! + b) | 0) + s[3]!) | 0;
    s[3] = s[3]! + 1;
    s[0] = b ^ (b >>> 9);
    s[1] = c + (c << 3);
    s[2] = ((c << 21) | (c >>> 11)) + t;
    return t;
  }

  uniform(): number {
    const high = this.next() >>> 5;
    return (high * two26 + (this.next() >>> 6)) * perTwo53;
  }

  normal(): number {
    for (;;) {
      const bits = this.next();
      const layer = bits & 127;
      const x = bits * normalScale[layer]!;
      if (Math.abs(bits) < normalInside[layer]!) return x;
      if (layer === 0) return this.normalTail(bits);
      if (
        normalHeight[layer]! + this.uniform() * (normalHeight[layer - 1]! - normalHeight[layer]!) <
        Math.exp(-0.5 * x * x)
      )
        return x;
    }
  }

  /** Beyond the last layer: Marsaglia's method for the tail. */
  private normalTail(sign: number): number {
    let x: number;
    let y: number;
    do {
      x = -Math.log(1 - this.uniform()) / normalReach;
      y = -Math.log(1 - this.uniform());
    } while (y + y < x * x);
    return sign > 0 ? normalReach + x : -normalReach - x;
  }

  exponential(): number {
    for (;;) {
      const bits = this.next() >>> 0;
      const layer = bits & 255;
      const x = bits * exponentialScale[layer]!;
      if (bits < exponentialInside[layer]!) return x;
      if (layer === 0) return exponentialReach - Math.log(1 - this.uniform());
      if (
        exponentialHeight[layer]! +
          this.uniform() * (exponentialHeight[layer - 1]! - exponentialHeight[layer]!) <
        Math.exp(-x)
      )
        return x;
    }
  }

  integer(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 4_294_967_296)
      throw new RangeError(`integer(n) needs a whole number n from 1 to 2^32; got ${String(n)}.`);
    return Math.floor(this.uniform() * n);
  }

  seed(): number {
    return this.next() >>> 1;
  }

  permutation(n: number): Uint32Array {
    if (!Number.isInteger(n) || n < 0)
      throw new RangeError(
        `permutation(n) needs a whole number n of at least 0; got ${String(n)}.`,
      );
    const order = new Uint32Array(n);
    for (let i = 0; i < n; i++) order[i] = i;
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(this.uniform() * (i + 1));
      const kept = order[i]!;
      order[i] = order[j]!;
      order[j] = kept;
    }
    return order;
  }

  /** The length stands before the label so that fork('a').fork('b') and fork('a/b') can't meet. */
  fork(label: string): Random {
    return new Sfc32(`${this.path}/${label.length}:${label}`);
  }
}

/**
 * Tables of the ziggurat method (Marsaglia & Tsang 2000): the curve is covered by layers of one area, and most draws need one
 * multiplication. `scale` turns bits into x, `inside` is what surely lies under the curve, `height` the curve at the layers' edges.
 */
function ziggurat(
  layers: number,
  range: number,
  reach: number,
  area: number,
  density: (x: number) => number,
  inverse: (y: number) => number,
) {
  const scale = new Float64Array(layers);
  const inside = new Float64Array(layers);
  const height = new Float64Array(layers);
  const base = area / density(reach);
  scale[0] = base / range;
  inside[0] = (reach / base) * range;
  height[0] = 1;
  scale[layers - 1] = reach / range;
  height[layers - 1] = density(reach);
  let outer = reach;
  for (let i = layers - 2; i >= 1; i--) {
    const edge = inverse(area / outer + density(outer));
    inside[i + 1] = (edge / outer) * range;
    scale[i] = edge / range;
    height[i] = density(edge);
    outer = edge;
  }
  return { scale, inside, height };
}

/** Four 32-bit words from a text: one multiply-and-rotate lane each, mixed with MurmurHash3's finalizer (Appleby, public domain). */
function hash128(text: string): Int32Array {
  const lanes = Int32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a);
  const factors = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    for (let k = 0; k < 4; k++) {
      const mixed = Math.imul(lanes[k]! ^ code, factors[k]!);
      lanes[k] = ((mixed << 13) | (mixed >>> 19)) + lanes[(k + 1) & 3]!;
    }
  }
  for (let k = 0; k < 4; k++) {
    let h = lanes[k]! ^ text.length;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    lanes[k] = h ^ (h >>> 16);
  }
  return lanes;
}

const normalReach = 3.442619855899;
const {
  scale: normalScale,
  inside: normalInside,
  height: normalHeight,
} = ziggurat(
  128,
  0x80000000,
  normalReach,
  9.91256303526217e-3,
  (x) => Math.exp(-0.5 * x * x),
  (y) => Math.sqrt(-2 * Math.log(y)),
);
const exponentialReach = 7.69711747013105;
const {
  scale: exponentialScale,
  inside: exponentialInside,
  height: exponentialHeight,
} = ziggurat(
  256,
  0x100000000,
  exponentialReach,
  3.949659822581572e-3,
  (x) => Math.exp(-x),
  (y) => -Math.log(y),
);
