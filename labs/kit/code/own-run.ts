import type { CodeValue } from './exercise.ts';

/** A finished run of the learner's own, as its card holds it. */
export interface OwnRun {
  number: number;
  parameters: unknown;
  seed: number;
  measured: unknown;
  result: unknown;
}

/** Whose a line or a map is: the learner's, the lab's own, or something to hold both against. */
export type Whose = 'yours' | 'reference' | 'other';
interface Heads {
  title: string;
  subtitle: string;
}

/** One series over an axis for each answer. A null breaks the line. */
export interface OwnLines extends Heads {
  kind: 'lines';
  x: string;
  y: string;
  lines: { name: string; whose: Whose; points: [x: number, y: number | null][] }[];
}
/** Dots in time, a lane for each user: above what the learner's code says of each, below what the lab's own does. */
export interface OwnLanes extends Heads {
  kind: 'lanes';
  x: string;
  from: number;
  to: number;
  lines: { x: number; name: string }[];
  marks: string[];
  lanes: { name: string; dots: { x: number; yours: number | null; reference: number }[] }[];
}
/** Squares of numbers, row by row. */
export interface OwnMaps extends Heads {
  kind: 'maps';
  maps: { name: string; whose: Whose; side: number; values: (number | null)[] }[];
}
/** A few shares, from -1 to 1, side by side. */
export interface OwnPairs extends Heads {
  kind: 'pairs';
  rows: { name: string; yours: number | null; reference: number | null }[];
}
export type OwnFigure = OwnLines | OwnLanes | OwnMaps | OwnPairs;

/** How an answer compares with the lab's own on the run's data. */
export interface OwnReading {
  agrees: boolean;
  says: string;
  /** Why it is better than the lab's own. */
  star?: string;
  figure: OwnFigure;
}

/** The calls that are made of the learner's function on a run's data, and how what it returns is read. */
export interface OwnData {
  calls: readonly (readonly CodeValue[])[];
  /** One value for each call; undefined where it threw or was not reached. */
  read: (returned: readonly unknown[]) => OwnReading;
}

/** How an exercise is tried on a run. */
export interface OwnTask {
  /** A question that the run itself must answer first, such as what its model says inside. */
  ask?: (run: OwnRun) => { name: string; question: unknown } | null;
  /** The data of a run; in words why there are none. `answer` is what the run said to `ask`. */
  data: (run: OwnRun, answer: unknown) => OwnData | string;
}

/** A number that can be drawn; null for all else. */
export const drawable = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** A list as the sandbox hands it back; null where it is none. */
export function listOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value as unknown[];
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  return null;
}

/** "Yours says what Lectern’s says of all 51 shares.", or at how many they differ and what the first difference is. */
export function differWords(differing: readonly string[], all: number, things: string): string {
  if (differing.length === 0) return `Yours says what Lectern’s says of all ${all} ${things}.`;
  return `Yours and Lectern’s differ at ${differing.length} of ${all} ${things}. The first: ${differing[0]}.`;
}
