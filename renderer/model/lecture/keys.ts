/** What a key asks of the deck or the app around it. */
export type DeckCommand =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'up'
  | 'down'
  | 'blank'
  | 'jump'
  | 'overview'
  | 'leave'
  | 'full-screen'
  | 'lab'
  | 'help'
  | 'enter'
  | 'white'
  | 'presenter'
  | 'panel'
  | 'draw'
  | 'pointer';

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** What the focused element does with keys of its own. */
export type KeyOwner = 'nothing' | 'text' | 'button' | 'arrows';

const commands: Readonly<Record<string, DeckCommand>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  ArrowDown: 'down',
  ArrowUp: 'up',
  Home: 'first',
  End: 'last',
  b: 'blank',
  '.': 'blank',
  g: 'jump',
  o: 'overview',
  Escape: 'leave',
  f: 'full-screen',
  l: 'lab',
  '?': 'help',
  Enter: 'enter',
  w: 'white',
  s: 'presenter',
  n: 'panel',
  d: 'draw',
  p: 'pointer',
};

/**
 * Which command a key press stands for, or null where the key belongs to someone else: the browser (with Ctrl, Alt or Meta),
 * a field that is being typed in, a button under Space and Enter, a slider under the arrows.
 */
export function deckCommand(press: KeyPress, owner: KeyOwner): DeckCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey || owner === 'text') return null;
  if (press.key === ' ' && press.shiftKey) return owner === 'nothing' ? 'previous' : null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (owner === 'button' && (key === ' ' || key === 'Enter')) return null;
  if (owner === 'arrows' && (/^(Arrow|Page|Home|End)/.test(key) || key === ' ' || key === 'Enter'))
    return null;
  return Object.hasOwn(commands, key) ? commands[key]! : null;
}

/**
 * What a clicker's two keys ask, also where a slider or a lab would take them; null where something
 * is being typed, and for all other keys.
 */
export function clickerMove(press: KeyPress, owner: KeyOwner): 'next' | 'previous' | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey || owner === 'text')
    return null;
  if (press.key === 'PageDown') return 'next';
  return press.key === 'PageUp' ? 'previous' : null;
}

const arrowRoles =
  'slider,spinbutton,tab,radio,option,listbox,combobox,menu,menuitem,grid,gridcell,separator,application';

/** Who owns the keys while `target` has the focus. */
export function keyOwner(target: EventTarget | null): KeyOwner {
  if (!(target instanceof Element)) return 'nothing';
  if (
    target.closest(
      '[role="dialog"],dialog,[contenteditable=""],[contenteditable="true"],textarea,select',
    )
  )
    return 'text';
  if (target instanceof HTMLInputElement) {
    if (/^(range|radio|number)$/.test(target.type)) return 'arrows';
    return /^(checkbox|button|submit)$/.test(target.type) ? 'button' : 'text';
  }
  if (
    arrowRoles.split(',').includes(target.getAttribute('role') ?? '') ||
    target.closest('[data-keys="own"]')
  )
    return 'arrows';
  return target.closest('button,a,summary,[role="button"],[role="switch"],[role="checkbox"]')
    ? 'button'
    : 'nothing';
}
