import { tableLab } from '../../../kit/panel/class-table/class-table.ts';

/** A table of decisions in place of the built-in people. */
export const fairnessTable = tableLab('fairness', {
  builtIn: 'people',
  own: 'Your data',
  first: 'audit',
  why: (about) => about[1] ?? 'This part needs the built-in people.',
});
