import type { Dot } from '../../dot-places.ts';

type Pair = readonly [majority: number, minority: number];

/** Where the dots stand and how they are judged. Lengths in CSS pixels. */
export interface DotPlan {
  dots: readonly Dot[];
  x: (score: number) => number;
  /** The foot of each group's histogram. */
  base: Pair;
  /** The room of one dot. */
  dot: number;
  thresholds: Pair;
  /** The thresholds that decisions are compared with: whoever is decided otherwise has a ring. */
  before: Pair;
}

export interface DotColours {
  groups: readonly [string, string];
  lit: string;
  idle: string;
}

/** The dots whose decision differs between two pairs of thresholds, by their places. */
export function flippedDots(dots: readonly Dot[], from: Pair, to: Pair): number[] {
  return dots.flatMap((one, at) =>
    one.score >= from[one.group] === one.score >= to[one.group] ? [] : [at],
  );
}

/** Draws the dots; those in `lights` have a ring that grows and fades, at a part 0 to 1 of its life. */
export function paintDots(
  context: CanvasRenderingContext2D,
  { dots, x, base, dot, thresholds, before }: DotPlan,
  { groups, lit, idle }: DotColours,
  lights: ReadonlyMap<number, number>,
): void {
  const radius = Math.max(0.8, dot * 0.36);
  const line = Math.max(0.8, radius * 0.4);
  const ring = (cx: number, cy: number, size: number, hue: string) => {
    context.beginPath();
    context.arc(cx, cy, size, 0, 2 * Math.PI);
    context.strokeStyle = hue;
    context.stroke();
  };
  context.lineWidth = line;
  dots.forEach((one, at) => {
    const [now, then] = [one.score >= thresholds[one.group], one.score >= before[one.group]];
    const [cx, cy] = [x(one.score), base[one.group] - dot * (one.level + 0.5)];
    const hue = now ? groups[one.group] : idle;
    if (one.repays) {
      context.beginPath();
      context.arc(cx, cy, radius, 0, 2 * Math.PI);
      context.fillStyle = hue;
      context.fill();
    }
    ring(cx, cy, radius, hue);
    if (now !== then) ring(cx, cy, radius + line + 0.6, lit);
    const life = lights.get(at);
    if (life === undefined) return;
    context.globalAlpha = 1 - life;
    context.lineWidth = 2 * line;
    ring(cx, cy, radius + line + 5 * life, lit);
    context.lineWidth = line;
    context.globalAlpha = 1;
  });
}
