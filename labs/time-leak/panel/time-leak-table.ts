import { tableLab } from '../../kit/panel/class-table/class-table.ts';

/** A table of events in place of the built-in ones. */
export const timeLeakTable = tableLab('time-leak', {
  builtIn: 'events',
  own: 'Your table',
  first: 'split',
  why: () =>
    'A table can’t show this part. It trains again on worlds with the drift and without it, and only made-up events have both.',
});
