import { useEffect, useMemo, useState } from 'react';
import type { Story } from '../../../labs/view.ts';
import { emptyLabProgress } from '../../../main/contract/learner.ts';
import { useHostState } from '../../host/use-host.ts';
import { useKnownRuns } from '../../host/own-runs.ts';
import { findLab, loadStory } from '../../model/lab/registry.ts';
import { openParts, type OpenPart } from '../../model/prediction/open-questions.ts';

/**
 * The parts of a lab whose question is open, by their ids: a number that answers one waits, wherever it would stand. Null while the story
 * is on its way, and where it can't be had: then nobody knows, and everything waits.
 */
export function useOpenParts(lab: string): ReadonlyMap<string, OpenPart> | null {
  const known = useKnownRuns();
  const [story, setStory] = useState<{ lab: string; story: Story } | null>(null);
  const progress = useHostState((state) => state.learner.labs[lab] ?? emptyLabProgress);
  useEffect(() => {
    let live = true;
    loadStory(lab).then(
      (loaded) => live && setStory({ lab, story: loaded }),
      () => {},
    );
    return () => void (live = false);
  }, [lab]);
  return useMemo(() => {
    const manifest = findLab(lab);
    return story?.lab === lab && manifest
      ? openParts({ lab: manifest, story: story.story }, progress, known)
      : null;
  }, [story, lab, progress, known]);
}
