import type { Notice } from '../contract/methods.ts';

/** So many times within five minutes is a window loaded again at most; after that the person decides. */
export const goneLimit = 3;
const spanMs = 5 * 60_000;

/** What to do about a page whose process is gone. `before` is what the last answer gave as `times`. */
export function afterGone(
  before: readonly number[],
  now: number,
): { times: number[]; verdict: 'reload' | 'ask' } {
  const times = [...before.filter((at) => now - at < spanMs), now];
  return { times, verdict: times.length < goneLimit ? 'reload' : 'ask' };
}

const reasons: Readonly<Record<string, string>> = {
  oom: 'memory ran out',
  'memory-eviction': 'memory ran out',
  killed: 'it was ended from outside',
  'launch-failed': 'it could not be started',
  'integrity-failure': 'the system did not trust its files',
};

/** What every window shows once it is back. */
export const goneNotice = (reason: string): Notice => ({
  id: 'window-gone',
  what: `A window stopped working (${reasons[reason] ?? 'it crashed'}) and was loaded again.`,
  safe: 'Finished runs, predictions and answers are saved; a run in progress goes on.',
  next: 'What was being typed has to be typed again. If it happens often, restart Lectern.',
});

/** A question in a box of its own. The first button is what happens where the box is closed without a choice. */
export interface Question {
  type: 'error' | 'warning';
  title: string;
  message: string;
  detail: string;
  buttons: string[];
  defaultId: number;
  cancelId: number;
}
const box = { title: 'Lectern', defaultId: 0, cancelId: 0 };

/** Asked when loading a page again did not help. */
export const goneQuestion: Question = {
  ...box,
  type: 'error',
  buttons: ['Load it again', 'Quit'],
  message: `The window stopped working ${goneLimit} times in five minutes.`,
  detail:
    'Finished runs, predictions and answers are saved. If loading it again does not help, quit and start Lectern anew.',
};

/** Asked when a page does not answer. */
export const hungQuestion: Question = {
  ...box,
  type: 'warning',
  buttons: ['Wait', 'Load it again'],
  message: 'The window does not answer.',
  detail:
    'Finished runs, predictions and answers are saved; a run in progress goes on. Loading the window again loses only what is being typed.',
};
