import { z } from 'zod';
import type { Shared } from '../../host/use-shared.ts';

export const penColours = ['ink', 'blue', 'orange'] as const;
export type PenColour = (typeof penColours)[number];

/** One stroke of the pen. `points` are x and y in turn, in whole pixels of the 1280 by 720 slide. */
const stroke = z.object({
  colour: z.enum(penColours),
  points: z.array(z.number().int().min(-40).max(1320)).min(2).max(4000),
});
export type Stroke = z.infer<typeof stroke>;

const ink = z.object({
  strokes: z.array(stroke).max(2000),
  /** What "Clear" took away; undo brings it back as long as nothing new was drawn. */
  cleared: z.array(stroke).max(2000).optional(),
});
export type Ink = z.infer<typeof ink>;
export const noInk: Ink = { strokes: [] };

/** A slide's ink stays with the slide, over restarts too. */
export const sharedInk = (slide: string): Shared<Ink> => ({
  key: `ink/${slide}`,
  schema: ink,
  fallback: noInk,
  keep: true,
});

/** The stroke under the pen now, for the other windows. */
const pen = z.object({ slide: z.string().max(80), by: z.string().max(40), stroke });
export type Pen = z.infer<typeof pen>;
export const sharedPen: Shared<Pen | null> = {
  key: 'lecture/pen',
  schema: pen,
  fallback: null,
  keep: false,
};

/** Ink beyond this, in UTF-16 units of its JSON, is not taken: about half of what the host accepts for one slide. */
export const maxInk = 100_000;

/** Adds a stroke. Null where the slide holds no more ink. */
export function addStroke(now: Ink, next: Stroke): Ink | null {
  const strokes = [...now.strokes, next];
  return JSON.stringify(strokes).length > maxInk ? null : { strokes };
}

/** Takes back the last stroke, or "Clear". Null where there is nothing to take back. */
export function undoInk(now: Ink): Ink | null {
  if (now.strokes.length > 0) return { strokes: now.strokes.slice(0, -1) };
  return now.cleared ? { strokes: now.cleared } : null;
}

/** Takes all strokes away, so that `undoInk` can bring them back. */
export function clearInk(now: Ink): Ink {
  return now.strokes.length > 0 ? { strokes: [], cleared: now.strokes } : now;
}

/** What is stored: nothing at all for a slide that never had ink. */
export const storedInk = (now: Ink): Ink | null =>
  now.strokes.length === 0 && !now.cleared ? null : now;

/** How far, in slide pixels, the reduced line may lie from what the hand drew. */
const tolerance = 0.7;

/**
 * Whole pixels, and only the points that the line's shape needs: Ramer–Douglas–Peucker with a tolerance under a pixel.
 * @param points x and y in turn; two numbers at least
 */
export function reducePoints(points: readonly number[]): number[] {
  const count = points.length >> 1;
  const keep = new Uint8Array(count);
  keep[0] = keep[count - 1] = 1;
  const open: [number, number][] = [[0, count - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let far = 0;
    let at = -1;
    for (let i = from + 1; i < to; i += 1) {
      const away = distance(points, i, from, to);
      if (away > far) [far, at] = [away, i];
    }
    if (far <= tolerance) continue;
    keep[at] = 1;
    open.push([from, at], [at, to]);
  }
  const reduced: number[] = [];
  for (let i = 0; i < count; i += 1)
    if (keep[i]) reduced.push(clamp(points[2 * i]!), clamp(points[2 * i + 1]!));
  return reduced;
}

const clamp = (value: number) => Math.min(1320, Math.max(-40, Math.round(value)));

/** From point `i` to the straight piece between two others; to its nearer end where the foot lies outside it. */
function distance(p: readonly number[], i: number, from: number, to: number): number {
  const [x, y, ax, ay] = [p[2 * i]!, p[2 * i + 1]!, p[2 * from]!, p[2 * from + 1]!];
  const [dx, dy] = [p[2 * to]! - ax, p[2 * to + 1]! - ay];
  const long = dx * dx + dy * dy;
  const along = long === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / long));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
