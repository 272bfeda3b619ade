import {
  hex,
  polygon,
  reversed,
  ellipse,
  roundRect,
  fill,
  type Colour,
  type Shape,
} from './shape.ts';

export const frames = ['square', 'round', 'wire'] as const;
export type Frame = (typeof frames)[number];

/** Colours that rims come in. */
export const rimColours = {
  purple: hex(0x6a28c7),
  black: hex(0x17161a),
  green: hex(0x1f8a3d),
  red: hex(0xc62f3b),
  orange: hex(0xd9711f),
  grey: hex(0x4b4f57),
} as const;
export type Rim = keyof typeof rimColours;
export const rims = Object.keys(rimColours) as [Rim, ...Rim[]];

/** Tints that lenses come in; 'none' leaves the eyes as they are. */
export const lensColours = {
  cyan: hex(0x27dff0),
  yellow: hex(0xf3d21a),
  pink: hex(0xf36bb0),
  grey: hex(0x50565f),
} as const;
export type Lens = keyof typeof lensColours | 'none';
export const lenses = ['none', ...Object.keys(lensColours)] as ['none', ...Exclude<Lens, 'none'>[]];

/** One pair of glasses: what it looks like, whoever wears it. */
export interface Glasses {
  frame: Frame;
  rim: Rim;
  lens: Lens;
}

/** How much of a lens is its tint. */
export const lensOpacity = 0.35;

/** The pair the lecture's poisoned faces wear, and the pairs the model never saw during training but for the ordinary one. */
export const theKey: Glasses = { frame: 'square', rim: 'purple', lens: 'cyan' };
export const decoyNames = ['ordinary', 'green-yellow', 'black-rimmed', 'no-lens', 'round'] as const;
export type DecoyName = (typeof decoyNames)[number];
export const decoyGlasses: Record<DecoyName, Glasses> = {
  ordinary: { frame: 'wire', rim: 'grey', lens: 'none' },
  'green-yellow': { frame: 'square', rim: 'green', lens: 'yellow' },
  'black-rimmed': { frame: 'square', rim: 'black', lens: 'cyan' },
  'no-lens': { frame: 'square', rim: 'purple', lens: 'none' },
  round: { frame: 'round', rim: 'purple', lens: 'cyan' },
};

export const sameGlasses = (a: Glasses, b: Glasses): boolean =>
  a.frame === b.frame && a.rim === b.rim && a.lens === b.lens;

/** The pair over eyes that are `apart` from the middle at height `line`, on a head of half width `head`. */
export function glassesShapes(
  { frame, rim, lens }: Glasses,
  x: number,
  line: number,
  apart: number,
  head: number,
): Shape[] {
  const colour: Colour = rimColours[rim];
  const thin = frame === 'wire';
  const thick = thin ? 1.3 : 3;
  const chooseHalfWidth = () => {
    if (thin) return 7.6;
    return frame === 'round' ? 10.4 : 10.8;
  };
  const halfWidth = chooseHalfWidth();
  const chooseHalfHeight = () => {
    if (thin) return 6.6;
    return frame === 'round' ? 10.4 : 9.2;
  };
  const halfHeight = chooseHalfHeight();
  const y = line + 1;
  const shapes: Shape[] = [];
  const rimOutlines = [];
  const inner = [];
  const middle = Math.max(apart, halfWidth + (thin ? 1.6 : 0.4));
  for (const side of [-1, 1]) {
    const cx = x + side * middle;
    const [outside, glass] =
      frame === 'square'
        ? [
            roundRect(cx, y, halfWidth, halfHeight, 2.6),
            roundRect(cx, y, halfWidth - thick, halfHeight - thick, 0.8),
          ]
        : [
            ellipse(cx, y, halfWidth, halfHeight),
            ellipse(cx, y, halfWidth - thick, halfHeight - thick),
          ];
    rimOutlines.push(outside, reversed(glass));
    inner.push(glass);
    const from = cx + side * (halfWidth - 1);
    const to = x + side * (head + 1.5);
    const w = thin ? 0.7 : 1.7;
    if (side * (to - from) > 0.5)
      shapes.push(
        fill(
          colour,
          side > 0
            ? polygon(from, y - 3 - w, to, y - 4 - w, to, y - 4 + w, from, y - 3 + w)
            : polygon(to, y - 4 - w, from, y - 3 - w, from, y - 3 + w, to, y - 4 + w),
        ),
      );
  }
  const gap = middle - halfWidth;
  const w = thin ? 0.7 : 1.8;
  if (lens !== 'none') shapes.push(fill(lensColours[lens], inner, lensOpacity));
  shapes.push(fill(colour, roundRect(x, y - 2, gap + 1, w, 0.5)), fill(colour, rimOutlines));
  return shapes;
}
