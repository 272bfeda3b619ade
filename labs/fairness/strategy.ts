import { ratesOf } from '../math/confusion.ts';
import type { Strategy } from './strategies.ts';
import { confusionAt, profitOf, thresholdAt, thresholdSteps, type Tally } from './tally.ts';

export interface Chosen {
  majority: number;
  minority: number;
}

interface Option {
  step: number;
  profit: number;
  rate: number | null;
}

/**
 * The most profitable thresholds that a rule allows: any pair, one for both groups, or a pair with (nearly) equal selection rates or
 * true positive rates. Chosen on the applicants of `tallies`, which must not be those that the choice is then judged on.
 */
export function choose(
  strategy: Strategy,
  tallies: readonly [Tally, Tally],
  interest: number,
  loss: number,
): Chosen {
  const options = tallies.map((tally) => optionsOf(tally, strategy, interest, loss)) as [
    Option[],
    Option[],
  ];
  if (strategy === 'maximum-profit')
    return thresholds(
      best(options[0], (one) => one.profit),
      best(options[1], (one) => one.profit),
    );
  if (strategy === 'one-threshold') {
    const at = best(options[0], (one) => one.profit + options[1][one.step]!.profit);
    return thresholds(at, at);
  }
  let found: { a: Option; b: Option; profit: number } | null = null;
  for (const a of options[0]) {
    if (a.rate === null) continue;
    const b = nearest(options[1], a.rate);
    if (b && (!found || a.profit + b.profit > found.profit))
      found = { a, b, profit: a.profit + b.profit };
  }
  return found ? thresholds(found.a, found.b) : { majority: 0.5, minority: 0.5 };
}

function optionsOf(tally: Tally, strategy: Strategy, interest: number, loss: number): Option[] {
  return Array.from({ length: thresholdSteps + 1 }, (_, step) => {
    const matrix = confusionAt(tally, step);
    const rates = ratesOf(matrix);
    return {
      step,
      profit: profitOf(matrix, interest, loss),
      rate: strategy === 'demographic-parity' ? rates.selectionRate : rates.tpr,
    };
  });
}

function best(options: readonly Option[], value: (one: Option) => number): Option {
  return options.reduce((a, b) => (value(b) > value(a) ? b : a));
}

function nearest(options: readonly Option[], rate: number): Option | null {
  return options.reduce<Option | null>((a, b) => {
    if (b.rate === null) return a;
    return a === null || Math.abs(b.rate - rate) < Math.abs(a.rate! - rate) ? b : a;
  }, null);
}

const thresholds = (a: Option, b: Option): Chosen => ({
  majority: thresholdAt(a.step),
  minority: thresholdAt(b.step),
});
