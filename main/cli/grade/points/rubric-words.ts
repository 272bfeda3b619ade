import type { Rubric } from './rubric.ts';

const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

/** How the points came about, in a sentence or three. */
export function byPointsWords({ check, predict, reflect, hint, words, steps }: Rubric): string {
  const kinds =
    `A check that is right gives ${count(check, 'point')}, a prediction ${predict}, ` +
    `a text ${reflect}.`;
  const cost = hint > 0 ? ` Each hint costs ${hint}.` : '';
  const least = words > 1 ? ` A text has at least ${words} words.` : '';
  const own = Object.keys(steps).length;
  const rest =
    own > 0 ? ` ${own} ${own === 1 ? 'step has' : 'steps have'} points of their own.` : '';
  return `${kinds}${cost}${least}${rest}`;
}
