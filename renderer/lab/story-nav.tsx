import { Button } from '../kit/button.tsx';
import { allSteps } from './resolve-place.ts';
import { showsWorked, untried } from './judge.ts';
import type { StoryPart, StoryStep } from './lab-view.ts';
import type { LabProgress } from '../../main/contract/learner.ts';
import type { LabState } from './use-lab.ts';
import styles from './story.module.css';

/** Whether leaving a step forwards finishes it: reading always does, the rest once what was asked for is there. */
export function finishes(step: StoryStep, progress: LabProgress, complete: boolean): boolean {
  switch (step.kind) {
    case 'predict': return step.id in progress.predictions;
    case 'run': return complete;
    case 'check': return showsWorked(progress.checks[step.id] ?? untried);
    case 'reflect': return (progress.reflections[step.id] ?? '').trim() !== '';
    default: return true;
  }
}

export const isPartDone = (part: StoryPart, done: readonly string[]): boolean => part.steps.every((step) => done.includes(step.id));

/** Moves on, and notes the step as done where it is. */
export function goOn(lab: LabState): void {
  const { step } = lab.at;
  if (!lab.progress.done.includes(step.id) && finishes(step, lab.progress, lab.shown?.complete ?? false)) lab.change({ kind: 'done', step: step.id });
  if (lab.neighbours.next) lab.goTo(lab.neighbours.next);
}

/** Back and Next, naming the part that Next leads into. */
export function StoryNav({ lab, small }: { lab: LabState; small: boolean }) {
  const { previous, next } = lab.neighbours;
  const target = next ? allSteps(lab.story).find(({ step }) => step.id === next) : null;
  const entersPart = target && target.part.id !== lab.at.part.id;
  const finished = lab.story.parts.every((part) => isPartDone(part, lab.progress.done));
  return (
    <div className={small ? styles.navSmall : styles.nav}>
      <Button variant="quiet" icon="chevron-left" disabled={!previous} aria-keyshortcuts="[" onClick={() => previous && lab.goTo(previous)}>Back</Button>
      {next
        ? <Button aria-keyshortcuts="]" onClick={() => goOn(lab)}>{entersPart ? `Next: ${target.part.title}` : 'Next'}</Button>
        : <Button disabled={finished} icon={finished ? 'check' : undefined} onClick={() => goOn(lab)}>{finished ? 'All done' : 'Finish'}</Button>}
    </div>
  );
}
