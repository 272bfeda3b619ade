import type { CodeTask } from '../../../labs/kit/code/exercise.ts';
import type { StoryStep } from '../../../labs/view.ts';
import type { CodeState } from '../../../main/contract/code.ts';
import type { LabProgress } from '../../../main/contract/learner.ts';
import { triesBeforeAnswer } from './judge.ts';

export type CodeStep = Extract<StoryStep, { kind: 'code' }>;

/** Where an exercise in code stands: what is kept of it, or what it begins with. */
export function codeStateOf(task: CodeTask, { codes }: Pick<LabProgress, 'codes'>): CodeState {
  if (codes && Object.hasOwn(codes, task.id)) return codes[task.id]!;
  return {
    code: task.starter,
    answer: null,
    tries: 0,
    passed: false,
    hints: 0,
    opened: false,
    version: task.version,
  };
}

/** Whether an answer was judged by an older form of the exercise: it is to be run again. */
export const isOlder = (task: CodeTask, state: CodeState): boolean =>
  state.answer !== null && state.version !== task.version;

/**
 * What is kept once code was judged. Every judged code that is another than the last one is a try; one that fails earns the
 * next hint. What passed stays, whatever is tried after it, unless the exercise has changed since.
 */
export function judged(
  task: CodeTask,
  before: CodeState,
  code: string,
  passed: boolean,
): CodeState {
  const older = isOlder(task, before);
  if (before.passed && !older && !passed) return { ...before, code };
  const again = before.answer === code && !older;
  const tries = again ? before.tries : before.tries + 1;
  const failed = passed || again ? before.hints : Math.min(2, Math.max(before.hints, tries));
  return { ...before, code, answer: code, tries, passed, hints: failed, version: task.version };
}

/** Whether the worked answer may be seen. */
export const maySeeWorked = (state: CodeState): boolean =>
  state.passed || state.tries >= triesBeforeAnswer;
