import { beforeAll, expect, it } from 'vitest';
import { describeLender, openTf, row, runLab } from '../../test/labs/fairness.ts';

beforeAll(openTf);

describeLender([2, 3, 4, 5, 6]);

it('everything equal: no gap to speak of', async () => {
  let within = 0;
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const { signed } = row(await runLab(seed, 'everything-equal'), 'group-deleted');
    if (Math.abs(signed.selectionRate!) <= 0.05 && Math.abs(signed.tpr!) <= 0.05) within++;
  }
  expect(within).toBeGreaterThanOrEqual(5);
});
