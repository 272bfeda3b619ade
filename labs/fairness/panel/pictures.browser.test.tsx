import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { ratesOf } from '../../math/confusion.ts';
import type { People } from '../data.ts';
import { DotCanvas } from './dots/dot-canvas.tsx';
import { Identity } from './identity.tsx';
import { RateFigure } from './rate-figure.tsx';
import { Readouts } from './readouts.tsx';
import type { RatePoint } from './rows/rate-rows.ts';

const frame = { position: 'relative', display: 'flex', width: 800, height: 420 } as const;
const root = document.documentElement;
const before = root.dataset['theme'];
afterEach(() => {
  if (before === undefined) delete root.dataset['theme'];
  else root.dataset['theme'] = before;
});

it('dots on a canvas take the colours of another theme at once', async () => {
  root.dataset['theme'] = 'light';
  const dots = [{ group: 0, score: 0.8, level: 0, repays: true, person: 0 } as const];
  await render(
    <div style={frame}>
      <DotCanvas
        dots={dots}
        people={{ rows: 1 } as People}
        scores={[0.8]}
        thresholds={[0.5, 0.5]}
        before={[0.5, 0.5]}
        onThreshold={() => undefined}
      />
    </div>,
  );
  const canvas = page.getByRole('img').element() as HTMLCanvasElement;
  /** The colours on the canvas, as far as they cover it fully. */
  const colours = () => {
    if (canvas.width === 0) return new Set<string>();
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const found = new Set<string>();
    for (let i = 0; i < data.length; i += 4)
      if (data[i + 3] === 255) found.add(data.subarray(i, i + 3).join(' '));
    return found;
  };
  const token = () => {
    const hex = getComputedStyle(root).getPropertyValue('--s1').trim();
    return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(' ');
  };
  await expect.poll(() => [...colours()]).toContain(token());
  const light = token();
  root.dataset['theme'] = 'dark';
  expect(token()).not.toBe(light);
  await expect.poll(() => [...colours()]).toContain(token());
  expect([...colours()]).not.toContain(light);
});

const point = (value: number): RatePoint => ({ value, ci95: null, count: 100 }) as RatePoint;
const row = (rate: 'selectionRate' | 'tpr', name: string) => ({
  rate,
  name,
  about: '',
  majority: point(0.7),
  minority: point(0.3),
});

it('the names of the groups lie over the highlighted row, and what was said not over what is', async () => {
  await render(
    <div style={frame}>
      <RateFigure
        description="Rates."
        rows={[row('selectionRate', 'Selected'), row('tpr', 'Found')]}
        ratio={{ value: 0.45, ci95: null, was: null, pinned: [], said: 0.43 }}
        missing=""
      />
    </div>,
  );
  const figure = page.getByRole('slider').element();
  await expect.poll(() => figure.querySelector('rect[class*=chosen]')).not.toBeNull();
  const text = (words: string) =>
    [...figure.querySelectorAll('text')].find((one) => one.textContent === words)!;
  for (const ground of figure.querySelectorAll('rect[class*=chosen], rect[class*=band]'))
    expect(
      ground.compareDocumentPosition(text('minority')) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).not.toBe(0);

  const said = text('you said 0.43').getBoundingClientRect();
  const truths = [text('0.45'), figure.querySelector('[class*=ratioMark]')!];
  for (const truth of truths) {
    const box = truth.getBoundingClientRect();
    expect(said.right <= box.left || said.left >= box.right).toBe(true);
  }
});

const isApart = (a: DOMRect, b: DOMRect) =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

it('no number and no name lies on the ring of what was before', async () => {
  for (const was of [0.25, 0.28, 0.34, 0.64, 0.7, 0.76, 0.8]) {
    const shown = { ...row('tpr', 'Found'), was: { majority: was, minority: was } };
    const screen = await render(
      <div style={{ ...frame, height: 320 }}>
        <RateFigure
          description="Rates."
          rows={[shown]}
          ratio={{ value: 0.7, ci95: null, was, pinned: [], said: 0.6 }}
          missing=""
        />
      </div>,
    );
    const figure = screen.getByRole('slider').element();
    await expect.poll(() => figure.querySelectorAll('[class*=ghost]').length).toBe(3);
    const words = ['0.70', '0.30', 'majority', 'minority', 'you said 0.60'];
    const texts = [...figure.querySelectorAll('text')].filter(({ textContent }) =>
      words.includes(textContent),
    );
    expect(texts).toHaveLength(words.length + 1);
    for (const text of texts)
      for (const ring of figure.querySelectorAll('[class*=ghost]'))
        expect(
          isApart(text.getBoundingClientRect(), ring.getBoundingClientRect()),
          `${text.textContent}, before ${was}`,
        ).toBe(true);
    await screen.unmount();
  }
});

it.each([480, 560, 640, 800, 1000])(
  'what was said lies beside the formula or under it, in %i px',
  async (width) => {
    const rates = ratesOf({ count: 100, weight: 100, tp: 40, fp: 10, fn: 20, tn: 30 });
    await render(
      <div style={{ width }} data-testid="pane">
        <Readouts
          items={[
            { head: 'p', value: <Identity majority={rates} minority={rates} />, whole: true },
          ]}
          said="The majority’s is higher"
        />
      </div>,
    );
    const formula = page.getByRole('table').element().getBoundingClientRect();
    const said = page.getByText('◇ The majority’s is higher').element().getBoundingClientRect();
    const pane = page.getByTestId('pane').element().getBoundingClientRect();
    expect(isApart(formula, said)).toBe(true);
    for (const box of [formula, said]) expect(box.right).toBeLessThanOrEqual(pane.right + 1);
  },
);
