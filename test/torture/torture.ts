import type { Browser } from '../../main/setup/find-browser.ts';

/** What a torture is handed. */
export interface Torture {
  root: string;
  /** The folder of the bundled tortures, with their programs beside each other; null where they are not bundled (under vitest). */
  programs: string | null;
  /** The same seed does the same things at the same places. */
  seed: number;
  /** How often: `--count` where it was given, else the whole number, or the small one of the short form. */
  times: (whole: number, short: number) => number;
  /** Null where this computer has no browser, or where none is wanted. */
  browser: () => Promise<Browser | null>;
  /** Says on the error stream what is being done: a torture takes minutes. */
  say: (what: string) => void;
}

/** One figure, with what it must be. */
export interface Finding {
  what: string;
  figure: string;
  target: string;
  /** Null where it could not be tried on this computer; `figure` then says why. */
  met: boolean | null;
  /** True where missing it means something lost, corrupt, crashed or gone out to the network. */
  safety: boolean;
}

/** Does its worst and says what came of it. Throws where it could not even begin. */
export type Tormentor = (torture: Torture) => Promise<Finding[]>;

/** A finding for what can't be tried here. */
export const notTried = (what: string, why: string): Finding => ({
  what,
  figure: `not tried: ${why}`,
  target: '–',
  met: null,
  safety: false,
});
