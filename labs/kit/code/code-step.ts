import type { StoryPart, StoryStep } from '../../view.ts';
import type { CodeTask } from './exercise.ts';

type CodeStep = Extract<StoryStep, { kind: 'code' }>;

/** The story's step for an exercise in code: its id and title are the task's. */
export const codeStep = (task: CodeTask, body: StoryStep['body']): CodeStep => ({
  kind: 'code',
  id: task.id,
  title: task.title,
  body,
  task,
});

/** A part with code to write at its end, or before its last step, where that is to stay the last. */
export function withCode(part: StoryPart, step: CodeStep, place: 'last' | 'before-last' = 'last') {
  const at = part.steps.length - (place === 'last' ? 0 : 1);
  return { ...part, steps: [...part.steps.slice(0, at), step, ...part.steps.slice(at)] };
}
