import type { AnswerValue } from '../../../main/contract/room-question.ts';
import type { PhoneQuestion } from '../../../main/contract/room-wire.ts';
import { ownAnswer, type State } from '../state.ts';
import { words } from '../words.ts';
import { answerWords } from './answer-words.ts';
import { el } from './dom.ts';
import { groupSignature, groupView } from './group.ts';
import { numberFields } from './number-fields.ts';
import { resultView } from './result.ts';
import { rowFields } from './rows.ts';
import { weightFields } from './weights.ts';

/** What is being said, and not locked yet. */
interface Draft {
  value: AnswerValue | null;
  sure: number | null;
}

export interface QuestionActions {
  /** What was begun, by question and round: it is there again after the room was closed, or the slide was another. */
  drafts: Map<string, Draft>;
  answer: (value: AnswerValue, sure: number | null) => void;
  /** The person wants to change a locked answer. */
  change: () => void;
}

/** What stands on the phone: how it answers, and whether it is told what the room said. */
interface Parts {
  answer: 'form' | 'locked' | 'missed' | null;
  result: boolean;
}

/**
 * Showing a poll or the room's mean closes nothing: whoever has not answered still can, and the form
 * stands above what is shown. Where the result says what is right there is nothing more to say.
 */
export function partsOf(state: State, changing: boolean): Parts {
  const { room } = state;
  if (!room?.ask || room.ask.kind === 'group') return { answer: null, result: false };
  const { kind } = room.ask;
  const result = room.result !== null;
  const goesOn = !room.closed && (kind === 'choice' || kind === 'weights');
  if (result && !goesOn) return { answer: null, result };
  const own = ownAnswer(state);
  if (room.closed && !own) return { answer: 'missed', result };
  const isPoll = room.ask.sure === null && kind === 'choice';
  const locked = own !== null && (!changing || room.closed) && (!isPoll || room.closed);
  return { answer: locked ? 'locked' : 'form', result };
}

/** What is drawn: the question, whether it is being changed, and what this phone said. Counts and the time stand elsewhere. */
export const questionSignature = (state: State, changing: boolean) => [
  state.room?.ask?.kind === 'group' ? groupSignature(state) : state.room?.ask,
  state.room?.round,
  state.room?.closed,
  partsOf(state, changing),
  ownAnswer(state),
  changing,
];

/** The question on the phone: to be answered, or answered. */
export function questionView(state: State, changing: boolean, actions: QuestionActions) {
  const { room } = state;
  if (!room?.ask)
    return [
      el('div', { class: 'quiet' }, el('h1', {}, words.nothing[0]), el('p', {}, words.nothing[1])),
    ];
  const { ask } = room;
  if (ask.kind === 'group') return groupView(state, ask);
  const own = ownAnswer(state);
  const { answer } = partsOf(state, changing);
  const head = [
    el('p', { class: 'kicker' }, ask.sure === null ? words.poll : words.predict),
    el('h1', { dir: 'auto', id: 'question', tabindex: -1 }, ask.text),
  ];
  if (answer === null) return head;
  if (answer === 'missed') return [...head, el('p', { class: 'note' }, words.closedUnanswered)];
  if (answer === 'locked' && own) return [...head, lockedView(ask, own, room.closed, actions)];
  const isPoll = ask.sure === null && ask.kind === 'choice';
  return [...head, isPoll ? pollForm(ask, own, actions) : lockForm(ask, own, room.round, actions)];
}

/** What the room said is drawn by itself: each new answer changes it, and nobody's slider may go with that. */
export const shownSignature = (state: State) => [
  state.room?.ask,
  state.room?.round,
  state.room?.result,
  ownAnswer(state),
];

/** What the room said, where that is shown. */
export function shownView(state: State): HTMLElement[] {
  const { room } = state;
  if (!room?.ask || room.ask.kind === 'group' || !room.result) return [];
  return resultView(room.ask, room.result, ownAnswer(state)?.answer ?? null);
}

/** What is answered: all but the group, which is only told. */
type Asked = Exclude<PhoneQuestion, { kind: 'group' }>;
type Own = NonNullable<ReturnType<typeof ownAnswer>>;
type Choice = Extract<PhoneQuestion, { kind: 'choice' }>;

const sentWords = (own: Own | null) => {
  if (!own) return '';
  return own.sent ? words.sent : words.waiting;
};

function lockedView(ask: Asked, own: Own, closed: boolean, actions: QuestionActions) {
  const sure = words.sure.find(([, level]) => level === own.answer.sure)?.[0];
  return el(
    'div',
    { class: 'locked' },
    el('p', { class: 'kicker you' }, words.locked),
    el('p', { class: 'said', dir: 'auto' }, ...lines(answerWords(ask, own.answer.value))),
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

function lockForm(ask: Asked, own: Own | null, round: number, actions: QuestionActions) {
  const place = `${ask.id} ${round}`;
  const draft: Draft = actions.drafts.get(place) ?? {
    value: own?.answer.value ?? null,
    sure: own?.answer.sure ?? null,
  };
  const button = el('button', { type: 'submit', class: 'main', id: 'lock' }, words.lock);
  const set = (value: AnswerValue | null) => {
    draft.value = value;
    button.disabled = value === null;
    actions.drafts.set(place, draft);
  };
  set(draft.value);
  const fields = fieldsOf(ask, draft.value, set);
  return el(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        if (draft.value === null) return;
        actions.drafts.delete(place);
        actions.answer(draft.value, draft.sure);
      },
    },
    ...fields,
    ask.sure === null ? null : sureFields(ask.sure, draft.sure, (next) => (draft.sure = next)),
    button,
  );
}

/** What the answer is said with. It tells `set` each change; null: nothing yet. */
function fieldsOf(ask: Asked, value: AnswerValue | null, set: (value: AnswerValue | null) => void) {
  switch (ask.kind) {
    case 'number':
      return numberFields(ask, typeof value === 'number' ? value : null, set);
    case 'choice':
      return choiceFields(ask, value, set);
    case 'rows':
      return rowFields(ask, Array.isArray(value) ? value : [], set);
    case 'weights':
      return weightFields(ask, value, set);
  }
}

/** Each line of a text by itself. */
const lines = (text: string) =>
  text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [el('br', {}), line]));

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
