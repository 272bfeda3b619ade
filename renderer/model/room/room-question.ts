import type { Lab } from '../../../labs/lab.ts';
import type { Story, StoryPart } from '../../../labs/view.ts';
import type { RoomQuestion } from '../../../main/contract/room-question.ts';
import { judgedSettings } from '../lab/question-settings.ts';
import type { SlidePoll } from '../lecture/lecture.ts';
import { closeBy, closeFactor, closeWords } from '../prediction/score.ts';
import { predictStepOf, type PredictStep } from '../runs/choose-run.ts';

/** What the room calls a poll, and a lab's prediction. */
export const pollId = (poll: Pick<SlidePoll, 'id'>): string => `poll/${poll.id}`;
export const predictId = (lab: string, step: string): string => `predict/${lab}/${step}`;

/** A slide's poll as phones are asked it. */
export function pollQuestion(poll: SlidePoll): RoomQuestion {
  return {
    kind: 'choice',
    id: pollId(poll),
    text: poll.question,
    options: poll.options.map(({ id, label }) => ({ id, label })),
    predicted: null,
  };
}

/** A part's prediction as phones are asked it. Close is what is close to the lab. */
export function predictQuestion(lab: Lab, part: StoryPart, step: PredictStep): RoomQuestion {
  const { input, unit, question } = step;
  const asked = { id: predictId(lab.id, step.id), text: question };
  const about = {
    lab: lab.id,
    settings: judgedSettings(lab, part),
    formula: step.needsRun === false,
  };
  if (input.kind === 'choice')
    return {
      kind: 'choice',
      ...asked,
      options: input.options.map((option) => ({ id: option, label: option })),
      predicted: { ...about, close: null },
    };
  const { min, max, step: by, scale } = input;
  const rule =
    input.scale === 'log'
      ? { by: 'factor' as const, amount: closeFactor }
      : { by: 'distance' as const, amount: closeBy(input) };
  return {
    kind: 'number',
    ...asked,
    unit,
    min,
    max,
    step: by,
    scale,
    predicted: { ...about, close: { ...rule, words: closeWords(step) ?? '' } },
  };
}

/**
 * What a place in a lab asks the room: its part's prediction, from the part's first step to its run.
 * Null where the part asks for none, and where the place does not say yet which step is on.
 */
export function questionInLab(lab: Lab, story: Story, step: string | null): RoomQuestion | null {
  const part = story.parts.find(
    (one) => one.id === step || one.steps.some(({ id }) => id === step),
  );
  const asks = part && predictStepOf(part);
  return part && asks ? predictQuestion(lab, part, asks) : null;
}

/** The part and step that a prediction's question is of; null for a poll, and where the lab has changed. */
export function stepOfQuestion(
  story: Story,
  { id }: RoomQuestion,
): { part: StoryPart; step: PredictStep } | null {
  const name = id.split('/')[2];
  for (const part of story.parts) {
    const step = predictStepOf(part);
    if (step && step.id === name) return { part, step };
  }
  return null;
}
