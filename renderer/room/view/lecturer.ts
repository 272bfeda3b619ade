import { mostLetters } from '../limits.ts';
import type { State } from '../state.ts';
import { words } from '../words.ts';
import { el } from './dom.ts';

export interface LecturerActions {
  /** What is in the field of a question now. */
  write: (text: string) => void;
  ask: (text: string, name: string) => void;
  close: () => void;
  support: (id: number, on: boolean) => void;
}

export const lecturerSignature = (state: State, open: boolean) => [
  open,
  state.room?.heard,
  state.mine?.asked,
  state.mine?.supports,
  state.kept.unsent,
];

const segments = 'Segmenter' in Intl ? new Intl.Segmenter('en', { granularity: 'grapheme' }) : null;
/** Characters as people count them, as the host does. */
const lettersOf = (text: string) => (segments ? [...segments.segment(text)] : [...text]).length;

/** A question of one's own, while it is being written. */
export function askForm(name: string, begun: string, actions: LecturerActions): HTMLElement {
  const left = el('p', { class: 'note', id: 'left', role: 'status' }, words.ask.left(mostLetters));
  const text = el('textarea', {
    id: 'ask-text',
    rows: 3,
    maxlength: 600,
    dir: 'auto',
    'aria-describedby': 'left who',
  });
  const signed = el('input', {
    type: 'text',
    id: 'ask-name',
    maxlength: 40,
    autocomplete: 'off',
    dir: 'auto',
    value: name,
  });
  const send = el('button', { type: 'submit', class: 'main', disabled: true }, words.ask.button);
  const look = () => {
    const over = lettersOf(text.value.trim()) - mostLetters;
    left.textContent = over > 0 ? words.ask.over(over) : words.ask.left(-over);
    left.className = over > 0 ? 'note wrong' : 'note';
    send.disabled = over > 0 || text.value.trim() === '';
  };
  text.value = begun;
  look();
  text.addEventListener('input', () => {
    actions.write(text.value);
    look();
  });
  return el(
    'form',
    {
      class: 'ask',
      'aria-labelledby': 'ask-title',
      onsubmit: (event) => {
        event.preventDefault();
        if (!send.disabled) actions.ask(text.value.trim(), signed.value);
      },
    },
    el('h2', { id: 'ask-title' }, words.ask.title),
    el('label', { for: 'ask-text' }, words.ask.label),
    text,
    left,
    el('label', { for: 'ask-name' }, words.ask.name),
    signed,
    el('p', { class: 'note', id: 'who' }, words.ask.who),
    el(
      'div',
      { class: 'row' },
      send,
      el('button', { type: 'button', onclick: actions.close }, words.ask.cancel),
    ),
  );
}

/** What this phone asked, and what others asked that was let through. */
export function heardView(state: State, actions: LecturerActions): (HTMLElement | null)[] {
  const own = [
    ...(state.mine?.asked ?? []).map(({ text, heard }) => ({
      text,
      about: heard ? words.ask.heard : words.ask.waiting,
    })),
    ...state.kept.unsent.map(({ text }) => ({ text, about: words.ask.unsent })),
  ];
  const supported = new Set(state.mine?.supports);
  const ownTexts = new Set((state.mine?.asked ?? []).map(({ text }) => text));
  const others = (state.room?.heard ?? []).filter(({ text }) => !ownTexts.has(text));
  return [
    own.length > 0
      ? list(
          words.ask.yours,
          own.map(({ text, about }) =>
            el('li', {}, el('span', { dir: 'auto' }, text), el('small', {}, about)),
          ),
        )
      : null,
    others.length > 0
      ? list(
          words.ask.others,
          others.map(({ id, text, name, support }) =>
            el(
              'li',
              {},
              el('span', { dir: 'auto' }, text, name ? ` (${name})` : ''),
              el('small', {}, words.ask.supported(support)),
              el(
                'button',
                {
                  type: 'button',
                  id: `support-${id}`,
                  'aria-pressed': supported.has(id) ? 'true' : 'false',
                  onclick: () => actions.support(id, !supported.has(id)),
                },
                words.ask.support,
              ),
            ),
          ),
        )
      : null,
  ];
}

const list = (title: string, items: HTMLElement[]) =>
  el(
    'section',
    { 'aria-label': title },
    el('h2', {}, title),
    el('ul', { class: 'heard' }, ...items),
  );
