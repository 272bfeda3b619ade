/** What the menu can save: a page for each slide, or slides with their notes. */
export type Handout = 'slides' | 'notes';

/** The dialog that asks where. */
export const handoutDialog = (which: Handout) => ({ title: 'Save handout', defaultPath: `${which}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }] });

/** The pages to print, as the part of the address from `#` on. */
export const handoutPages = (which: Handout): string => `#/read?print=${which}`;

/** Asks the page once it has laid everything out; it says so on its pages. A fixed text: nothing is put into it. */
export const laidOut = `new Promise((resolve) => {
  const look = () => document.querySelector('[data-pages][data-ready]') ? resolve() : setTimeout(look, 50);
  look();
})`;

/** What is said where it failed. */
export const handoutFailed = (error: unknown): [title: string, text: string] => [
  'The handout was not saved',
  `${error instanceof Error ? error.message : String(error)}\nNothing else was changed.\nTry another folder, or “Pages for paper” in the reading view.`,
];
