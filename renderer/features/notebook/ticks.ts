import type { RunSnapshot } from '../../../main/contract/run.ts';

/** What ticked runs are called, in the order in which they were ticked. */
export const letters = ['A', 'B', 'C', 'D'] as const;

/** Two to four runs of one lab that have a result can be compared. */
export function mayTick(ticked: readonly RunSnapshot[], run: RunSnapshot): boolean {
  const ended = run.status !== 'queued' && run.status !== 'running';
  return ended && ticked.length < letters.length && ticked.every(({ lab }) => lab === run.lab);
}

export function toggled(ticked: readonly string[], id: string): string[] {
  return ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id];
}
