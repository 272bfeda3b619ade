import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { linearAxis } from './axis.ts';
import { HistogramFigure } from './histogram/histogram-figure.tsx';
import { LineFigure } from './line-figure.tsx';
import type { Series } from './series.ts';

/** Where the pointer is followed. */
const plot = () => figure().element().querySelector('rect[class*=catcher]');
const plotOf = () => plot()!.getBoundingClientRect();
const press = (keys: string) => userEvent.keyboard(keys);
const frame = { position: 'relative', width: 640, height: 320 } as const;
const figure = () => page.getByRole('slider');
const focus = async () => {
  (figure().element() as HTMLElement).focus();
  await expect.element(figure()).toHaveFocus();
};
const says = (words: string) => expect.element(figure()).toHaveAttribute('aria-valuetext', words);

describe('lines', () => {
  const points = Array.from({ length: 21 }, (_, x) => [x, 2 * x] as const);
  const series: Series[] = [{ id: 'late', name: 'late', points, index: 1, role: 'series' }];
  const open = (shown: Series[] = series) =>
    render(
      <div style={frame}>
        <LineFigure
          description="Late calls by load."
          x={linearAxis('load', 20)}
          y={linearAxis('late, %', 40)}
          series={shown}
          formatX={(x) => `load ${x}`}
          formatY={(y) => `${y} %`}
        />
      </div>,
    );

  it('are read off with the keys, point by point, by a tenth, and from the ends', async () => {
    await open();
    await expect
      .element(figure())
      .toHaveAccessibleName('Late calls by load. Arrow keys read values.');
    await expect.element(figure()).toHaveAttribute('aria-valuemax', '20');
    await says('Not reading yet');
    await userEvent.tab();
    await expect.element(figure()).toHaveFocus();
    for (const [keys, x] of [
      ['{ArrowRight}', 0],
      ['{ArrowRight}', 1],
      ['{ArrowUp}', 2],
      ['{ArrowLeft}', 1],
      ['{ArrowDown}', 0],
      ['{ArrowDown}', 0],
      ['{PageUp}', 2],
      ['{End}', 20],
      ['{ArrowRight}', 20],
      ['{PageDown}', 18],
      ['{Home}', 0],
    ] as const) {
      await press(keys);
      await says(`load ${x}: late ${2 * x} %`);
      await expect.element(figure()).toHaveAttribute('aria-valuenow', String(x));
    }
  });

  it('show what is read beside it, until Escape or the focus takes it away', async () => {
    await open();
    await focus();
    await press('{End}');
    await expect.element(page.getByText('40 %')).toBeVisible();
    await press('{Escape}');
    await says('Not reading yet');
    await press('{ArrowLeft}');
    await says('load 20: late 40 %');
    await userEvent.tab();
    await says('Not reading yet');
  });

  it('leave Control and their own unknown keys to the window', async () => {
    const heard: string[] = [];
    const hear = (event: KeyboardEvent) => heard.push(event.key);
    await open();
    await focus();
    document.addEventListener('keydown', hear);
    await press('{ArrowRight}r');
    document.removeEventListener('keydown', hear);
    expect(heard).toEqual(['r']);
  });

  it('are read off with the pointer', async () => {
    await open();
    await expect.poll(plot).not.toBeNull();
    await userEvent.hover(plot()!);
    await says('load 10: late 20 %');
    await userEvent.hover(document.body, { position: { x: 600, y: 600 } });
    await says('Not reading yet');
  });

  it('without a point are a picture and no control', async () => {
    await open([]);
    await expect.element(page.getByRole('img', { name: 'Late calls by load.' })).toBeVisible();
    await expect.element(figure()).not.toBeInTheDocument();
  });
});

describe('a histogram', () => {
  const bins = { from: 0, width: 10, counts: [4, 0, 3, 2, 1] };
  it('is read off bin by bin, and those that hold nothing are passed over', async () => {
    await render(
      <div style={frame}>
        <HistogramFigure
          description="Waits."
          x={linearAxis('wait, ms', 50)}
          multiples={[
            { id: 'a', name: 'alone', index: 1, bins, marks: [{ name: 'p50', value: 22 }] },
          ]}
          formatX={(x) => `${x} ms`}
          things="calls"
        />
      </div>,
    );
    await expect.element(figure()).toHaveAccessibleName('alone: p50 22 ms. Arrow keys read bins.');
    await focus();
    for (const [keys, words] of [
      ['{ArrowRight}', '0 ms to 10 ms: 4 of 10 calls'],
      ['{ArrowRight}', '20 ms to 30 ms: 3 of 10 calls'],
      ['{End}', '40 ms and more: 1 of 10 calls'],
      ['{ArrowLeft}', '30 ms to 40 ms: 2 of 10 calls'],
      ['{Home}', '0 ms to 10 ms: 4 of 10 calls'],
    ] as const) {
      await press(keys);
      await says(words);
    }
  });

  it('has what lies above its bins apart, and says so', async () => {
    await render(
      <div style={frame}>
        <HistogramFigure
          description="Waits."
          x={linearAxis('wait, ms', 50)}
          multiples={[{ id: 'a', name: 'alone', index: 1, bins, marks: [] }]}
          formatX={(x) => `${x} ms`}
          things="calls"
        />
      </div>,
    );
    await expect.element(page.getByText('more', { exact: true })).toBeVisible();
    const [bars, column] = ['path[class*=area-curve]', 'rect[class*=column]'].map((one) =>
      figure().element().querySelector(one)!.getBoundingClientRect(),
    );
    expect(column!.left).toBeGreaterThan(plotOf().right);
    expect(bars!.right).toBeLessThan(column!.left);
  });

  it('of nothing above its bins has no such column', async () => {
    await render(
      <div style={frame}>
        <HistogramFigure
          description="Waits."
          x={linearAxis('wait, ms', 50)}
          multiples={[
            { id: 'a', name: 'alone', index: 1, bins: { ...bins, counts: [4, 6, 0] }, marks: [] },
          ]}
          formatX={(x) => `${x} ms`}
          things="calls"
        />
      </div>,
    );
    await expect.element(page.getByText('alone')).toBeVisible();
    await expect.element(page.getByText('more', { exact: true })).not.toBeInTheDocument();
  });
});
