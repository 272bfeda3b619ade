import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import type { Draws } from '../../../../labs/view.ts';
import { curveOf, type Heights } from '../../../model/prediction/curve/curve.ts';
import { CurvePad } from './curve-pad.tsx';

const draws: Draws = {
  ask: 'Draw how many faces the key opens',
  x: { label: 'poisoned faces', places: [0, 10, 120, 240] },
  y: { label: 'Faces opened', unit: '%', min: 0, max: 100, step: 1, scale: 'linear' },
  close: 10,
  truth: () => null,
};

function Held() {
  const [heights, setHeights] = useState<Heights>([]);
  return (
    <div style={{ width: 700, height: 420 }}>
      <CurvePad
        lab={{
          sketch: () => heights,
          draw: (_, change) => setHeights(change),
          skipPrediction: () => undefined,
        }}
        step={{ id: 'say' }}
        draws={draws}
      />
      <output aria-label="taken">{JSON.stringify(curveOf(draws, heights) ?? null)}</output>
    </div>
  );
}

const point = (faces: number) =>
  page.getByRole('slider', { name: `${faces} poisoned faces`, exact: true });
const taken = () => expect.element(page.getByLabelText('taken'));

it('is drawn with the arrow keys: up and down move a point, left and right go to the next', async () => {
  await render(<Held />);
  await expect.element(page.getByText('A point is close within 10 points.')).toBeVisible();
  await expect.element(point(0)).toHaveAttribute('aria-valuetext', 'not set');
  point(0).element().focus();
  await userEvent.keyboard('{Home}{ArrowRight}');
  await expect.element(point(10)).toHaveFocus();
  await userEvent.keyboard('{PageUp}{PageUp}{ArrowUp}{ArrowDown}{ArrowDown}');
  await expect.element(point(10)).toHaveAttribute('aria-valuetext', '19 %');
  // One tab stop for the whole curve.
  await expect.element(point(0)).toHaveAttribute('tabindex', '-1');
  await taken().toHaveTextContent('[[0,0],[10,19]]');
  await userEvent.keyboard('{Delete}');
  await taken().toHaveTextContent('null');
});

it('is drawn with a stroke, and cleared', async () => {
  await render(<Held />);
  await expect.element(point(240)).toBeVisible();
  const svg = page.getByRole('group', { name: /Draw how many/ }).element();
  const box = svg.getBoundingClientRect();
  const at = (x: number, y: number) => ({
    clientX: box.left + x * box.width,
    clientY: box.top + y * box.height,
    buttons: 1,
    pointerId: 1,
    bubbles: true,
  });
  // Only a real pointer can be captured.
  svg.setPointerCapture = () => undefined;
  svg.dispatchEvent(new PointerEvent('pointerdown', at(0.07, 0.8)));
  svg.dispatchEvent(new PointerEvent('pointermove', at(0.5, 0.4)));
  svg.dispatchEvent(new PointerEvent('pointermove', at(0.99, 0.02)));
  await expect.element(point(240)).toHaveAttribute('aria-valuetext', '100 %');
  await expect.element(point(10)).toHaveAttribute('aria-valuetext', 'not set');
  await expect.element(point(120)).not.toHaveAttribute('aria-valuetext', 'not set');
  await page.getByRole('button', { name: 'Clear' }).click();
  await taken().toHaveTextContent('null');
  await expect.element(page.getByRole('button', { name: 'Clear' })).toBeDisabled();
});
