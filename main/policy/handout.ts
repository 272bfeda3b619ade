import { basename } from 'node:path';
import { LecternError } from '../contract/errors.ts';

/** What the menu can save: a page for each slide, or slides with their notes. */
export type Handout = 'slides' | 'notes';

/** What is laid out and saved: a place of the app (`#/…`), and what the dialog says and offers. */
export interface Pages {
  title: string;
  name: string;
  place: string;
}

/** The dialog that asks where. Whatever folder the name speaks of is dropped. */
export const pagesDialog = ({ title, name }: Pages) => ({
  title,
  defaultPath: basename(name),
  filters: [{ name: 'PDF', extensions: ['pdf'] }],
});

export const handoutPages = (which: Handout): Pages => ({
  title: 'Save handout',
  name: `${which}.pdf`,
  place: `#/read?print=${which}`,
});

export const reportPages = (place: string, name: string): Pages => ({
  title: 'Save report',
  name,
  place,
});

/** Asks the page once it has laid everything out; it says so on its pages. A fixed text: nothing is put into it. */
export const laidOut = `new Promise((resolve) => {
  const look = () => document.querySelector('[data-pages][data-ready]') ? resolve() : setTimeout(look, 50);
  look();
})`;

/** What is said where printing was given up. */
export const printedTooLate = (withinMs: number): string =>
  `Laying out and printing its pages took longer than ${withinMs / 1_000} seconds.`;

const why = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What is said where a handout was not saved. */
export const handoutFailed = (error: unknown): [title: string, text: string] => [
  'The handout was not saved',
  `${why(error)}\nNothing else was changed.\nTry another folder, or “Pages for paper” in the reading view.`,
];

export const reportFailed = (error: unknown): LecternError =>
  new LecternError({
    code: 'storage',
    what: `The report was not saved: ${why(error)}`,
    safe: 'Nothing else was changed.',
    next: 'Try another folder, or save it as HTML.',
  });
