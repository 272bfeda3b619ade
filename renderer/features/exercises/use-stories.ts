import { useCallback, useEffect, useState } from 'react';
import type { Lab } from '../../../labs/lab.ts';
import type { Story } from '../../../labs/view.ts';
import { loadStory } from '../../model/lab/registry.ts';
import { useLecture } from '../../shared/window/lecture-context.ts';
import { labsInLecture } from '../../shared/lab/lab-order.ts';

export interface LabStory {
  lab: Lab;
  /** Null where it can't be had. */
  story: Story | null;
}

/** The stories of all labs, in the lecture's order, without their panels. Null until they are here; `again` tries once more. */
export function useStories(): { stories: LabStory[] | null; again: () => void } {
  const { slides } = useLecture();
  const [stories, setStories] = useState<LabStory[] | null>(null);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    let live = true;
    void Promise.all(
      labsInLecture(slides).map(async (lab) => ({
        lab,
        story: await loadStory(lab.id).catch(() => null),
      })),
    ).then((all) => live && setStories(all));
    return () => void (live = false);
  }, [slides, attempts]);
  return { stories, again: useCallback(() => setAttempts((n) => n + 1), []) };
}
