import type { Notice } from '../contract/methods.ts';

/** So many times within five minutes is a window loaded again at most; after that the person decides. */
export const goneLimit = 3;
const spanMs = 5 * 60_000;

/** What to do about a page whose process is gone. `before` is what the last answer gave as `times`. */
export function afterGone(before: readonly number[], now: number): { times: number[]; verdict: 'reload' | 'ask' } {
  const times = [...before.filter((at) => now - at < spanMs), now];
  return { times, verdict: times.length < goneLimit ? 'reload' : 'ask' };
}

const reasons: Readonly<Record<string, string>> = { oom: 'memory ran out', 'memory-eviction': 'memory ran out', killed: 'it was ended from outside', 'launch-failed': 'it could not be started', 'integrity-failure': 'the system did not trust its files' };

/** What every window shows once it is back. */
export const goneNotice = (reason: string): Notice => ({
  id: 'window-gone',
  what: `A window stopped working (${reasons[reason] ?? 'it crashed'}) and was loaded again.`,
  safe: 'Finished runs, predictions and answers are saved; a run in progress goes on.',
  next: 'What was being typed has to be typed again. If it happens often, restart Lectern.',
});

/** What is asked when loading it again did not help, and when a page does not answer. The first button is the first choice. */
export const goneQuestion = {
  type: 'error', title: 'Lectern', buttons: ['Load it again', 'Quit'], defaultId: 0, cancelId: 0,
  message: `The window stopped working ${goneLimit} times in five minutes.`,
  detail: 'Finished runs, predictions and answers are saved. If loading it again does not help, quit and start Lectern anew.',
} satisfies { type: 'error'; [more: string]: unknown };
export const hungQuestion = {
  type: 'warning', title: 'Lectern', buttons: ['Wait', 'Load it again'], defaultId: 0, cancelId: 0,
  message: 'The window does not answer.',
  detail: 'Finished runs, predictions and answers are saved; a run in progress goes on. Loading the window again loses only what is being typed.',
} satisfies { type: 'warning'; [more: string]: unknown };
