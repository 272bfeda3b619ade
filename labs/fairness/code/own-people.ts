import type { OwnRun } from '../../kit/code/own-run.ts';
import type { FairnessParameters, FairnessResult } from '../lab.ts';
import { populationOf, type Population } from '../population.ts';

/** The test applicants of a run, drawn again from its seed, with the scores of its model without the group; null where it has none. */
export function peopleOf({ seed, parameters, result }: OwnRun): Population | null {
  const model = ((result as FairnessResult | null)?.coefficients ?? []).find(
    ({ name }) => name === 'group-deleted',
  );
  return model ? populationOf({ seed, world: parameters as FairnessParameters, model }) : null;
}
