import { words } from '../words.ts';
import { el } from './dom.ts';

/** Where the word is typed, by whoever came without the code. */
export function joinForm(join: (word: string) => void): HTMLElement {
  const field = el('input', {
    type: 'text',
    id: 'word',
    maxlength: 8,
    autocapitalize: 'characters',
    autocomplete: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    'aria-describedby': 'join-about',
  });
  return el(
    'form',
    {
      class: 'join',
      onsubmit: (event) => {
        event.preventDefault();
        if (field.value.trim() !== '') join(field.value);
      },
    },
    el('h1', {}, words.join.title),
    el('label', { for: 'word' }, words.join.label),
    field,
    el('button', { type: 'submit', class: 'main' }, words.join.button),
    el('p', { class: 'note', id: 'join-about' }, words.join.none),
  );
}
