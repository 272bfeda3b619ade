import { isOwn, mayBeOwn, type Annotations } from '../../../../main/contract/annotation.ts';
import type { Host } from '../../../host/host.ts';
import { formatFixed } from '../../../kit/number/format.ts';

/** Those of these runs that count as somebody else's, and may be the learner's own from another computer. */
export const claimable = (runs: readonly string[], annotations: Annotations): string[] =>
  [...new Set(runs)].filter((id) => {
    const annotation = annotations[id];
    return annotation !== undefined && !isOwn(annotation) && mayBeOwn(annotation);
  });

/**
 * Says of runs, one after another, that they are the learner's own, or takes it back. Resolves to
 * those of which it was said; a run that went meanwhile is left out.
 */
export async function claim(
  host: Pick<Host, 'call' | 'report'>,
  runs: readonly string[],
  mine: boolean,
  onRun: (done: number) => void,
): Promise<string[]> {
  const said: string[] = [];
  for (const [i, run] of runs.entries()) {
    await host
      .call('run.annotate', { run, change: { mine } })
      .then(() => said.push(run), host.report);
    onRun(i + 1);
  }
  return said;
}

/**
 * Whose the runs of an import are, in a sentence: `others` count as somebody else's, `claimed` have
 * just been said to be the learner's own.
 */
export function claimWords(others: number, claimed: number): string {
  if (claimed > 0)
    return `${claimed === 1 ? '1 run counts' : `${formatFixed(claimed)} runs count`} as yours now, on slides and in the recap.`;
  const [count, it] =
    others === 1 ? ['1 run counts', 'it'] : [`${formatFixed(others)} runs count`, 'them'];
  return `${count} as somebody else’s: slides and the recap leave ${it} out. If you made ${it} yourself on another computer, say so.`;
}
