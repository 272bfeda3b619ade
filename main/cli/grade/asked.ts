import type { Exercises } from '../../contract/notebook-file.ts';
import type { Submission } from './submission.ts';

export type StepKind = 'check' | 'predict' | 'reflect';
export interface AskedStep {
  lab: string;
  id: string;
  kind: StepKind;
  /** The step's id where no file says more. */
  title: string;
  question: string;
  /** Its letter and number within the lab: C2 is the second check. */
  code: string;
  /** False of a prediction that a formula answers. One file that says so is enough: older ones do not say. */
  needsRun?: false;
}
export interface AskedLab {
  id: string;
  title: string;
  steps: AskedStep[];
}

const letters: Record<StepKind, string> = { check: 'C', predict: 'P', reflect: 'R' };
const answers = [
  ['predict', 'predictions'],
  ['check', 'checks'],
  ['reflect', 'reflections'],
] as const;

/**
 * What was asked, over all files: what they say of it themselves, in that order, then what somebody answered that no file says was
 * asked (a notebook of an older Lectern does not say). Labs and steps of each name once. `only`
 * names the labs that are graded; null: all of them.
 */
export function askedIn(
  files: readonly Submission[],
  only: readonly string[] | null = null,
): AskedLab[] {
  const labs = new Map<string, { title: string; steps: Map<string, AskedStep> }>();
  const labOf = (id: string, title: string) => {
    const lab = labs.get(id) ?? { title, steps: new Map<string, AskedStep>() };
    labs.set(id, lab);
    return lab;
  };
  const add = (lab: string, step: Omit<AskedStep, 'lab' | 'code'>, title = lab) => {
    const { steps } = labOf(lab, title);
    const key = `${step.kind} ${step.id}`;
    const known = steps.get(key);
    if (known && step.needsRun === false) known.needsRun = false;
    if (known) return;
    const before = [...steps.values()].filter(({ kind }) => kind === step.kind).length;
    steps.set(key, { lab, ...step, code: `${letters[step.kind]}${before + 1}` });
  };
  for (const { exercises } of files)
    for (const lab of exercises ?? ([] as Exercises)) {
      labOf(lab.lab, lab.title);
      for (const { id, kind, title, question, needsRun } of lab.steps)
        add(
          lab.lab,
          { id, kind, title: title || id, question, ...(needsRun === false && { needsRun }) },
          lab.title,
        );
    }
  for (const { learner } of files)
    for (const [lab, progress] of Object.entries(learner?.labs ?? {})) {
      for (const [kind, where] of answers)
        for (const id of Object.keys(progress[where]))
          add(lab, { id, kind, title: id, question: '' });
    }
  return [...labs]
    .map(([id, { title, steps }]) => ({ id, title, steps: [...steps.values()] }))
    .filter(({ id, steps }) => steps.length > 0 && (only === null || only.includes(id)));
}

export const stepsOf = (lab: AskedLab, kind: StepKind): AskedStep[] =>
  lab.steps.filter((step) => step.kind === kind);
