import type { Draws } from '../../../../labs/view.ts';
import { linearAxis, logAxis } from '../../../charts/axis.ts';
import { heightOn } from '../../../model/prediction/curve/curve.ts';

/** Where everything stands in the drawing pad, px. */
interface Pad {
  /** Whether there is room for it. */
  inside: boolean;
  left: number;
  right: number;
  bottom: number;
  /** Of a place, by its number. */
  x: (place: number) => number;
  y: (value: number) => number;
  /** The value at a height. */
  valueAt: (top: number) => number;
  yTicks: { value: number; at: number }[];
}

const [left, top] = [48, 26];

/** The pad of a curve in a box of this size. Its axis is linear from the first place to the last, as the chart's is. */
export function padOf({ x, y }: Draws, width: number, height: number): Pad {
  const [right, bottom] = [width - 24, height - 48];
  const [first, last] = [x.places[0]!, x.places.at(-1)!];
  const bend = (value: number) => (y.scale === 'log' ? Math.log(value) : value);
  const [low, high] = [bend(y.min), bend(y.max)];
  const at = (value: number) => bottom - ((bend(value) - low) / (high - low)) * (bottom - top);
  const axis = y.scale === 'log' ? logAxis('', y.min, y.max) : linearAxis('', y.max, y.min);
  return {
    inside: right - left > 100 && bottom - top > 60,
    left,
    right,
    bottom,
    x: (place) => left + ((x.places[place]! - first) / (last - first)) * (right - left),
    y: at,
    valueAt: (place) => {
      const bent = low + ((bottom - place) / (bottom - top)) * (high - low);
      return y.scale === 'log' ? Math.exp(bent) : bent;
    },
    yTicks: axis.ticks.map((value) => ({ value, at: at(value) })),
  };
}

/** The place that a stroke is nearest to, and the height it sets there. */
export function strokeAt(
  draws: Draws,
  pad: Pad,
  x: number,
  y: number,
): { place: number; value: number } {
  const far = draws.x.places.map((_, i) => Math.abs(pad.x(i) - x));
  return {
    place: far.indexOf(Math.min(...far)),
    value: heightOn(draws, pad.valueAt(y)),
  };
}

/**
 * The height that a key gives a point; null takes the point away, undefined is no key of the pad. A point that is not set yet starts at
 * the foot of the scale.
 */
export function moved(draws: Draws, from: number | null, key: string): number | null | undefined {
  const { min, max, step, scale } = draws.y;
  const start = from ?? min;
  const by = (steps: number) =>
    heightOn(draws, scale === 'log' ? start * 1.1 ** steps : start + steps * step);
  // Of a small number 10 % more may be the same two digits.
  const up = (steps: number) => Math.max(by(steps), heightOn(draws, start + step));
  const keys: Record<string, number | null> = {
    ArrowUp: up(1),
    ArrowDown: Math.min(by(-1), heightOn(draws, start - step)),
    PageUp: by(10),
    PageDown: by(-10),
    Home: min,
    End: max,
    Delete: null,
    Backspace: null,
  };
  return keys[key];
}
