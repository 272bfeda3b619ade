import { seededRandom } from '../math/random.ts';
import { drawFolds, type Folds } from './data.ts';
import { dotsOf, type Dot } from './dot-places.ts';
import { scorePeople, type Logistic } from './features.ts';
import type { FairnessParameters } from './lab.ts';
import { knownTallies, tallies, type TwoTallies } from './play.ts';

/** The run's own applicants, drawn again from its seed, with what a model makes of them. */
export interface Population {
  test: Folds['test'];
  scores: Float64Array;
  dots: Dot[];
  /** Of the test applicants: what is shown. */
  shown: TwoTallies;
  /** Of the others: what a strategy may be chosen by. */
  known: TwoTallies;
}

/** All that the applicants of a run depend on. */
export interface PopulationRequest {
  seed: number;
  world: Pick<
    FairnessParameters,
    'groupPenalty' | 'zonePenalty' | 'zoneLink' | 'abilityShift' | 'incomeShift'
  >;
  model: Logistic;
}

/** Draws and counts 29,000 applicants: 10 to 60 ms, so the screen asks a worker for it. */
export function populationOf({ seed, world, model }: PopulationRequest): Population {
  const folds = drawFolds(seededRandom(seed).fork('data'), world);
  const scores = scorePeople(folds.test, model);
  return {
    test: folds.test,
    scores,
    dots: dotsOf(folds.test, scores),
    shown: tallies(folds.test, scores),
    known: knownTallies(folds, model),
  };
}
