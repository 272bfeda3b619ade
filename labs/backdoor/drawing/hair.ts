import type { Identity } from './looks.ts';
import { mix } from './colour.ts';
import { ellipse, fill, polygon, smooth, type Shape } from './shape.ts';

/** Hair behind the head and over it. `top` is the head's highest point, `w` and `h` its half axes, `cy` its middle. */
export function hairOf(one: Identity, cy: number): { behind: Shape[]; over: Shape[] } {
  const { style, hair, width: w, height: h } = one;
  const top = cy - h;
  const shade = mix(hair, [255, 255, 255], 0.1);
  const L = 50 - w;
  const R = 50 + w;
  /** A cap that follows the skull down to `side` below its top, with its lower edge given as points from right to left. */
  const cap = (out: number, side: number, lower: readonly number[]) =>
    smooth(
      L - out,
      top + side,
      L + w * 0.1 - out,
      top + h * 0.28,
      50 - w * 0.55,
      top - out * 0.9,
      50,
      top - out * 1.5,
      50 + w * 0.55,
      top - out * 0.9,
      R - w * 0.1 + out,
      top + h * 0.28,
      R + out,
      top + side,
      ...lower,
    );
  switch (style) {
    case 'short':
      return {
        behind: [],
        over: [
          fill(
            hair,
            cap(1.6, h * 0.72, [
              R - 2,
              top + h * 0.6,
              R - 4,
              top + h * 0.4,
              50 + 8,
              top + h * 0.3,
              50 - 6,
              top + h * 0.36,
              L + 4,
              top + h * 0.42,
              L + 2,
              top + h * 0.6,
            ]),
          ),
          fill(shade, smooth(50 - 12, top + 1, 50, top - 1.5, 50 + 13, top + 3, 50, top + 3)),
        ],
      };
    case 'bob':
      return {
        behind: [
          fill(
            hair,
            smooth(
              50 - w - 5,
              cy + h * 0.72,
              50 - w - 5.5,
              cy - h * 0.1,
              50 - w * 0.7,
              top - 4,
              50,
              top - 7.5,
              50 + w * 0.7,
              top - 4,
              50 + w + 5.5,
              cy - h * 0.1,
              50 + w + 5,
              cy + h * 0.72,
              50 + w - 3,
              cy + h * 0.78,
              50,
              cy + h * 0.5,
              50 - w + 3,
              cy + h * 0.78,
            ),
          ),
        ],
        over: [
          fill(
            hair,
            smooth(
              50 + 1.5,
              top + 2.2,
              50 - 6,
              top + h * 0.32,
              L + 1,
              cy - h * 0.12,
              L - 3.5,
              cy + 4,
              L - 4.5,
              cy - 8,
              L + 3,
              top + 3,
              50 - 8,
              top - 4,
            ),
          ),
          fill(
            hair,
            smooth(
              50 - 1.5,
              top + 2.2,
              50 + 6,
              top + h * 0.32,
              R - 1,
              cy - h * 0.12,
              R + 3.5,
              cy + 4,
              R + 4.5,
              cy - 8,
              R - 3,
              top + 3,
              50 + 8,
              top - 4,
            ),
          ),
        ],
      };
    case 'curls': {
      const ring = [
        [-24, 2, 8],
        [-25, -10, 8.5],
        [-19, -21, 9],
        [-8, -28, 9.5],
        [5, -29, 9.5],
        [16, -24, 9],
        [24, -13, 8.5],
        [25.5, 0, 8],
        [-25, 13, 6.5],
        [25.5, 12, 6.5],
      ] as const;
      return {
        behind: [
          fill(
            hair,
            ring.map(([x, y, r]) => ellipse(50 + x, cy + y, r)),
          ),
        ],
        over: [
          fill(
            hair,
            [
              [-17, -21, 7],
              [-7, -25, 7.5],
              [5, -25.5, 7.5],
              [15, -22, 7],
              [20, -15, 5.5],
              [-20.5, -14, 5.5],
            ].map(([x, y, r]) => ellipse(50 + x!, cy + y!, r!)),
          ),
          fill(
            shade,
            [
              [-12, -27, 3],
              [1, -30, 3.2],
              [14, -26, 3],
            ].map(([x, y, r]) => ellipse(50 + x!, cy + y!, r!)),
          ),
        ],
      };
    }
    case 'flat-top':
      return {
        behind: [],
        over: [
          fill(
            hair,
            polygon(
              L - 1.5,
              cy - h * 0.25,
              L - 2.5,
              top - 9,
              L,
              top - 11,
              R,
              top - 11,
              R + 2.5,
              top - 9,
              R + 1.5,
              cy - h * 0.25,
              R - 3,
              cy - h * 0.45,
              R - 5,
              top + h * 0.34,
              L + 5,
              top + h * 0.34,
              L + 3,
              cy - h * 0.45,
            ),
          ),
          fill(shade, polygon(L, top - 10, R, top - 10, R - 1, top - 7.5, L + 1, top - 7.5)),
        ],
      };
    case 'bun':
      return {
        behind: [fill(hair, ellipse(50, top - 5.5, 10.5, 8.5))],
        over: [
          fill(
            hair,
            cap(1.5, h * 0.55, [
              R - 3,
              top + h * 0.4,
              50 + 9,
              top + h * 0.2,
              50 - 9,
              top + h * 0.2,
              L + 3,
              top + h * 0.4,
            ]),
          ),
          fill(
            [196, 84, 104],
            smooth(50 - 8, top - 2, 50, top - 3.8, 50 + 8, top - 2, 50, top - 0.5),
          ),
        ],
      };
    case 'long':
      return {
        behind: [
          fill(
            hair,
            smooth(
              50 - w - 5,
              97,
              50 - w - 7,
              cy + 6,
              50 - w - 3,
              top + 5,
              50 - 10,
              top - 6,
              50,
              top - 7,
              50 + 10,
              top - 6,
              50 + w + 3,
              top + 5,
              50 + w + 7,
              cy + 6,
              50 + w + 5,
              97,
              50 + w - 2,
              99,
              50,
              92,
              50 - w + 2,
              99,
            ),
          ),
        ],
        over: [
          fill(
            hair,
            smooth(
              50 - 4,
              top - 1,
              50 - 9,
              top + h * 0.34,
              L + 2,
              cy - 6,
              L - 1.5,
              cy + 14,
              L - 5,
              cy + 12,
              L - 4,
              cy - 10,
              L + 5,
              top,
              50 - 6,
              top - 5,
            ),
          ),
          fill(
            hair,
            smooth(
              50 - 5,
              top - 1,
              50 + 5,
              top + h * 0.26,
              R - 2,
              cy - 8,
              R + 1.5,
              cy + 14,
              R + 5,
              cy + 12,
              R + 4,
              cy - 10,
              R - 5,
              top,
              50 + 4,
              top - 5.5,
            ),
          ),
          fill(
            shade,
            smooth(50 - 3, top - 3.5, 50 + 9, top + 1, 50 + 17, cy - 16, 50 + 12, top + 2),
          ),
        ],
      };
    case 'bald':
      return {
        behind: [
          fill(hair, [
            smooth(
              L - 3.5,
              cy - 8,
              L - 0.5,
              cy - 17,
              L + 4,
              cy - 16,
              L + 3,
              cy + 8,
              L - 2.5,
              cy + 6,
            ),
            smooth(
              R + 3.5,
              cy - 8,
              R + 0.5,
              cy - 17,
              R - 4,
              cy - 16,
              R - 3,
              cy + 8,
              R + 2.5,
              cy + 6,
            ),
          ]),
        ],
        over: [
          fill(hair, [
            smooth(L - 1.5, cy - 9, L + 1, cy - 16, L + 3.5, cy - 12, L + 1.5, cy + 2),
            smooth(R + 1.5, cy - 9, R - 1, cy - 16, R - 3.5, cy - 12, R - 1.5, cy + 2),
          ]),
          fill(
            mix(one.skin, [255, 255, 255], 0.22),
            smooth(44, top + 6, 51, top + 3, 58, top + 6, 51, top + 6.5),
          ),
        ],
      };
    case 'fringe':
      return {
        behind: [
          fill(
            hair,
            smooth(
              50 - w - 4.5,
              cy + h * 0.5,
              50 - w - 4.5,
              cy - 8,
              50 - w * 0.75,
              top - 2.5,
              50,
              top - 6,
              50 + w * 0.75,
              top - 2.5,
              50 + w + 4.5,
              cy - 8,
              50 + w + 4.5,
              cy + h * 0.5,
              50 + w - 1,
              cy + h * 0.55,
              50,
              cy + 4,
              50 - w + 1,
              cy + h * 0.55,
            ),
          ),
        ],
        over: [
          fill(
            hair,
            polygon(
              L - 2,
              cy + 3,
              L - 2,
              cy - 10,
              L + 3,
              top + 2,
              50 - 8,
              top - 4.5,
              50 + 8,
              top - 4.5,
              R - 3,
              top + 2,
              R + 2,
              cy - 10,
              R + 2,
              cy + 3,
              R - 2,
              cy - h * 0.26,
              50,
              cy - h * 0.3,
              L + 2,
              cy - h * 0.26,
            ),
          ),
          fill(shade, smooth(50 - 14, top + 3, 50, top - 1.5, 50 + 14, top + 3, 50, top + 1.5)),
        ],
      };
    case 'cloud': {
      const ring = [
        [-29, 4, 11],
        [-29, -12, 12],
        [-20, -25, 13],
        [-2, -32, 14],
        [17, -27, 13],
        [29, -13, 12],
        [29.5, 4, 11],
      ] as const;
      return {
        behind: [
          fill(
            hair,
            ring.map(([x, y, r]) => ellipse(50 + x, cy + y, r)),
          ),
        ],
        over: [
          fill(
            hair,
            cap(2, h * 0.5, [
              R - 2.5,
              top + h * 0.42,
              50 + 10,
              top + h * 0.24,
              50 - 10,
              top + h * 0.24,
              L + 2.5,
              top + h * 0.42,
            ]),
          ),
        ],
      };
    }
    case 'quiff':
      return {
        behind: [],
        over: [
          fill(
            hair,
            smooth(
              L - 1,
              cy - h * 0.25,
              L - 1.5,
              top + h * 0.3,
              50 - w * 0.8,
              top - 3,
              50 - 8,
              top - 10,
              50 + 8,
              top - 11.5,
              R + 1.5,
              top - 9.5,
              R - 1.5,
              top - 2,
              R + 1.5,
              top + h * 0.3,
              R + 1,
              cy - h * 0.25,
              R - 2,
              cy - h * 0.42,
              R - 4,
              top + h * 0.32,
              50 + 4,
              top + h * 0.4,
              50 - 12,
              top + h * 0.24,
              L + 3,
              cy - h * 0.42,
            ),
          ),
          fill(
            mix(hair, [120, 150, 210], 0.28),
            smooth(
              50 - 10,
              top - 6,
              50 + 6,
              top - 8.5,
              R - 3,
              top - 7,
              50 + 6,
              top - 5,
              50 - 6,
              top - 2,
            ),
          ),
        ],
      };
  }
}
