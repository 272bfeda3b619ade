import type { RunSnapshot } from '../../../main/contract/run.ts';
import type { LabStatus } from '../../model/prediction/progress.ts';

/** The lab to go on with: of those with something left, the one that was worked in last; else the first. Null where all is done. */
export function labToGoOn<T extends { id: string; status: LabStatus }>(
  labs: readonly T[],
  runs: readonly Pick<RunSnapshot, 'lab' | 'startedAt'>[],
): T | null {
  const left = labs.filter(({ status }) => status.next !== null);
  const touched = ({ id, status }: T) =>
    [
      ...status.each.predictions.map(({ said }) => said?.lockedAt ?? ''),
      ...runs.filter(({ lab }) => lab === id).map(({ startedAt }) => startedAt),
      status.begun ? '1' : '',
    ].reduce((a, b) => (b > a ? b : a), '');
  return left.reduce<T | null>(
    (best, one) => (best === null || touched(one) > touched(best) ? one : best),
    null,
  );
}
