import { beforeAll, describe, expect, it } from 'vitest';
import { describeLender, openTf, row, runLab, tf } from '../../test/labs/fairness.ts';

beforeAll(openTf);

describeLender([1]);

describe('controls', () => {
  it('fair labels, unequal base rates: the gap in selection stays', async () => {
    expect(
      row(await runLab(1, 'fair-labels'), 'group-deleted').signed.selectionRate,
    ).toBeGreaterThan(0.05);
  });
});

describe('the run', () => {
  it('is a pure function of parameters and seed', async () => {
    expect(await runLab(3, 'default')).toEqual(await runLab(3, 'default'));
  });

  it('leaves nothing on the backend', async () => {
    await runLab(1, 'default');
    const before = tf.memory().numTensors;
    await runLab(2, 'default');
    expect(tf.memory().numTensors).toBe(before);
  });
});
