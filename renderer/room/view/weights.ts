import type { AnswerValue } from '../../../main/contract/room-question.ts';
import type { PhoneQuestion } from '../../../main/contract/room-wire.ts';
import type { KeptAnswer } from '../keep.ts';
import type { RoomMessage } from '../state.ts';
import { words } from '../words.ts';
import { el } from './dom.ts';

type Weights = Extract<PhoneQuestion, { kind: 'weights' }>;
type Result = NonNullable<RoomMessage['result']>;

const weightIn = (value: AnswerValue | null, id: string): number | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value[id] ?? null) : null;

/** A slider for each criterion. All begin in the middle, and that is an answer too. */
export function weightFields(
  { text, criteria, max }: Weights,
  begun: AnswerValue | null,
  set: (value: Record<string, number>) => void,
): HTMLElement[] {
  const value = Object.fromEntries(
    criteria.map(({ id }) => [id, weightIn(begun, id) ?? Math.round(max / 2)]),
  );
  set({ ...value });
  return [
    el(
      'fieldset',
      {},
      el('legend', { class: 'hidden' }, text),
      ...criteria.map(({ id, label }, index) => {
        const amount = el('b', {}, String(value[id]));
        const slider = el('input', {
          type: 'range',
          id: `weight-${index}`,
          min: 0,
          max,
          step: 1,
          value: value[id]!,
          'data-set': 'true',
        });
        slider.addEventListener('input', () => {
          value[id] = Number(slider.value);
          amount.textContent = slider.value;
          set({ ...value });
        });
        return el(
          'div',
          { class: 'weight' },
          el('label', { for: `weight-${index}`, dir: 'auto' }, label),
          amount,
          slider,
        );
      }),
    ),
  ];
}

/** Each criterion's mean in the room, beside this phone's own weight. */
export function weightsResult(
  { criteria, max }: Weights,
  { means }: Result,
  own: KeptAnswer | null,
): HTMLElement[] {
  return [
    el(
      'ul',
      { class: 'bars', 'aria-label': words.result },
      ...criteria.map(({ id, label }) => {
        const mean = means[id] ?? 0;
        const yours = own ? weightIn(own.value, id) : null;
        const bar = el('span', { class: 'bar', 'aria-hidden': 'true' });
        // Set by script: the page's policy lets no style attribute in.
        bar.style.width = `${(100 * mean) / max}%`;
        return el(
          'li',
          {},
          el(
            'span',
            { dir: 'auto' },
            label,
            yours === null
              ? null
              : el('span', { class: 'you' }, ` (${words.weights.yours(yours)})`),
          ),
          el('b', {}, mean.toFixed(1)),
          el('span', { class: 'track' }, bar),
        );
      }),
    ),
    el('p', { class: 'note' }, words.weights.mean),
  ];
}
