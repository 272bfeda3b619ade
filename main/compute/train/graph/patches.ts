import type { Layer, Net } from '../../../../labs/kit/trainer/net.ts';

/** A first convolution that is made as products with patches, each pooling window's four places for themselves. */
export interface Patched {
  conv: Extract<Layer, { kind: 'conv' }>;
  /** Pooling windows down and across. */
  high: number;
  wide: number;
  /** Numbers in one patch. */
  columns: number;
}

/**
 * The first convolution where it can be made so: followed by pooling windows of 2 × 2 that fit. TensorFlow 1.15 needs for a
 * convolution of few channels several times as long as for the products; and pictures are cut once, not in every step.
 */
export function patchedConvolution({ input, layers }: Net): Patched | null {
  const [conv, pool] = layers;
  if (conv?.kind !== 'conv' || pool?.kind !== 'pool' || pool.size !== 2) return null;
  const [high, wide] = [input[0]!, input[1]!].map((side) => Math.ceil(side / conv.stride) / 2) as [
    number,
    number,
  ];
  if (!Number.isInteger(high) || !Number.isInteger(wide)) return null;
  return { conv, high, wide, columns: conv.size ** 2 * conv.inputs };
}

/** Pictures cut at once: few enough that messages can come in. */
const picturesAtOnce = 100;

/**
 * The patches of each picture that the first convolution looks at: a table for each of the four places in a pooling window, pictures ×
 * (windows × numbers of a patch). Outside the picture there is 0, as "same" padding has it. Yields now and then.
 */
export function* cutPatches(
  net: Net,
  patched: Patched,
  x: Float32Array,
): Generator<void, Float32Array[], void> {
  const picture = net.input[0]! * net.input[1]! * patched.conv.inputs;
  const pictures = x.length / picture;
  const tables: Float32Array[] = [];
  for (let corner = 0; corner < 4; corner++) {
    const places = placesOf(net, patched, corner);
    const table = new Float32Array(pictures * places.length);
    for (let p = 0; p < pictures; p++) {
      const from = p * picture;
      const to = p * places.length;
      for (let m = 0; m < places.length; m++) {
        const place = places[m]!;
        if (place >= 0) table[to + m] = x[from + place]!;
      }
      if (p % picturesAtOnce === picturesAtOnce - 1) yield;
    }
    tables.push(table);
  }
  return tables;
}

/** Where each number of a picture's patches stands in it; −1 outside. */
function placesOf(net: Net, { conv, high, wide, columns }: Patched, corner: number): Int32Array {
  const [height, width] = net.input as [number, number];
  const { size, stride, inputs } = conv;
  const before = (windows: number, side: number) =>
    Math.max(0, (2 * windows - 1) * stride + size - side) >> 1;
  const [top, left] = [before(high, height), before(wide, width)];
  const places = new Int32Array(high * wide * columns).fill(-1);
  let at = 0;
  for (let i = 0; i < high; i++) {
    for (let j = 0; j < wide; j++) {
      for (let k = 0; k < size; k++) {
        for (let l = 0; l < size; l++) {
          const row = (2 * i + (corner >> 1)) * stride - top + k;
          const column = (2 * j + (corner & 1)) * stride - left + l;
          const inside = row >= 0 && row < height && column >= 0 && column < width;
          for (let c = 0; c < inputs; c++, at++)
            if (inside) places[at] = (row * width + column) * inputs + c;
        }
      }
    }
  }
  return places;
}
