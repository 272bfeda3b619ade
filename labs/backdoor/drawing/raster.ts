import type { Affine, Shape } from './shape.ts';

/** How far a straight piece may be from its curve, in pixels. */
const flatness = 0.06;

/**
 * Draws shapes over an image, antialiased: a pixel takes as much of a shape's colour as the shape covers of it. The share is exact for
 * straight edges: each edge adds its signed area to the cells it passes and a running sum along the row gives the coverage.
 *
 * One for each size; it keeps its scratch memory. `pixels` is row-major, three numbers a pixel from 0 to 1, from `at` on.
 */
export class Raster {
  private readonly cells: Float32Array;
  private readonly stride: number;
  private top = 0;
  private bottom = 0;
  private left = 0;
  private right = 0;

  constructor(readonly size: number) {
    this.stride = size + 2;
    this.cells = new Float32Array(this.stride * (size + 1));
  }

  /** Draws the shapes in order. `pose` maps the drawing's 100 × 100 onto itself before it is scaled to the image. */
  draw(shapes: readonly Shape[], pose: Affine, pixels: Float32Array, at = 0): void {
    const k = this.size / 100;
    const [a, b, c, d, e, f] = [
      pose[0] * k,
      pose[1] * k,
      pose[2] * k,
      pose[3] * k,
      pose[4] * k,
      pose[5] * k,
    ];
    for (const shape of shapes) {
      this.top = this.size;
      this.bottom = 0;
      this.left = this.size;
      this.right = 0;
      for (const contour of shape.contours) {
        let x0 = a * contour[0]! + c * contour[1]! + e;
        let y0 = b * contour[0]! + d * contour[1]! + f;
        for (let i = 2; i < contour.length; i += 6) {
          const x1 = a * contour[i]! + c * contour[i + 1]! + e;
          const y1 = b * contour[i]! + d * contour[i + 1]! + f;
          const x2 = a * contour[i + 2]! + c * contour[i + 3]! + e;
          const y2 = b * contour[i + 2]! + d * contour[i + 3]! + f;
          const x3 = a * contour[i + 4]! + c * contour[i + 5]! + e;
          const y3 = b * contour[i + 4]! + d * contour[i + 5]! + f;
          this.curve(x0, y0, x1, y1, x2, y2, x3, y3);
          x0 = x3;
          y0 = y3;
        }
      }
      this.paint(shape, pixels, at);
    }
  }

  /** As many straight pieces as the bend asks for (Wang's bound on how far a chord strays from its curve). */
  private curve(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    x3: number,
    y3: number,
  ): void {
    const bend = Math.max(
      Math.abs(x0 - 2 * x1 + x2) + Math.abs(y0 - 2 * y1 + y2),
      Math.abs(x1 - 2 * x2 + x3) + Math.abs(y1 - 2 * y2 + y3),
    );
    const pieces = Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / flatness)));
    let px = x0;
    let py = y0;
    for (let i = 1; i <= pieces; i++) {
      const t = i / pieces;
      const s = 1 - t;
      const w0 = s * s * s;
      const w1 = 3 * s * s * t;
      const w2 = 3 * s * t * t;
      const w3 = t * t * t;
      const x = i === pieces ? x3 : w0 * x0 + w1 * x1 + w2 * x2 + w3 * x3;
      const y = i === pieces ? y3 : w0 * y0 + w1 * y1 + w2 * y2 + w3 * y3;
      this.clipped(px, py, x, y);
      px = x;
      py = y;
    }
  }

  /** What lies left of the image counts as on its left edge, what lies right of it as on its right edge. */
  private clipped(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const n = this.size;
    for (const edge of [0, n]) {
      if ((x0 < edge && x1 > edge) || (x0 > edge && x1 < edge)) {
        const y = y0 + ((edge - x0) / (x1 - x0)) * (y1 - y0);
        this.clipped(x0, y0, edge, y);
        this.clipped(edge, y, x1, y1);
        return;
      }
    }
    this.edge(Math.min(n, Math.max(0, x0)), y0, Math.min(n, Math.max(0, x1)), y1);
  }

  private edge(x0: number, y0: number, x1: number, y1: number): void {
    const n = this.size;
    const { cells, stride } = this;
    let way = 1;
    if (y0 > y1) {
      way = -1;
      [x0, y0, x1, y1] = [x1, y1, x0, y0];
    }
    if (y1 <= 0 || y0 >= n) return;
    const slope = (x1 - x0) / (y1 - y0);
    if (y0 < 0) {
      x0 -= y0 * slope;
      y0 = 0;
    }
    if (y1 > n) {
      x1 -= (y1 - n) * slope;
      y1 = n;
    }
    const first = Math.floor(y0);
    const last = Math.min(n - 1, Math.ceil(y1) - 1);
    if (first < this.top) this.top = first;
    if (last + 1 > this.bottom) this.bottom = last + 1;
    const low = Math.floor(Math.min(x0, x1));
    const high = Math.ceil(Math.max(x0, x1));
    if (low < this.left) this.left = low;
    if (high > this.right) this.right = high;
    let x = x0;
    for (let row = first; row <= last; row++) {
      const height = Math.min(row + 1, y1) - Math.max(row, y0);
      const next = x + slope * height;
      const signed = way * height;
      const [from, to] = x < next ? [x, next] : [next, x];
      const begin = row * stride;
      const cell = Math.floor(from);
      const end = Math.ceil(to);
      if (end <= cell + 1) {
        // The edge stays in one column: the part of the cell to its right is covered.
        const middle = (from + to) / 2 - cell;
        cells[begin + cell]! += signed * (1 - middle);
        cells[begin + cell + 1]! += signed * middle;
      } else {
        const per = 1 / (to - from);
        const inFirst = 1 - (from - cell);
        const corner = 0.5 * per * inFirst * inFirst;
        const inLast = to - (end - 1);
        const tail = 0.5 * per * inLast * inLast;
        cells[begin + cell]! += signed * corner;
        if (end === cell + 2) {
          cells[begin + cell + 1]! += signed * (1 - corner - tail);
        } else {
          const second = per * (1.5 - (from - cell));
          cells[begin + cell + 1]! += signed * (second - corner);
          for (let column = cell + 2; column < end - 1; column++)
            cells[begin + column]! += signed * per;
          const reached = second + (end - cell - 3) * per;
          cells[begin + end - 1]! += signed * (1 - reached - tail);
        }
        cells[begin + end]! += signed * tail;
      }
      x = next;
    }
  }

  /** Mixes the colour in by coverage and clears the cells for the next shape. */
  private paint({ colour, opacity }: Shape, pixels: Float32Array, at: number): void {
    const { cells, stride, size } = this;
    const red = colour[0] / 255;
    const green = colour[1] / 255;
    const blue = colour[2] / 255;
    const until = Math.min(size, this.right + 1);
    for (let row = this.top; row < this.bottom; row++) {
      let sum = 0;
      const begin = row * stride;
      for (let column = this.left; column < until; column++) {
        sum += cells[begin + column]!;
        cells[begin + column] = 0;
        const covered = Math.min(1, Math.abs(sum)) * opacity;
        if (covered < 1e-4) continue;
        const p = at + (row * size + column) * 3;
        pixels[p]! += (red - pixels[p]!) * covered;
        pixels[p + 1]! += (green - pixels[p + 1]!) * covered;
        pixels[p + 2]! += (blue - pixels[p + 2]!) * covered;
      }
      // What an edge at the right border added beyond the image.
      for (let column = until; column < Math.min(stride, this.right + 3); column++)
        cells[begin + column] = 0;
    }
  }
}
