/** Red, green, blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** 0x6a28c7 is red 0x6a, green 0x28, blue 0xc7. */
export const hex = (value: number): Colour => [
  (value >> 16) & 255,
  (value >> 8) & 255,
  value & 255,
];

/** `share` of `b` mixed into `a`. */
export function mix(a: Colour, b: Colour, share: number): Colour {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** A colour as SVG writes it. */
export const svgColour = ([r, g, b]: Colour): string =>
  `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)})`;

/** A colour in another light, cut off at white. */
export const lit = ([r, g, b]: Colour, gain: number): Colour => [
  Math.min(255, r * gain),
  Math.min(255, g * gain),
  Math.min(255, b * gain),
];
