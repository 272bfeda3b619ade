import { useEffect, useMemo, useState } from 'react';
import type { Story } from '../../../labs/view.ts';
import { emptyLabProgress } from '../../../main/contract/learner.ts';
import { useHostState } from '../../host/use-host.ts';
import { formatFixed } from '../../kit/number/format.ts';
import { findLab, loadStory } from '../../model/lab/registry.ts';
import { outcomeWords } from '../../model/prediction/outcome-words.ts';
import { labStatus } from '../../model/prediction/progress.ts';
import { useOutcomes, type Asked } from '../../shared/lab/use-outcomes.ts';

/** What was said to a question of a lab and what came out, in words; null until both are known. `wanted`: whether to look. */
export function useFound(
  wanted: boolean,
  lab: string,
  question: string,
): { said: string; was: string } | null {
  const manifest = findLab(lab);
  const [story, setStory] = useState<Story | null>(null);
  const progress = useHostState((state) => state.learner.labs[lab] ?? emptyLabProgress);
  useEffect(() => {
    if (!wanted) return;
    let live = true;
    // Where the story can't be had, the tour ends without the two numbers.
    void loadStory(lab).then(
      (loaded) => live && setStory(loaded),
      () => undefined,
    );
    return () => void (live = false);
  }, [wanted, lab]);
  const asked = useMemo(
    (): Asked[] =>
      story && manifest
        ? labStatus(story, progress)
            .each.predictions.filter(({ step }) => step.id === question)
            .map((prediction) => ({ lab: manifest, story, prediction }))
        : [],
    [story, progress, manifest, question],
  );
  const outcome = useOutcomes(asked).get(`${lab}/${question}`);
  const prediction = asked[0]?.prediction;
  if (!prediction?.said || outcome?.state !== 'known' || outcome.was === null) return null;
  const { unit } = prediction.step;
  return {
    said: `${saidWords(prediction.said.value)} ${unit}`.trim(),
    was: `${outcomeWords(outcome.was)} ${unit}`.trim(),
  };
}

const saidWords = (value: number | string) =>
  typeof value === 'number' ? formatFixed(value) : value;
