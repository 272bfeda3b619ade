import { hex } from './colour.ts';

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
