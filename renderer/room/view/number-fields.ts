import { words } from '../words.ts';
import { el } from './dom.ts';
import {
  placeOf,
  shownNumber,
  sliderSteps,
  typedNumber,
  valueAt,
  type NumberQuestion,
} from './numbers.ts';

/** A number, typed or slid; one follows the other. Nothing is set before the person touched one of them. */
export function numberFields(
  ask: NumberQuestion,
  begun: number | null,
  set: (value: number | null) => void,
): HTMLElement[] {
  const [min, max] = [shownNumber(ask.min), shownNumber(ask.max)];
  const about = el(
    'p',
    { class: 'note', id: 'range', role: 'status' },
    words.from(min, max, ask.unit),
  );
  const field = el('input', {
    type: 'text',
    id: 'number',
    inputmode: ask.min < 0 ? 'text' : 'decimal',
    autocomplete: 'off',
    enterkeyhint: 'done',
    'aria-describedby': 'range',
    value: begun === null ? '' : String(begun),
    placeholder: '?',
  });
  const slider = el('input', {
    type: 'range',
    id: 'slider',
    min: 0,
    max: sliderSteps,
    step: 1,
    'aria-label': words.slider,
    value: begun === null ? sliderSteps / 2 : placeOf(ask, begun),
  });
  const speak = (value: number | null) => {
    const text = value === null ? '?' : `${shownNumber(value)} ${ask.unit}`.trim();
    slider.setAttribute('aria-valuetext', text);
  };
  speak(begun);
  slider.dataset['set'] = String(begun !== null);
  field.addEventListener('input', () => {
    const typed = typedNumber(field.value);
    const inside = typed !== null && typed >= ask.min && typed <= ask.max;
    const wrong = field.value.trim() !== '' && !inside;
    field.setAttribute('aria-invalid', String(wrong));
    about.textContent = wrong ? words.outside(min, max) : words.from(min, max, ask.unit);
    if (inside) slider.value = String(placeOf(ask, typed));
    slider.dataset['set'] = String(inside);
    speak(inside ? typed : null);
    set(inside ? typed : null);
  });
  slider.addEventListener('input', () => {
    const value = valueAt(ask, Number(slider.value));
    field.value = String(value);
    field.setAttribute('aria-invalid', 'false');
    about.textContent = words.from(min, max, ask.unit);
    slider.dataset['set'] = 'true';
    speak(value);
    set(value);
  });
  return [
    el(
      'div',
      { class: 'number' },
      el('label', { for: 'number', class: 'hidden' }, words.number),
      field,
      el('span', { class: 'unit' }, ask.unit),
    ),
    slider,
    about,
  ];
}
