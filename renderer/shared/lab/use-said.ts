import { useEffect, useMemo, useState } from 'react';
import type { Lab } from '../../../labs/lab.ts';
import type { Story } from '../../../labs/view.ts';
import type { Prediction } from '../../../main/contract/run.ts';
import { useKnownRuns } from '../../host/own-runs.ts';
import { useHostState } from '../../host/use-host.ts';
import { labs, loadStory } from '../../model/lab/registry.ts';
import { saidOfRuns } from '../../model/prediction/judging/said-of-runs.ts';

/**
 * What was said of each run, by its id; see `saidOfRuns`. Until the stories are here, and where one
 * can't be had, it is what the runs carry.
 */
export function useSaid(): ReadonlyMap<string, Prediction> {
  const known = useKnownRuns();
  const learner = useHostState((state) => state.learner);
  const [stories, setStories] = useState<readonly { lab: Lab; story: Story }[]>([]);
  const asked = labs.filter(
    ({ id }) => Object.keys(learner.labs[id]?.predictions ?? {}).length > 0,
  );
  const wanted = asked.map(({ id }) => id).join(' ');
  useEffect(() => {
    let live = true;
    const load = async (lab: Lab) => {
      try {
        return [{ lab, story: await loadStory(lab.id) }];
      } catch {
        return [];
      }
    };
    void Promise.all(asked.map(load)).then((all) => live && setStories(all.flat()));
    return () => void (live = false);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `wanted` stands for `asked`.
  }, [wanted]);
  return useMemo(() => saidOfRuns(stories, learner, known), [stories, learner, known]);
}
