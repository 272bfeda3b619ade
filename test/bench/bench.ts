import type { Browser } from '../../main/setup/find-browser.ts';
import type { Row } from './table.ts';

/** What a measurement is handed. */
export interface Bench {
  root: string;
  /** The folder of the bundled bench, with its programs beside each other. */
  programs: string;
  /** Null where this computer has no browser. */
  browser: () => Promise<Browser | null>;
  /** Says on the error stream what is being done: a measurement takes seconds. */
  say: (what: string) => void;
}

export type Measure = (bench: Bench) => Promise<Row[]>;
