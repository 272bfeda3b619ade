import { glassesShapes } from './glasses-shapes.ts';
import type { Glasses } from './glasses.ts';
import { hairOf } from './hair.ts';
import { identities, type Identity } from './looks.ts';
import { lit, mix, type Colour } from './colour.ts';
import { ellipse, fill, polygon, stroke, type Affine, type Contour, type Shape } from './shape.ts';

/** Everything a picture of a face is made from. Plain numbers: this is what crosses processes, never pixels. */
export interface Face {
  /** Which of the ten people, 0 to 9. */
  who: number;
  /** Moved by this part of the picture's side. */
  dx: number;
  dy: number;
  scale: number;
  /** Degrees, clockwise. */
  turn: number;
  /** Brightness of the light on everything. */
  gain: number;
  background: Colour;
  /** −1 frowns, 1 smiles. */
  smile: number;
  /** −1 lowers the brows, 1 raises them. */
  brows: number;
  /** Where the eyes look, −1 to 1. */
  gaze: number;
  glasses: Glasses | null;
  /** How the pair sits, as parts of the picture's side. */
  slipX: number;
  slipY: number;
  /** Seed of the camera's noise; the drawing itself has none. */
  noise: number;
}

const middle = 52;
/** How much larger than the drawing a face stands in its picture. */
const zoom = 1.1;

/** A person looking straight at us in plain light: the portrait beside a name. */
export function portrait(who: number, glasses: Glasses | null = null): Face {
  return {
    who,
    dx: 0,
    dy: 0,
    scale: 1,
    turn: 0,
    gain: 1,
    background: backdrops[who % backdrops.length]!,
    smile: 0.3,
    brows: 0,
    gaze: 0,
    glasses,
    slipX: 0,
    slipY: 0,
    noise: 0,
  };
}

/** Quiet walls for portraits; training faces stand before a wall of any colour. */
const backdrops: readonly Colour[] = [
  [216, 222, 230],
  [221, 217, 204],
  [213, 224, 213],
  [226, 216, 222],
];

/** Turned and scaled about the middle of the head, then moved. */
export function poseOf(face: Face): Affine {
  const angle = (face.turn * Math.PI) / 180;
  const a = Math.cos(angle) * face.scale * zoom;
  const b = Math.sin(angle) * face.scale * zoom;
  return [
    a,
    b,
    -b,
    a,
    50 - a * 50 + b * middle + face.dx * 100,
    middle - b * 50 - a * middle + face.dy * 100,
  ];
}

/** The shapes of a face in the order they are painted, all in its light; the background is the image's own colour. */
export function faceShapes(face: Face): Shape[] {
  const one = identities[face.who]!;
  const shapes = plainShapes(one, face);
  return face.gain === 1
    ? shapes
    : shapes.map((shape) => ({ ...shape, colour: lit(shape.colour, face.gain) }));
}

/** What fills the picture before anything is drawn. */
export const backgroundOf = (face: Face): Colour => lit(face.background, face.gain);

function plainShapes(one: Identity, face: Face): Shape[] {
  const { skin, width, height, eyes, eyeLine } = one;
  const shadow = mix(skin, [60, 25, 20], 0.2);
  const { behind, over } = hairOf(one, middle);
  const shapes: Shape[] = [...behind];
  // Neck, shirt, ears, head.
  shapes.push(fill(shadow, polygon(41.5, 70, 58.5, 70, 59.5, 99, 40.5, 99)));
  shapes.push(
    fill(one.shirt, [
      [
        14, 125, 14, 108, 18, 94, 39, 91, 43, 94, 46, 96, 50, 96, 54, 96, 57, 94, 61, 91, 82, 94,
        86, 108, 86, 125, 60, 125, 40, 125, 14, 125,
      ],
    ]),
  );
  shapes.push(
    fill(shadow, [
      ellipse(50 - width - 0.6, eyeLine + 4.5, 3.4, 5.4),
      ellipse(50 + width + 0.6, eyeLine + 4.5, 3.4, 5.4),
    ]),
  );
  shapes.push(fill(skin, headOutline(width, height, one.jaw)));
  shapes.push(...over);
  // Brows, eyes, nose, mouth.
  const browY = eyeLine - 7.6 - face.brows * 1.3;
  for (const side of [-1, 1]) {
    const x = 50 + side * eyes;
    shapes.push(
      fill(
        mix(one.hair, skin, one.style === 'long' ? 0.25 : 0.08),
        stroke(
          x - side * 5,
          browY + 0.6 - one.browTilt * 0.3,
          x,
          browY - 1.6,
          x + side * 5.4,
          browY + 0.9 + one.browTilt,
          one.browWidth,
        ),
      ),
    );
    shapes.push(fill([250, 248, 244], ellipse(x, eyeLine, one.eyeSize * 1.28, one.eyeSize * 0.92)));
    const ix = x + face.gaze * 1.1;
    shapes.push(fill(one.iris, ellipse(ix, eyeLine, one.eyeSize * 0.72, one.eyeSize * 0.8)));
    shapes.push(fill([16, 14, 16], ellipse(ix, eyeLine, one.eyeSize * 0.36)));
    shapes.push(fill([255, 255, 255], ellipse(ix + 0.9, eyeLine - 0.9, one.eyeSize * 0.2)));
    shapes.push(
      fill(
        mix(skin, [30, 14, 12], 0.62),
        stroke(
          x - one.eyeSize * 1.3,
          eyeLine - 0.7,
          x,
          eyeLine - one.eyeSize * 1.75,
          x + one.eyeSize * 1.3,
          eyeLine - 0.7,
          0.9,
        ),
      ),
    );
  }
  const noseY = eyeLine + one.noseLength + 4;
  shapes.push(
    fill(
      mix(skin, [60, 25, 20], 0.32),
      stroke(
        50 - one.noseWidth,
        noseY - 0.8,
        50,
        noseY + 2.4,
        50 + one.noseWidth,
        noseY - 0.8,
        1.7,
      ),
    ),
  );
  const mouthY = middle + height * 0.62;
  const half = one.mouth * (0.5 + 0.05 * face.smile);
  shapes.push(
    fill(
      one.lips,
      stroke(
        50 - half,
        mouthY - face.smile * 1.2,
        50,
        mouthY + 1 + face.smile * 4.2,
        50 + half,
        mouthY - face.smile * 1.2,
        2,
      ),
    ),
  );
  if (face.glasses)
    shapes.push(
      ...glassesShapes(
        face.glasses,
        50 + face.slipX * 100,
        eyeLine + face.slipY * 100,
        eyes,
        width,
      ),
    );
  return shapes;
}

/** An egg with a jaw: the lower half gets broader with `jaw`. */
function headOutline(w: number, h: number, jaw: number): Contour {
  const [l, t, r, b] = [50 - w, middle - h, 50 + w, middle + h];
  const k = 0.5523;
  const j = Math.min(0.9, k * jaw);
  return [
    r,
    middle,
    r,
    middle + h * j,
    50 + w * j * 0.92,
    b,
    50,
    b,
    50 - w * j * 0.92,
    b,
    l,
    middle + h * j,
    l,
    middle,
    l,
    middle - h * k,
    50 - w * k * 1.05,
    t,
    50,
    t,
    50 + w * k * 1.05,
    t,
    r,
    middle - h * k,
    r,
    middle,
  ];
}
