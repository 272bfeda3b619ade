import type { Values } from '../../labs/view.ts';
import type { LabProgress } from '../../main/contract/learner.ts';
import type { RunCard } from '../../main/contract/run.ts';
import type { Action } from './actions.ts';

/** What stands on screen in a lab. */
export interface Screen {
  step: string;
  /** What the controls say, every one that is in sight. */
  settings: Values;
}

/**
 * What one place of the app shows of a locked prediction. A field that the place does not show is
 * left out; null: it shows that there is none.
 */
export interface Shown {
  /** "story", "exercises", "report" … */
  where: string;
  /** Of the predict step. */
  step: string;
  /** Number of the run that judged it. */
  run?: number | null;
  was?: string | null;
  verdict?: string | null;
  /** "right", "12 % too low". */
  score?: string | null;
  hit?: boolean | null;
}

/** What is kept on disk: the walker judges by this alone. */
export interface Kept {
  progress: LabProgress;
  /** Whole, oldest first. */
  cards: RunCard[];
  /** Ids of the parts of which a copy of the settings is kept. */
  copies: string[];
}

/** Lectern with one lab open, as a walker handles it: hands, eyes, and the files. */
export interface Driver {
  /** Resolves when what it brings is on screen; a run's when it has ended. */
  act(action: Action): Promise<void>;
  screen(): Promise<Screen>;
  /** What every place that can be looked at from here shows. `everywhere`: other rooms of the app too, which takes longer. */
  shown(everywhere: boolean): Promise<Shown[]>;
  kept(): Promise<Kept>;
  /** Errors of the page since this was asked last, a sentence each: it broke, whatever it shows. */
  faults(): string[];
  close(): Promise<void>;
}
