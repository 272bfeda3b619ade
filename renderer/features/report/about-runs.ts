import { mostRuns, type ChosenRuns } from './choose-runs.ts';

/** Which runs of a lab stand in the report, and why. `here`: so many do. */
export function aboutRuns({
  chosen: { why, left },
  here,
  runCount,
}: {
  chosen: Pick<ChosenRuns, 'why' | 'left'>;
  here: number;
  runCount: number;
}): string {
  if (runCount === 0) return 'No run was made in this lab.';
  const all =
    runCount === 1 ? 'One run was made' : `${runCount.toLocaleString('en')} runs were made`;
  if (why === 'none')
    return runCount === 1
      ? `${all}; it did not come to its end.`
      : `${all}; none of them came to its end.`;
  if (why === 'newest')
    return `${all}. None is pinned or starred: this is the newest that came to its end.`;
  if (left > 0)
    return (
      `${all}. ${(here + left).toLocaleString('en')} are pinned or starred: the newest ` +
      `${mostRuns} stand here, all of them are in the notebook’s file.`
    );
  return `${all}. ${here === 1 ? 'The one that is pinned or starred stands here.' : `The ${here} that are pinned or starred stand here.`}`;
}
