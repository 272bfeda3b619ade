import type { KeyOwner } from './key-owner.ts';
import { latinKey } from './latin-key.ts';

/** What a key asks of the deck or the app around it. */
export type DeckCommand =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'up'
  | 'down'
  | 'blank'
  | 'start'
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
  /** The key's place, such as "KeyB"; where the layout has no Latin letters. */
  code?: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * What is on screen: slides, slides with a lab beside them (the focus in the lab or not), a lab over the whole window, the
 * presenter's window.
 */
export type Layout = 'deck' | 'beside' | 'lab' | 'presenter';

export interface KeyPlace {
  layout: Layout;
  /** Whether a lecture is being given: then a clicker has the lecture wherever the focus is. */
  presenting: boolean;
  owner: KeyOwner;
  /** Whether the focus is in the lab. */
  inLab?: boolean;
  /** Whether single letters and signs are shortcuts (WCAG 2.1.4). */
  letters?: boolean;
}

const turns: Readonly<Record<string, DeckCommand>> = {
  ArrowRight: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'down',
  ArrowUp: 'up',
  Home: 'first',
  End: 'last',
  Enter: 'enter',
};
/** What clickers send: page keys turn, F5 starts, and some black the screen with B, some with a point. */
const clicks: Readonly<Record<string, DeckCommand>> = {
  PageDown: 'next',
  PageUp: 'previous',
  F5: 'start',
  b: 'blank',
  '.': 'blank',
};
const others: Readonly<Record<string, DeckCommand>> = {
  g: 'jump',
  o: 'overview',
  Escape: 'leave',
  f: 'full-screen',
  l: 'lab',
  '?': 'help',
  w: 'white',
  s: 'presenter',
  n: 'panel',
  d: 'draw',
  p: 'pointer',
};

const find = (table: Readonly<Record<string, DeckCommand>>, key: string): DeckCommand | null =>
  Object.hasOwn(table, key) ? table[key]! : null;

/**
 * The one rule for all layouts: which command a key press stands for, or null where the key belongs
 * to someone else.
 *
 * 1. With Ctrl, Alt or Meta it is the browser's. Single letters and signs mean nothing where they
 *    are switched off.
 * 2. Page Up, Page Down and F5 are the lecture's in the deck, in the presenter's window and
 *    wherever a lecture is being given, unless a text is being typed; elsewhere they scroll and
 *    reload. F5 is typed nowhere.
 * 3. Letters and signs are the lecture's in every layout, unless something is being typed. A number
 *    is no text: where page keys are the lecture's, B is so in a field for a number too, and the
 *    point where the number is a whole one. Elsewhere the point is the number's.
 * 4. A dialog over the page has all keys, but a clicker's while a lecture is given: whoever holds it
 *    does not see that one is open.
 * 5. Arrows, Space, Home, End and Enter belong to a focused control, else to the lecture; a lab
 *    over the whole window gives them to the lecture only while one is being given.
 */
export function lectureCommand(press: KeyPress, place: KeyPlace): DeckCommand | null {
  const { layout, presenting, owner, letters = true } = place;
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = latinKey(press);
  if (owner === 'dialog') {
    if (key === 'F5') return hasClicker(place) ? 'start' : null;
    return presenting && !press.shiftKey && !(isSign(key) && !letters) ? find(clicks, key) : null;
  }
  if (isSign(key)) {
    if (!letters || isTyped(key, place)) return null;
    const aside = owner === 'popup' || isNumber(owner);
    return find(clicks, key) ?? (aside ? null : find(others, key));
  }
  const click = find(clicks, key);
  if (click) return hasClicker(place) && !leavesClick(press, owner) ? click : null;
  if (owner === 'text' || owner === 'popup' || isNumber(owner)) return null;
  const turn = find(turns, key);
  if (!turn) return find(others, key);
  if (layout === 'lab' && !presenting) return null;
  return turnAsked(turn, press, owner);
}

/** Whether the command is one that a clicker gives, which it does wherever the focus is. */
export const isClick = (press: KeyPress): boolean => find(clicks, latinKey(press)) !== null;

const isSign = (key: string): boolean => key.length === 1 && key !== ' ';

const isNumber = (owner: KeyOwner): boolean => owner === 'number' || owner === 'whole';

/** Whether a letter or sign goes into the field that has the focus. */
function isTyped(key: string, place: KeyPlace): boolean {
  if (place.owner === 'text') return true;
  if (!isNumber(place.owner)) return false;
  return !hasClicker(place) || (key === '.' && place.owner === 'number');
}

const hasClicker = ({ layout, presenting, inLab }: KeyPlace): boolean =>
  presenting || layout === 'deck' || layout === 'presenter' || (layout === 'beside' && !inLab);

/** Page keys in a text are the text's; with Shift they select, but nothing on a slider, which they would move. F5 never is. */
const leavesClick = ({ key, shiftKey }: KeyPress, owner: KeyOwner): boolean =>
  key !== 'F5' && (owner === 'text' || (shiftKey && owner !== 'arrows'));

function turnAsked(turn: DeckCommand, { key, shiftKey }: KeyPress, owner: KeyOwner) {
  if (owner === 'arrows') return null;
  const presses = key === ' ' || key === 'Enter';
  if (presses && owner === 'button') return null;
  return key === ' ' && shiftKey ? 'previous' : turn;
}
