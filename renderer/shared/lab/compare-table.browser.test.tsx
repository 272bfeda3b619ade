import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { tinyLab, tinyRun } from '../../model/lab/fixture.ts';
import { CompareTable } from './compare-table.tsx';
import styles from './compare.module.css';

/** As wide as the widest dialog leaves it at 1280 × 720. */
const frame = { width: 832 } as const;

it('four runs with long names fit beside one another: no column is cut off', async () => {
  const runs = [1, 2, 3, 4].map((number) =>
    tinyRun({ id: `run-${number}`, number, parameters: { epochs: number }, result: { n: number } }),
  );
  await render(
    <div style={frame}>
      <div className={styles.scroll} role="region" aria-label="Runs side by side" tabIndex={0}>
        <CompareTable
          lab={tinyLab}
          runs={runs}
          heads={runs.map(({ id, number }) => ({
            id,
            number,
            look: number,
            name: 'Arrivals 12,000 requests a second, largest batch 64, max wait 25 ms',
          }))}
        />
      </div>
    </div>,
  );
  const sides = page.getByRole('region', { name: 'Runs side by side' });
  await expect.element(sides.getByRole('columnheader', { name: /^run 4/ })).toBeVisible();
  const { scrollWidth, clientWidth } = sides.element();
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
});
