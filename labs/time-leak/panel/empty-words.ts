import { stoppedWords } from '../../kit/stopped-words.ts';
import type { PartProps } from './part-props.ts';

const isRunning = (run: PartProps['run']) => run?.status === 'running' || run?.status === 'queued';

/** There is a whole run, and its question comes first. */
const waits = (run: PartProps['run'], hidden?: boolean) => hidden && run?.status === 'finished';
const waitsWords = 'hidden until the question is answered';

/** What stands where no user is drawn. */
export function noUsersWords(run: PartProps['run'], hidden?: boolean): string {
  if (waits(run, hidden)) return `Six users of the run: ${waitsWords}`;
  if (isRunning(run)) return 'Users are being drawn';
  return run?.status === 'stopped'
    ? stoppedWords('drawn')
    : 'Six users of the run will stand here, each visit at its time';
}

/** What stands where there is no score. */
export function noScoreWords(run: PartProps['run'], hidden?: boolean): string {
  if (waits(run, hidden)) return waitsWords;
  if (isRunning(run)) return 'still to come';
  return run?.status === 'stopped' ? stoppedWords('trained') : 'no score yet';
}
