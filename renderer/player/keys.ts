import type { Move } from './place.ts';

export type Command =
  Move | 'overview' | 'notes' | 'search' | 'full-screen' | 'lab' | 'enter' | 'leave';

/** What has the focus: a field for words, something to press, or nothing that wants keys. */
export type Owner = 'text' | 'button' | 'nothing';

export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** The app's own keys, as far as a file can do what they ask for. */
const commands: Readonly<Record<string, Command>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'enter',
  Escape: 'leave',
  o: 'overview',
  n: 'notes',
  g: 'search',
  '/': 'search',
  f: 'full-screen',
  l: 'lab',
};

/** What a key asks for; null where the key is the browser's, a field's or a button's. */
export function commandOf(press: Press, owner: Owner): Command | null {
  if (press.altKey || owner === 'text') return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrlKey || press.metaKey) return key === 'k' ? 'search' : null;
  if (owner === 'button' && (key === ' ' || key === 'Enter')) return null;
  if (key === ' ' && press.shiftKey) return 'previous';
  return Object.hasOwn(commands, key) ? commands[key]! : null;
}
