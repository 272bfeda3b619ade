import type { PhoneQuestion } from '../../../main/contract/room-wire.ts';
import type { KeptAnswer } from '../keep.ts';
import type { RoomMessage } from '../state.ts';
import { words } from '../words.ts';
import { el } from './dom.ts';

type Rows = Extract<PhoneQuestion, { kind: 'rows' }>;
type Result = NonNullable<RoomMessage['result']>;

/** Lines of a table, each to be ticked or not. Nothing is set before one was touched. */
export function rowFields(
  ask: Rows,
  begun: readonly string[],
  set: (ids: string[]) => void,
): HTMLElement[] {
  const ticked = new Set(begun);
  const toggle = (id: string) => {
    if (!ticked.delete(id)) ticked.add(id);
    set(ask.rows.map((row) => row.id).filter((one) => ticked.has(one)));
  };
  return [
    el(
      'fieldset',
      {},
      el('legend', { class: 'hidden' }, ask.text),
      el('p', { class: 'note' }, words.rows.hint),
      el('p', { class: 'cells head', 'aria-hidden': 'true' }, ...cellsOf(ask.head)),
      ...ask.rows.map(({ id, cells }) =>
        el(
          'label',
          { class: 'option row' },
          el('input', { type: 'checkbox', checked: ticked.has(id), onchange: () => toggle(id) }),
          el(
            'span',
            { class: 'cells' },
            // Whoever hears the row hears what each number is.
            ...cells.map((cell, index) =>
              el('span', {}, el('span', { class: 'hidden' }, `${ask.head[index] ?? ''} `), cell),
            ),
          ),
        ),
      ),
    ),
  ];
}

const cellsOf = (cells: readonly string[]) => cells.map((cell) => el('span', {}, cell));

/** Which rows belong to the answer, what this phone ticked, and how many ticked each. */
export function rowsResult(
  ask: Rows,
  { counts, right }: Result,
  own: KeptAnswer | null,
): HTMLElement[] {
  const ticked = own && Array.isArray(own.value) ? new Set(own.value) : null;
  const isRight = (id: string) => ticked !== null && ticked.has(id) === right[id]?.right;
  const score = ask.rows.filter(({ id }) => isRight(id)).length;
  return [
    ...(ticked ? [el('p', { class: 'said you' }, words.rows.score(score, ask.rows.length))] : []),
    el(
      'ul',
      { class: 'bars', 'aria-label': words.result },
      ...ask.rows.map(({ id, cells }) =>
        el(
          'li',
          {},
          el(
            'span',
            {},
            el('b', {}, cells[0] ?? id),
            ticked?.has(id) ? el('span', { class: 'you' }, ` (${words.rows.yours})`) : null,
          ),
          el('span', {}, words.rows.ticked(counts[id] ?? 0)),
          el(
            'span',
            { class: ticked === null || isRight(id) ? 'why good' : 'why wrong' },
            ticked === null ? '' : `${isRight(id) ? '✓' : '✗'} `,
            right[id]?.why ?? '',
          ),
        ),
      ),
    ),
  ];
}
