/**
 * What a lab shows: the one place that labs and the renderer share. `story.tsx`, `panel.tsx` and `inline.tsx` of a lab export what
 * stands here; the renderer draws it.
 */
import type { ComponentType, ReactNode } from 'react';
import type { RunCard, RunSnapshot } from '../main/contract/run.ts';
import type { CodeTask } from './kit/code/exercise.ts';

/** Reports on tables of one's own, as panels make them and the notebook keeps them. */
export type {
  ReportBody,
  ReportCell,
  ReportContent,
  ReportSection,
  ReportSummary,
  ReportTable,
  TableReport,
} from '../main/contract/table-report.ts';

/** What a lab's parameters are set to. */
export type Values = Record<string, number | string | boolean>;

/** A pinned run that is drawn over the figure, with the name, colour and dash that stand for it in the list and in every figure. */
export interface PinnedRun extends RunCard {
  pin: {
    /** "run 3": stands at its line's end. */
    name: string;
    /** Of a series, as figures number them. */
    index: number;
  };
}

/** What a lab's panel is given. It draws the figure and its read-outs; the frame draws everything else. */
export interface PanelProps {
  /** The story part and step on screen. */
  part: string;
  step: string;
  /**
   * The run on screen: waiting, running or ended; null before the first. Its `result` is partial
   * until `complete`, and null while the question it answers is open: only `series` shows then,
   * as long as it runs.
   */
  run: RunSnapshot | null;
  /** The whole card of an ended run, with `measured`, once it has been fetched. */
  card: RunCard | null;
  /** What the controls say now; may already differ from `run.parameters`. */
  parameters: Values;
  setParameter: (name: string, value: number | string | boolean) => void;
  /** The learner's locked prediction for this part, if any. */
  prediction: { value: number | string; unit: string; curve?: Curve | undefined } | null;
  /** Pinned runs of this lab that are overlaid, oldest first, each with its name, colour and dash; `pinLines` draws them. */
  pins: PinnedRun[];
  /**
   * 'beside': half the window; 'full': all of it; 'inline': inside a slide; 'paper': in a report,
   * as in 'full', but nothing can be pressed.
   */
  mode: 'full' | 'beside' | 'inline' | 'paper';
  /** True while the part's question is open or unanswered by a run: a panel that can draw without a run must hold back what answers it. */
  hidden?: boolean;
}

interface StepBase {
  /** Stable: deep links and the learner's file use it. */
  id: string;
  title: string;
  /** What the learner reads. A function gets the latest run's result (null before) so that the words can name its numbers. */
  body: ReactNode | ((result: unknown | null, parameters: Values) => ReactNode);
  /** Ids of presets that the words ask for: a button each, in the step. Not in a predict step, whose settings are the question's. */
  offers?: string[];
}

/** What is known of a number that has no upper end: "more than 220,000". */
export interface AtLeast {
  atLeast: number;
}

/** Points of a line by x. */
export type Curve = readonly (readonly [x: number, y: number])[];

/** A curve that may be drawn before the run, in the figure's place, and what judges it afterwards. */
export interface Draws {
  /** What is drawn, as a request: "Draw how often the key opens the model". */
  ask: string;
  /** Where points can be set. The axis runs from the first to the last. */
  x: { label: string; places: readonly number[] };
  y: {
    label: string;
    unit: string;
    min: number;
    max: number;
    step: number;
    scale: 'linear' | 'log';
  };
  /** A point is close within this: in the unit of `y` on a linear scale, as a factor on a logarithmic one. */
  close: number;
  /** The same curve in a result; null where it has none. */
  truth: (result: unknown) => Curve | null;
}

export type StoryStep =
  | (StepBase & { kind: 'read' })
  | (StepBase & {
      kind: 'predict';
      question: string;
      unit: string;
      input:
        | {
            kind: 'number';
            min: number;
            max: number;
            step: number;
            scale: 'linear' | 'log';
            /** What counts as close on a linear scale, in the question's unit; left out: a twentieth of the range. */
            close?: number;
          }
        | { kind: 'choice'; options: string[] };
      /**
       * What happened, from a result: shown opposite the prediction once there is one. A result
       * that knows only a lower bound says so: it is not given as the truth. Null where this result
       * can't tell.
       */
      outcome: (result: unknown) => number | string | AtLeast | null;
      /** True where the learner decides: no result has an outcome, and what was said is not scored. */
      decides?: true;
      /** A curve that may be drawn beside the answer. */
      draws?: Draws;
      /** A sentence that compares the two. */
      verdict: (said: number | string, result: unknown) => string;
      /**
       * False where a formula answers: `outcome` and `verdict` read no result then, and the answer
       * shows as soon as the prediction is locked, which it then stays.
       */
      needsRun?: false;
    })
  | (StepBase & { kind: 'run'; preset: string; reuseMeasurements: boolean })
  | (StepBase & { kind: 'explore'; controls: string[] })
  | (StepBase & {
      kind: 'check';
      question: string;
      unit: string;
      input: { kind: 'number' } | { kind: 'choice'; options: string[] };
      /** Judged against the learner's own run. Null: that run can't tell yet. */
      judge: (answer: number | string, result: unknown) => boolean | null;
      hints: [string, string];
      /** False where no run is asked about: judged and worked out without one. */
      needsRun?: false;
      /** The worked answer, with the learner's numbers; shown after two tries or when passed. */
      worked: (result: unknown) => ReactNode;
    })
  | (StepBase & {
      kind: 'code';
      /** What is to be written; its tests stand beside it and are run by compute. Its id is the step's. */
      task: CodeTask;
    })
  | (StepBase & {
      kind: 'reflect';
      question: string;
      /**
       * What to commit to before saying why: a word each, unlike the others, and whom it speaks
       * for. The choice is kept as the text's first line.
       */
      choices?: { name: string; about: string }[];
    });

export interface StoryPart {
  id: string;
  /** One or two words: "Measure". */
  title: string;
  /** More words that find the part in the palette. */
  also?: string;
  /**
   * What the part teaches, in one sentence that no run can make untrue: it names no number and
   * says of no comparison how it came out. Stands in the summary at the lab's end.
   */
  lesson?: string;
  /** Parameters whose controls stand under the figure in this part. */
  controls: string[];
  /**
   * The settings that the part's question is about: a preset's, with these parameters in place of
   * its own. Left out: the preset of the part's run step, else the lab's first. The part's predict,
   * run and check steps begin with them, and only a run made with all of them judges a prediction.
   */
  settings?: { preset?: string; parameters?: Values };
  steps: StoryStep[];
  /**
   * When the figure may show what a run found: 'always' where the question is about what is on
   * screen, 'locked' where saying it is enough; left out, once a run has answered it.
   */
  resultShows?: 'always' | 'locked';
  /** True where the figure needs the width of the pins. */
  wide?: boolean;
  /** False where the figure shows something only once it is played with or a model is asked: a report draws another part's for the run. */
  onPaper?: false;
}

/** What `story.tsx` exports as `story`. */
export interface Story {
  parts: StoryPart[];
}

/** What `panel.tsx` exports as `Panel`. */
export type Panel = ComponentType<PanelProps>;

/**
 * What a lab's small figure inside a slide is given: all that is known of the run so far. It draws
 * nothing that answers an open question of the story.
 */
export interface InlineProps {
  /** Partial while the run goes on; never null. */
  result: unknown;
  /** What the run was started with. */
  parameters: Values;
  /** "run 7": stands with the numbers. */
  run: string;
}

/** One small figure. Returns null where the result can't say anything yet. */
export type InlineFigure = ComponentType<InlineProps>;

/**
 * What a lab's `inline.tsx` exports as `inline`: its figures for slides by name, each with how it knows that it can speak, and the parts of
 * the story whose questions its numbers answer: while one of them is open, the figure waits.
 */
export type Inline = Record<
  string,
  { Figure: InlineFigure; speaks: (result: unknown) => boolean; answers: readonly string[] }
>;
