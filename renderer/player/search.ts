import { button, el } from './dom.ts';
import { find, type SlideWords } from './find.ts';

/**
 * The dialog that finds slides by their words. `read` says what the slides hold: it is asked at the
 * first opening, for whoever searches nothing need not wait for it.
 */
export function searchDialog(
  read: () => SlideWords[],
  go: (slide: number) => void,
): { dialog: HTMLDialogElement; open: () => void } {
  let texts: SlideWords[] | null = null;
  const field = el('input', { type: 'search', 'aria-label': 'Search slides and notes' });
  field.placeholder = 'Search slides and notes';
  const count = el('p', { role: 'status' });
  const list = el('ol');
  const dialog = el('dialog', { 'aria-label': 'Search' }, field, count, list);

  const choose = (slide: number) => {
    dialog.close();
    go(slide);
  };
  const draw = () => {
    texts ??= read();
    const found = find(texts, field.value);
    const asked = field.value.trim() !== '';
    count.textContent = asked ? countWords(found.length) : '';
    list.replaceChildren(
      ...found.map(({ slide, around }) => {
        const row = button('', () => choose(slide));
        row.append(el('b', {}, `${slide + 1}  ${texts![slide]!.title}`), el('span', {}, around));
        return el('li', {}, row);
      }),
    );
  };
  field.addEventListener('input', draw);
  dialog.addEventListener('keydown', (event) => {
    // What is typed here is no key of the slides.
    event.stopPropagation();
    const rows = [...list.querySelectorAll('button')];
    const at = rows.findIndex((row) => row === document.activeElement);
    // A field for a search would only empty itself.
    if (event.key === 'Escape') dialog.close();
    else if (event.key === 'Enter' && event.target === field) rows[0]?.click();
    else if (event.key === 'ArrowDown') (rows[at + 1] ?? rows.at(-1))?.focus();
    else if (event.key === 'ArrowUp') (at > 0 ? rows[at - 1]! : field).focus();
    else return;
    event.preventDefault();
  });
  return {
    dialog,
    open: () => {
      if (dialog.open) return;
      draw();
      dialog.showModal();
      field.focus();
      field.select();
    },
  };
}

const countWords = (count: number): string =>
  count === 0 ? 'No slide says so.' : `${count} ${count === 1 ? 'slide' : 'slides'}`;
