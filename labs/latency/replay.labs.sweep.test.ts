import { beforeAll, expect, it } from 'vitest';
import { copy, execute, openTf } from '../../test/labs/latency.ts';
import { inNumbers } from './explore/asked-numbers.ts';
import { simulateSetting } from './explore/explore.ts';
import { latencyParameters } from './parameters.ts';

beforeAll(openTf);

it('is a pure function of parameters, seed and measurements', async () => {
  const first = await execute(7);
  const again = await execute(7, { measured: copy(first.measured) });
  expect(again.result).toEqual(first.result);
  expect(copy(again.result)).toEqual(copy(first.result));
  const live = simulateSetting(
    copy(first.measured!),
    first.result.models,
    inNumbers(latencyParameters.parse({}), first.result.asked!),
    7,
  );
  expect(live.rows).toEqual(first.result.simulation);
  expect(live.closedForms).toEqual(first.result.closedForms);
});
