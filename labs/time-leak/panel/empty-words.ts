import { stoppedWords } from '../../kit/stopped-words.ts';
import type { PartProps } from './part-props.ts';

const isRunning = (run: PartProps['run']) => run?.status === 'running' || run?.status === 'queued';

/** What stands where no user is drawn. */
export function noUsersWords(run: PartProps['run']): string {
  if (isRunning(run)) return 'Users are being drawn';
  return run?.status === 'stopped'
    ? stoppedWords('drawn')
    : 'Six users of the run will stand here, each row at its time';
}

/** What stands where there is no score. */
export function noScoreWords(run: PartProps['run']): string {
  if (isRunning(run)) return 'still to come';
  return run?.status === 'stopped' ? stoppedWords('trained') : 'no score yet';
}
