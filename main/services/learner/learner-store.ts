import { LecternError } from '../../contract/errors.ts';
import {
  learner as schema,
  type LabProgress,
  type Learner,
  type LearnerChange,
} from '../../contract/learner.ts';
import { applyChange, restoreLab } from './learner.ts';

const nothingToRestore = () =>
  new LecternError({
    code: 'bad-request',
    what: 'There is nothing of this lab to bring back.',
    safe: 'Nothing was changed.',
    next: 'A reset can be taken back until Lectern closes.',
  });

const tooMuch = () =>
  new LecternError({
    code: 'bad-request',
    what: 'That is more than can be kept for one lab.',
    safe: 'Everything said before is kept.',
    next: 'Reset the lab to start over.',
  });

/**
 * The learner's file as changes reach it, and what a reset took away: kept here, not sent by a
 * window, so that an undo can't say anything new.
 */
export class LearnerStore {
  private readonly before = new Map<string, LabProgress>();

  constructor(private readonly file: { readonly value: Learner; set(learner: Learner): void }) {}

  /** Applies one change and returns the whole. Throws `locked` or `bad-request`; nothing is changed then. */
  apply(change: LearnerChange, now: string): Learner {
    const { value } = this.file;
    if (change.kind === 'restore-lab') {
      const before = this.before.get(change.lab);
      if (!before) throw nothingToRestore();
      const restored = this.set(restoreLab(value, change.lab, before));
      this.before.delete(change.lab);
      return restored;
    }
    // A second reset of a lab that is empty by now must not push out what the first one took away.
    if (change.kind === 'reset-lab' && Object.hasOwn(value.labs, change.lab))
      this.before.set(change.lab, value.labs[change.lab]!);
    return this.set(applyChange(value, change, now));
  }

  /** Puts another whole in its place. A change may not make the file one that could not be read again. */
  set(next: Learner): Learner {
    const parsed = schema.safeParse(next);
    if (!parsed.success) throw tooMuch();
    this.file.set(parsed.data);
    return parsed.data;
  }

  /** Forgets what resets took away. */
  forget(): void {
    this.before.clear();
  }
}
