import type { RunSnapshot } from '../../../main/contract/run.ts';
import type { LabStanding } from '../../model/prediction/progress.ts';

/** The lab to go on with: of those with something left, the one that was worked in last; else the first. Null where all is done. */
export function labToGoOn<T extends { id: string; standing: LabStanding }>(
  labs: readonly T[],
  runs: readonly Pick<RunSnapshot, 'lab' | 'startedAt'>[],
): T | null {
  const left = labs.filter(({ standing }) => standing.next !== null);
  const touched = ({ id, standing }: T) =>
    [
      ...standing.each.predictions.map(({ said }) => said?.lockedAt ?? ''),
      ...runs.filter(({ lab }) => lab === id).map(({ startedAt }) => startedAt),
      standing.begun ? '1' : '',
    ].reduce((a, b) => (b > a ? b : a), '');
  return left.reduce<T | null>(
    (best, one) => (best === null || touched(one) > touched(best) ? one : best),
    null,
  );
}
