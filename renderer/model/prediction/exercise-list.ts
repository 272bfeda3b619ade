import type { Lab } from '../../../labs/lab.ts';
import type { Story } from '../../../labs/view.ts';
import type { Exercises } from '../../../main/contract/notebook-file.ts';
import { formerSettings, judgedSettings } from '../lab/question-settings.ts';
import { labs, loadStory } from '../lab/registry.ts';

/** What the labs ask, for a notebook's file. Stories are fetched as they are needed; a lab whose story can't be had is left out. */
export async function exerciseList(): Promise<Exercises> {
  const stories = await Promise.all(
    labs.map(async (lab) => ({ lab, story: await loadStory(lab.id).catch(() => null) })),
  );
  return stories.flatMap(({ lab, story }) => (story ? [labExercises(lab, story)] : []));
}

/** One lab's questions in reading order, cut to what the file's schema takes. */
export function labExercises(lab: Lab, story: Story): Exercises[number] {
  const steps = story.parts
    .flatMap((part) => part.steps.map((step) => ({ part, step })))
    .flatMap(({ part, step }) =>
      step.kind === 'predict' || step.kind === 'check' || step.kind === 'reflect'
        ? [
            {
              id: step.id,
              kind: step.kind,
              title: step.title.slice(0, 200),
              question: step.question.slice(0, 400),
              ...(step.kind === 'predict' && {
                about: {
                  parameters: judgedSettings(lab, part),
                  seen: part.resultShows !== undefined,
                  ...formerSettings(lab, part),
                },
                ...(step.needsRun === false && { needsRun: false as const }),
              }),
            },
          ]
        : [],
    );
  return { lab: lab.id, title: lab.title.slice(0, 200), steps: steps.slice(0, 60) };
}
