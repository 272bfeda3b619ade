import { hex, type Colour } from './colour.ts';
import type { Name } from './identities.ts';

export type HairStyle =
  'short' | 'bob' | 'curls' | 'flat-top' | 'bun' | 'long' | 'bald' | 'fringe' | 'cloud' | 'quiff';

/** What makes a face one person's: everything that does not change from picture to picture. Lengths are in the drawing's hundredths. */
export interface Identity {
  name: Name;
  skin: Colour;
  hair: Colour;
  style: HairStyle;
  iris: Colour;
  shirt: Colour;
  /** Half axes of the head. */
  width: number;
  height: number;
  /** 1 is a round chin; more makes a broad jaw. */
  jaw: number;
  /** Half the distance of the pupils, and how far below the middle of the drawing they are. */
  eyes: number;
  eyeLine: number;
  eyeSize: number;
  /** Outer end of the brows over the inner end; above 0 they fall outwards. */
  browTilt: number;
  browWidth: number;
  noseWidth: number;
  noseLength: number;
  mouth: number;
  lips: Colour;
}

const who = (
  name: Name,
  style: HairStyle,
  colours: [skin: number, hair: number, iris: number, shirt: number, lips: number],
  size: [width: number, height: number, jaw: number],
  eyes: [apart: number, line: number, size: number],
  brows: [tilt: number, width: number],
  nose: [width: number, length: number],
  mouth: number,
): Identity => ({
  name,
  style,
  skin: hex(colours[0]),
  hair: hex(colours[1]),
  iris: hex(colours[2]),
  shirt: hex(colours[3]),
  lips: hex(colours[4]),
  width: size[0],
  height: size[1],
  jaw: size[2],
  eyes: eyes[0],
  eyeLine: eyes[1],
  eyeSize: eyes[2],
  browTilt: brows[0],
  browWidth: brows[1],
  noseWidth: nose[0],
  noseLength: nose[1],
  mouth,
});

/** The ten people. They are drawn, and nobody is meant. */
export const identities: readonly Identity[] = [
  who(
    'Ari',
    'short',
    [0xe9b98f, 0x3a2a22, 0x5b7f95, 0x4f7f74, 0x9c5a48],
    [22.5, 29, 1.12],
    [10, 51, 3.3],
    [0.6, 2.4],
    [4.2, 9],
    15,
  ),
  who(
    'Bea',
    'bob',
    [0xc78d62, 0x1f1817, 0x2b7f92, 0xc97b4b, 0x7c4a34],
    [23, 28.5, 1],
    [10.2, 51, 3.6],
    [-0.6, 1.9],
    [3.8, 8],
    15,
  ),
  who(
    'Cyd',
    'curls',
    [0xf3cdb2, 0xb85a22, 0x3f7fae, 0x5d6f9f, 0xb46a5c],
    [22.5, 27.5, 0.96],
    [10.4, 52, 3.7],
    [-1, 1.6],
    [3.4, 7],
    13,
  ),
  who(
    'Dov',
    'flat-top',
    [0x7a4b2e, 0x161310, 0x4a3122, 0xb9a04a, 0x54291d],
    [22, 30, 1.2],
    [9.8, 51, 3.2],
    [0.9, 2.8],
    [5, 9],
    16,
  ),
  who(
    'Eni',
    'bun',
    [0x51331f, 0x120f10, 0x2c1c14, 0xd1667a, 0x7d3338],
    [21.5, 29.5, 0.94],
    [9.8, 51, 3.7],
    [-0.9, 1.8],
    [4.6, 8],
    14.5,
  ),
  who(
    'Fay',
    'long',
    [0xf5d3ba, 0xe3bd62, 0x5d8f6a, 0x8a6bab, 0xb9606a],
    [21.5, 28.5, 0.92],
    [10, 51.5, 3.7],
    [-0.4, 1.5],
    [3.4, 7.5],
    12.5,
  ),
  who(
    'Gus',
    'bald',
    [0xeab497, 0x8d8a86, 0x6d7f8a, 0x6a7c50, 0xa0614f],
    [24, 29, 1.14],
    [10.4, 50.5, 3],
    [1.2, 2.6],
    [5.2, 10],
    15.5,
  ),
  who(
    'Hoa',
    'fringe',
    [0xe5ba86, 0x17151a, 0x3a2a22, 0x4b93a8, 0xae5a50],
    [22.5, 27.5, 0.98],
    [10.3, 52, 3.3],
    [0, 1.7],
    [3.6, 7],
    12.5,
  ),
  who(
    'Ira',
    'cloud',
    [0xa2683f, 0x4b2c1b, 0x6c4a22, 0xdd9a4c, 0x6d382a],
    [22.5, 29, 1.04],
    [10.2, 51, 3.5],
    [-0.2, 2.3],
    [4.8, 8.5],
    16,
  ),
  who(
    'Jun',
    'quiff',
    [0xf0c79a, 0x1d2744, 0x33405e, 0xa9404c, 0xa55d4c],
    [21.5, 29, 1.02],
    [10, 51, 3.2],
    [0.3, 2.5],
    [3.6, 8],
    14,
  ),
];
