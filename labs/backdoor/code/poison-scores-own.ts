import type { z } from 'zod';
import { listOf, type OwnTask } from '../../kit/code/own-run.ts';
import { caught, highest } from '../defences.ts';
import { names } from '../drawing/identities.ts';
import type { BackdoorResult } from '../lab.ts';
import type { askQuestions } from '../questions.ts';

type Answer = z.output<(typeof askQuestions)['activations']['answer']>;

const points = 100;

/** Which part of the poison is found when so many pictures are taken away, for each number of them. */
function recallOf(scores: ArrayLike<number>, poison: readonly number[]): number[] {
  const bad = new Set(poison);
  let found = 0;
  return Array.from({ length: scores.length }, (_, i) => i)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .map((row) => {
      if (bad.has(row)) found += 1;
      return found / poison.length;
    });
}

/** How many of the poison are among as many pictures as are poisoned, those with the highest scores. */
const foundBy = (scores: ArrayLike<number>, poison: readonly number[]): number =>
  caught(highest(scores, poison.length), poison).found;

/** How what the learner's scores find compares with what spectral signatures do at the same cost, in words. */
function compared(own: number, spectral: number, all: number): { says: string; star?: string } {
  const both =
    `Take away the ${all} pictures with the highest scores, as many as are poisoned: ` +
    `yours finds ${own} of the poisoned ones, spectral signatures ${spectral}.`;
  if (own > spectral) return { says: both, star: 'Yours beats spectral signatures on this model.' };
  if (spectral === all)
    return { says: `${both} Nothing can beat that: try a run with fewer poisoned faces.` };
  return { says: own === spectral ? `${both} That is as many.` : both };
}

/** What the learner's own model says inside of the suspect's pictures, beside the run's own spectral signatures. */
export const poisonScoresOwn: OwnTask = {
  ask: ({ result }) =>
    (result as BackdoorResult | null)?.inside ? { name: 'activations', question: {} } : null,
  data({ number, result }, answer) {
    const { inside } = (result ?? {}) as Partial<BackdoorResult>;
    if (!inside || !answer) return `Run ${number} did not look inside its model. Run it again.`;
    const { activations, poison } = answer as Answer;
    if (poison.length === 0)
      return (
        `Of the pictures of ${names[inside.suspect]} that run ${number} trained on none is ` +
        'poisoned: there is nothing to find. Run it with poisoned faces.'
      );
    const spectral = inside.scores;
    const lineOf = (scores: ArrayLike<number> | null): [number, number | null][] => {
      const recall = scores && recallOf(scores, poison);
      const n = activations.length;
      const places = Array.from({ length: points + 1 }, (_, i) => Math.round((i * n) / points));
      return places.map((k) => {
        if (!recall) return [k, null];
        return [k, k === 0 ? 0 : 100 * recall[k - 1]!];
      });
    };
    return {
      calls: [[activations]],
      read([returned]) {
        const list = listOf(returned);
        const good =
          list?.length === activations.length &&
          list.every((one) => typeof one === 'number' && Number.isFinite(one));
        const scores = good ? (list as number[]) : null;
        const usual = foundBy(spectral, poison);
        const words = scores
          ? compared(foundBy(scores, poison), usual, poison.length)
          : { says: `It gives no ${activations.length} finite scores, one for each picture.` };
        return {
          agrees: scores !== null && foundBy(scores, poison) >= usual,
          ...words,
          figure: {
            kind: 'lines',
            title: 'How much of the poison is gone',
            subtitle:
              `run ${number}: your own model on ${activations.length} pictures of ` +
              `${names[inside.suspect]}, ${poison.length} of them poisoned`,
            x: 'pictures taken away, highest scores first',
            y: 'poison found, %',
            lines: [
              { name: 'spectral signatures', whose: 'reference', points: lineOf(spectral) },
              { name: 'yours', whose: 'yours', points: lineOf(scores) },
            ],
          },
        };
      },
    };
  },
};
