import type { AnswerValue } from '../../../main/contract/room-question.ts';
import type { PhoneQuestion } from '../../../main/contract/room-wire.ts';
import { ownAnswer, type State } from '../state.ts';
import { words } from '../words.ts';
import { answerWords } from './answer-words.ts';
import { el } from './dom.ts';
import { numberFields } from './number-fields.ts';
import { resultView } from './result.ts';

export interface QuestionActions {
  answer: (value: AnswerValue, sure: number | null) => void;
  /** The person wants to change a locked answer. */
  change: () => void;
}

/** What is drawn: the question, whether it is being changed, and what this phone said. Counts stand elsewhere. */
export const questionSignature = (state: State, changing: boolean) => [
  state.room?.ask,
  state.room?.round,
  state.room?.closed,
  state.room?.result,
  ownAnswer(state),
  changing,
];

/** The question on the phone: to be answered, answered, or with its result. */
export function questionView(state: State, changing: boolean, actions: QuestionActions) {
  const { room } = state;
  if (!room?.ask)
    return [
      el('div', { class: 'quiet' }, el('h1', {}, words.nothing[0]), el('p', {}, words.nothing[1])),
    ];
  const { ask } = room;
  const own = ownAnswer(state);
  const head = [
    el('p', { class: 'kicker' }, ask.sure === null ? words.poll : words.predict),
    el('h1', { dir: 'auto', id: 'question', tabindex: -1 }, ask.text),
  ];
  if (room.result) return [...head, ...resultView(ask, room.result, own?.answer ?? null)];
  if (room.closed && !own) return [...head, el('p', { class: 'note' }, words.closedUnanswered)];
  const isPoll = ask.sure === null && ask.kind === 'choice';
  const locked = own !== null && (!changing || room.closed);
  if (locked && (!isPoll || room.closed))
    return [...head, lockedView(ask, own, room.closed, actions)];
  return [...head, isPoll ? pollForm(ask, own, actions) : lockForm(ask, own, actions)];
}

type Own = NonNullable<ReturnType<typeof ownAnswer>>;
type Choice = Extract<PhoneQuestion, { kind: 'choice' }>;

const sentWords = (own: Own | null) => {
  if (!own) return '';
  return own.sent ? words.sent : words.waiting;
};

function lockedView(ask: PhoneQuestion, own: Own, closed: boolean, actions: QuestionActions) {
  const sure = words.sure.find(([, level]) => level === own.answer.sure)?.[0];
  return el(
    'div',
    { class: 'locked' },
    el('p', { class: 'kicker you' }, words.locked),
    el('p', { class: 'said', dir: 'auto' }, answerWords(ask, own.answer.value)),
    sure ? el('p', {}, sure) : null,
    el('p', { class: 'note', role: 'status' }, own.sent ? '' : words.waiting),
    el('p', { class: 'note' }, closed ? words.closed : words.untilClosed),
    closed
      ? null
      : el('button', { type: 'button', id: 'change', onclick: actions.change }, words.change),
  );
}

/** A poll counts at the press: no number stands behind it that could be given away. */
function pollForm(ask: Choice, own: Own | null, actions: QuestionActions) {
  const options = ask.options.map(({ id, label }, index) =>
    el(
      'label',
      { class: 'option' },
      el('input', {
        type: 'radio',
        name: 'answer',
        id: `option-${index}`,
        value: id,
        checked: own?.answer.value === id,
        onchange: () => actions.answer(id, null),
      }),
      el('span', { dir: 'auto' }, label),
    ),
  );
  return el(
    'form',
    { onsubmit: (event) => event.preventDefault() },
    el('fieldset', {}, el('legend', { class: 'hidden' }, ask.text), ...options),
    el('p', { class: 'note', role: 'status' }, sentWords(own)),
  );
}

function lockForm(ask: PhoneQuestion, own: Own | null, actions: QuestionActions) {
  let value: AnswerValue | null = own?.answer.value ?? null;
  let sure: number | null = own?.answer.sure ?? null;
  const button = el(
    'button',
    { type: 'submit', class: 'main', id: 'lock', disabled: value === null },
    words.lock,
  );
  const set = (next: AnswerValue | null) => {
    value = next;
    button.disabled = next === null;
  };
  const fields =
    ask.kind === 'number'
      ? numberFields(ask, typeof value === 'number' ? value : null, set)
      : choiceFields(ask, value, set);
  return el(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        if (value !== null) actions.answer(value, sure);
      },
    },
    ...fields,
    ask.sure === null ? null : sureFields(ask.sure, sure, (next) => (sure = next)),
    button,
  );
}

function choiceFields(ask: Choice, value: AnswerValue | null, set: (value: string) => void) {
  return [
    el(
      'fieldset',
      {},
      el('legend', { class: 'hidden' }, ask.text),
      ...ask.options.map(({ id, label }) =>
        el(
          'label',
          { class: 'option' },
          el('input', {
            type: 'radio',
            name: 'answer',
            checked: value === id,
            onchange: () => set(id),
          }),
          el('span', { dir: 'auto' }, label),
        ),
      ),
    ),
  ];
}

function sureFields(question: string, sure: number | null, set: (sure: number) => void) {
  return el(
    'fieldset',
    { class: 'sure' },
    el('legend', {}, question),
    ...words.sure.map(([label, level]) =>
      el(
        'label',
        { class: 'option' },
        el('input', {
          type: 'radio',
          name: 'sure',
          checked: sure === level,
          onchange: () => set(level),
        }),
        el('span', {}, label),
        el('span', { class: 'share' }, `${Math.round(level * 100)} %`),
      ),
    ),
  );
}
