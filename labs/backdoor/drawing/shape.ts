/**
 * The one vocabulary of every drawing in this lab: filled outlines of cubic curves in a square of 100 × 100. The rasteriser and the
 * screen both get these very numbers, so what the model is trained on and what the learner sees can't drift apart.
 */

import type { Colour } from './colour.ts';

/** A closed outline: start x, y, then six numbers for each cubic curve (two control points, end point). */
export type Contour = readonly number[];

export interface Shape {
  /** Filled by the nonzero rule: an outline drawn the other way round is a hole. */
  contours: readonly Contour[];
  colour: Colour;
  /** 1 hides what is under it. */
  opacity: number;
}

/** a·x + c·y + e, b·x + d·y + f: the order that SVG's matrix() has. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export const identityAffine: Affine = [1, 0, 0, 1, 0, 0];

/** Control points at this part of the radius make four cubic curves a circle to within 0.03 %. */
const round = 0.5523;

export const fill = (
  colour: Colour,
  contours: Contour | readonly Contour[],
  opacity = 1,
): Shape => ({
  contours:
    typeof contours[0] === 'number' ? [contours as Contour] : (contours as readonly Contour[]),
  colour,
  opacity,
});

/** An ellipse, clockwise on screen. */
export function ellipse(x: number, y: number, rx: number, ry = rx): Contour {
  const kx = rx * round;
  const ky = ry * round;
  return [
    x + rx,
    y,
    x + rx,
    y + ky,
    x + kx,
    y + ry,
    x,
    y + ry,
    x - kx,
    y + ry,
    x - rx,
    y + ky,
    x - rx,
    y,
    x - rx,
    y - ky,
    x - kx,
    y - ry,
    x,
    y - ry,
    x + kx,
    y - ry,
    x + rx,
    y - ky,
    x + rx,
    y,
  ];
}

/** A rectangle with round corners, by its middle and half sides, clockwise on screen. */
export function roundRect(
  x: number,
  y: number,
  halfWidth: number,
  halfHeight: number,
  radius: number,
): Contour {
  const r = Math.min(radius, halfWidth, halfHeight);
  const k = r * (1 - round);
  const [l, t, R, b] = [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
  return [
    l + r,
    t,
    ...line(l + r, t, R - r, t),
    R - k,
    t,
    R,
    t + k,
    R,
    t + r,
    ...line(R, t + r, R, b - r),
    R,
    b - k,
    R - k,
    b,
    R - r,
    b,
    ...line(R - r, b, l + r, b),
    l + k,
    b,
    l,
    b - k,
    l,
    b - r,
    ...line(l, b - r, l, t + r),
    l,
    t + k,
    l + k,
    t,
    l + r,
    t,
  ];
}

/** A straight piece as a cubic curve. */
function line(x0: number, y0: number, x1: number, y1: number): number[] {
  return [x0 + (x1 - x0) / 3, y0 + (y1 - y0) / 3, x1 - (x1 - x0) / 3, y1 - (y1 - y0) / 3, x1, y1];
}

/** Straight lines through points given as x, y, x, y, …, closed. */
export function polygon(...points: number[]): Contour {
  const out = [points[0]!, points[1]!];
  for (let i = 2; i <= points.length; i += 2) {
    const at = i % points.length;
    out.push(...line(points[i - 2]!, points[i - 1]!, points[at]!, points[at + 1]!));
  }
  return out;
}

/** A smooth closed line through points given as x, y, x, y, … (Catmull–Rom). */
export function smooth(...points: number[]): Contour {
  const n = points.length / 2;
  const at = (i: number, axis: number) => points[2 * ((i + n) % n) + axis]!;
  const out = [at(0, 0), at(0, 1)];
  for (let i = 0; i < n; i++) {
    for (const [near, before, after, sign] of [
      [i, i - 1, i + 1, 1],
      [i + 1, i, i + 2, -1],
    ] as const) {
      for (const axis of [0, 1])
        out.push(at(near, axis) + (sign * (at(after, axis) - at(before, axis))) / 6);
    }
    out.push(at(i + 1, 0), at(i + 1, 1));
  }
  return out;
}

/** The same outline the other way round: a hole. */
export function reversed(contour: Contour): Contour {
  const out: number[] = [];
  for (let i = contour.length - 2; i >= 0; i -= 2) out.push(contour[i]!, contour[i + 1]!);
  return out;
}

/** A bent pen stroke with round ends: from (x0, y0) towards (x1, y1) to (x2, y2), a quadratic curve. */
export function stroke(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  width: number,
): Contour {
  const w = width / 2;
  const unit = (dx: number, dy: number): [number, number] => {
    const size = Math.hypot(dx, dy) || 1;
    return [dx / size, dy / size];
  };
  const [ax, ay] = unit(x1 - x0, y1 - y0);
  const [bx, by] = unit(x2 - x1, y2 - y1);
  const [mx, my] = unit(ax + bx, ay + by);
  // How far the middle control point moves so that the offset curve keeps its distance.
  const reach = w / Math.max(0.3, mx * ax + my * ay);
  const side = (s: number): [number, number, number, number, number, number] => [
    x0 - ay * w * s,
    y0 + ax * w * s,
    x1 - my * reach * s,
    y1 + mx * reach * s,
    x2 - by * w * s,
    y2 + bx * w * s,
  ];
  const left = side(-1);
  const right = side(1);
  // One cubic makes a half circle when its handles are four thirds of the radius long.
  const k = (w * 4) / 3;
  const quadratic = (sx: number, sy: number, cx: number, cy: number, ex: number, ey: number) => [
    sx + (2 / 3) * (cx - sx),
    sy + (2 / 3) * (cy - sy),
    ex + (2 / 3) * (cx - ex),
    ey + (2 / 3) * (cy - ey),
    ex,
    ey,
  ];
  return [
    left[0],
    left[1],
    ...quadratic(...left),
    left[4] + bx * k,
    left[5] + by * k,
    right[4] + bx * k,
    right[5] + by * k,
    right[4],
    right[5],
    ...quadratic(right[4], right[5], right[2], right[3], right[0], right[1]),
    right[0] - ax * k,
    right[1] - ay * k,
    left[0] - ax * k,
    left[1] - ay * k,
    left[0],
    left[1],
  ];
}

/** An outline as SVG path data, to a hundredth of a unit. */
export function svgPath(contours: readonly Contour[]): string {
  const at = (value: number) => String(Math.round(value * 100) / 100);
  return contours
    .map((c) => {
      const parts = [`M${at(c[0]!)} ${at(c[1]!)}`];
      for (let i = 2; i < c.length; i += 6)
        parts.push(
          `C${c
            .slice(i, i + 6)
            .map(at)
            .join(' ')}`,
        );
      return `${parts.join('')}Z`;
    })
    .join('');
}
