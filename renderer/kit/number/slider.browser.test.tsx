import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { setNumberLanguage } from './number-language.ts';
import { Slider, type SliderProps } from './slider.tsx';

function Held({ value: first, ...props }: Omit<SliderProps, 'onChange'>) {
  const [value, setValue] = useState(first);
  return (
    <div style={{ width: 320, margin: 120 }}>
      <Slider {...props} value={value} onChange={setValue} />
      <output aria-label="taken">{value}</output>
      <button type="button">elsewhere</button>
    </div>
  );
}

const wait = { label: 'Wait', unit: 'ms', min: 0, max: 50, step: 0.5, scale: 'linear' } as const;
const arrivals = {
  label: 'Arrivals',
  unit: '/s',
  min: 1,
  max: 20_000,
  step: 1,
  scale: 'log',
} as const;
const slider = () => page.getByRole('slider');
const taken = () => expect.element(page.getByLabelText('taken'));
const says = (words: string) => expect.element(slider()).toHaveAttribute('aria-valuetext', words);
const press = (keys: string) => userEvent.keyboard(keys);

afterEach(() => setNumberLanguage('en'));

describe('the track', () => {
  it('has its label, value and ends for those who don’t see it', async () => {
    await render(<Held {...wait} value={20} />);
    await expect.element(page.getByRole('slider', { name: 'Wait' })).toBeVisible();
    await says('20.0 ms');
    await expect.element(slider()).toHaveAttribute('min', '0');
    await expect.element(slider()).toHaveAttribute('max', '100');
  });

  it('goes by a step with the arrows, by a tenth with Shift and the page keys, to the ends with Home and End', async () => {
    await render(<Held {...wait} value={20} />);
    (slider().element() as HTMLElement).focus();
    for (const [keys, value] of [
      ['{ArrowRight}', '20.5'],
      ['{ArrowUp}', '21'],
      ['{ArrowLeft}', '20.5'],
      ['{ArrowDown}', '20'],
      ['{Shift>}{ArrowRight}{/Shift}', '25'],
      ['{PageUp}', '30'],
      ['{PageDown}', '25'],
      ['{End}', '50'],
      ['{ArrowRight}', '50'],
      ['{Home}', '0'],
      ['{ArrowLeft}', '0'],
    ] as const) {
      await press(keys);
      await taken().toHaveTextContent(new RegExp(`^${value}$`));
    }
    await says('0.0 ms');
  });

  it('moves at every press also at the crowded end of a logarithmic one', async () => {
    await render(<Held {...arrivals} value={1} />);
    (slider().element() as HTMLElement).focus();
    await press('{ArrowRight}');
    await says('2 /s');
    await press('{ArrowRight}');
    await says('3 /s');
    await press('{End}');
    await says('20,000 /s');
  });

  it('is dragged and clicked', async () => {
    await render(<Held {...wait} value={0} />);
    const track = slider().element().parentElement!.parentElement!;
    const { width, height } = track.getBoundingClientRect();
    await userEvent.click(track, { position: { x: width / 2, y: height / 2 } });
    await taken().toHaveTextContent(/^2[45](\.5)?$/);
  });

  it('leaves keys with Control to the window', async () => {
    await render(<Held {...wait} value={20} />);
    (slider().element() as HTMLElement).focus();
    await press('{Control>}{ArrowRight}{/Control}');
    await taken().toHaveTextContent(/^20$/);
  });

  it('can’t be moved or typed into while disabled', async () => {
    await render(<Held {...wait} value={20} disabled />);
    await expect.element(slider()).toBeDisabled();
    await expect
      .element(page.getByRole('button', { name: 'Wait: 20.0 ms. Type a value' }))
      .toBeDisabled();
  });

  it('has a word for 0 where 0 means something of its own', async () => {
    await render(<Held {...wait} value={0.5} zero="no limit" />);
    (slider().element() as HTMLElement).focus();
    await press('{ArrowLeft}');
    await says('no limit');
  });
});

describe('the value, typed', () => {
  const field = () => page.getByRole('textbox', { name: 'Wait, ms' });
  const button = () => page.getByRole('button', { name: /^Wait: .*Type a value$/ });
  const open = async (value = 20) => {
    await render(<Held {...wait} value={value} />);
    await button().click();
    await expect.element(field()).toHaveFocus();
  };

  it('is selected at once, taken by Enter, and the focus goes back to it', async () => {
    await open();
    await press('12.5{Enter}');
    await taken().toHaveTextContent(/^12\.5$/);
    await expect.element(button()).toHaveFocus();
    await says('12.5 ms');
  });

  it('is left as it was by Escape', async () => {
    await open();
    await press('12.5{Escape}');
    await taken().toHaveTextContent(/^20$/);
    await expect.element(button()).toHaveFocus();
  });

  it('is taken when the field is left, and the focus stays where it went', async () => {
    await open();
    await press('12');
    await page.getByRole('button', { name: 'elsewhere' }).click();
    await taken().toHaveTextContent(/^12$/);
    await expect.element(page.getByRole('button', { name: 'elsewhere' })).toHaveFocus();
  });

  it('that is no number is refused in words, and again when the field is left', async () => {
    await open();
    await press('soon{Enter}');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Type a number, such as 0 or 50 ms.');
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field()).toHaveAccessibleDescription(/Type a number/);
    await userEvent.tab();
    await expect.element(button()).toBeVisible();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('“soon” is not taken, 20 stays. Type a number, such as 0 or 50 ms.');
    await taken().toHaveTextContent(/^20$/);
  });

  it('that is out of range offers the nearest, which is taken by a press', async () => {
    await open();
    await press('70{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('It goes from 0 to 50 ms.');
    await taken().toHaveTextContent(/^20$/);
    await page.getByRole('button', { name: 'Use 50' }).click();
    await taken().toHaveTextContent(/^50$/);
    await expect.element(button()).toHaveFocus();
  });

  it('may carry its unit, and follows the language of numbers', async () => {
    setNumberLanguage('de');
    await open(20.5);
    await expect.element(field()).toHaveValue('20,5');
    await press('1,5 ms{Enter}');
    await taken().toHaveTextContent(/^1\.5$/);
    await says('1,5 ms');
  });

  it('keeps its arrow and page keys from whatever lies behind it', async () => {
    const heard: string[] = [];
    const hear = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', hear);
    await open();
    await press('{ArrowLeft}{PageDown}{Home}');
    document.removeEventListener('keydown', hear);
    expect(heard).toEqual([]);
  });
});
