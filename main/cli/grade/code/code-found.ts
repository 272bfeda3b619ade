/** A student's answer in code, run again. */
export interface CodeFound {
  lab: string;
  exercise: string;
  title: string;
  /** What the notebook says of it. */
  claims: boolean;
  /** What came of it here. */
  passes: boolean;
  /** Whether the notebook's word is of an older form of the exercise than the one here, or of a newer one. */
  older: boolean;
  newer: boolean;
  tries: number;
  hints: number;
  /** Whether the worked answer was opened. */
  opened: boolean;
  /** What it breaks, in the exercise's words, or why it was ended. */
  broken: string[];
  /** Of its tokens; null where it is too short, or is the worked answer. */
  print: string | null;
}

/** Notebook and grading disagree: not because the exercise changed. */
export const differs = ({ claims, passes, older, newer }: CodeFound): boolean =>
  claims !== passes && !older && !newer;
