/**
 * What the focused element does with keys of its own. `number`: one line where a number is typed,
 * which has no use for page keys or letters. `whole`: such a line without a decimal point. `popup`:
 * a small window over the page that lets a clicker through. `dialog`: a dialog over the page, which
 * does so while a lecture is given. `text`: something is being typed.
 */
export type KeyOwner =
  'nothing' | 'text' | 'number' | 'whole' | 'popup' | 'dialog' | 'button' | 'arrows';

const arrowRoles =
  'slider,spinbutton,tab,radio,option,listbox,combobox,menu,menuitem,grid,gridcell,separator,application';

const modal = '[data-modal],[aria-modal="true"],dialog';
const written = '[contenteditable=""],[contenteditable="true"],textarea,select,[data-keys="text"]';

const passive = 'main,body,h1,h2,[tabindex="-1"]:not([role])';

/** Who owns the keys while `target` has the focus. */
export function keyOwner(target: EventTarget | null): KeyOwner {
  if (!(target instanceof Element)) return 'nothing';
  if (target.closest(written)) return 'text';
  if (target.closest(modal)) return ownerInDialog(target);
  if (target instanceof HTMLInputElement) {
    if (target.inputMode === 'numeric') return 'whole';
    if (target.inputMode === 'decimal') return 'number';
    if (!/^(range|radio|number|checkbox|button|submit)$/.test(target.type)) return 'text';
  }
  if (target.closest('[role="dialog"]')) return 'popup';
  if (target instanceof HTMLInputElement)
    return /^(range|radio|number)$/.test(target.type) ? 'arrows' : 'button';
  const role = target.getAttribute('role') ?? '';
  if (arrowRoles.split(',').includes(role)) return 'arrows';
  // A heading or a room that only received the focus is no control.
  if (target.closest('[data-keys="own"]') && !target.matches(passive)) return 'arrows';
  return target.closest('button,a,summary,[role="button"],[role="switch"],[role="checkbox"]')
    ? 'button'
    : 'nothing';
}

/** In a dialog over the page: a field for decimals is taken for a text, for a point is typed there. */
function ownerInDialog(target: Element): KeyOwner {
  if (!(target instanceof HTMLInputElement) || target.inputMode === 'numeric') return 'dialog';
  return /^(range|radio|checkbox|button|submit)$/.test(target.type) ? 'dialog' : 'text';
}

/** Whether whatever is typed at `target` is its own: a field, or a dialog over the page. */
export const isTyping = (target: EventTarget | null): boolean =>
  /^(text|number|whole|popup|dialog)$/.test(keyOwner(target));
