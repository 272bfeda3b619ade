import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { ChartFrame } from '../chart-frame.tsx';
import { PlotNote } from './plot-note.tsx';

const chart = (title: string) => (
  <ChartFrame
    title={title}
    subtitle="ms"
    table={{ columns: [], rows: [] }}
    aside={<button type="button">{`switch of ${title}`}</button>}
  >
    {`plot of ${title}`}
  </ChartFrame>
);
const note = <div role="note" style={{ position: 'absolute', inset: 0 }} />;

it('a note lies over the plot of the first chart alone, and over the whole where there is none', async () => {
  const whole = (charts: string[], shown = true) => (
    <div style={{ position: 'relative', display: 'grid', gridAutoRows: '200px', width: 500 }}>
      <PlotNote note={shown && note}>
        {charts.map((title) => (
          <div key={title}>{chart(title)}</div>
        ))}
        <p>no chart</p>
      </PlotNote>
    </div>
  );
  const { rerender } = await render(whole(['one', 'two']));
  const only = page.getByRole('note');
  const box = () => only.element().getBoundingClientRect();
  await expect.element(only).toBeVisible();
  const plot = page.getByText('plot of one').element().getBoundingClientRect();
  expect(box()).toMatchObject({ top: plot.top, height: plot.height, width: plot.width });
  expect(plot.height).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'switch of one' }).click();

  await rerender(whole(['two']));
  await expect.element(only).toBeVisible();
  expect(page.getByText('plot of two').element().contains(only.element())).toBe(true);

  await rerender(whole([]));
  await expect.element(only).toBeVisible();
  expect(box()).toMatchObject({ height: 200, width: 500 });

  await rerender(whole(['one'], false));
  await expect.element(only).not.toBeInTheDocument();
});
