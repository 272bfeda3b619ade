import { seededRandom } from '../../math/random.ts';
import { drawFolds, type Folds } from '../data.ts';
import { scorePeople, type Logistic } from '../features.ts';
import type { FairnessParameters } from '../lab.ts';
import { knownTallies, tallies, type TwoTallies } from '../play.ts';

/** The run's own applicants, drawn again from its seed, with what a model makes of them. */
export interface Population {
  test: Folds['test'];
  scores: Float64Array;
  /** Of the test applicants: what is shown. */
  shown: TwoTallies;
  /** Of the others: what a strategy may be chosen by. */
  known: TwoTallies;
}

let last: { key: string; population: Population } | null = null;

/** The applicants of a run. Takes about 30 ms, so the last one is kept: moving a threshold asks for the same again and again. */
export function populationOf(seed: number, parameters: FairnessParameters, model: Logistic): Population {
  const { groupPenalty, zonePenalty, zoneLink, abilityShift, incomeShift } = parameters;
  const key = JSON.stringify([seed, groupPenalty, zonePenalty, zoneLink, abilityShift, incomeShift, model]);
  if (last?.key === key) return last.population;
  const folds = drawFolds(seededRandom(seed).fork('data'), parameters);
  const scores = scorePeople(folds.test, model);
  const population = { test: folds.test, scores, shown: tallies(folds.test, scores), known: knownTallies(folds, model) };
  last = { key, population };
  return population;
}
