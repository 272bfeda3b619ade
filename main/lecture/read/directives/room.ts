import { makeWidget, refuse } from '../reading.ts';
import type { Directive } from './directives.ts';

/** The room's clock has two places for minutes: see `longestMs` in `countdown.ts` of lecture 1. */
const mostMinutes = 99;

/** A clock that runs backwards, the same in every window. */
export const countdown: Directive = {
  attributes: ['minutes'],
  form: 'leaf',
  read({ reading, node, attributes }) {
    const minutes = Number(attributes['minutes'] ?? '5');
    if (!(minutes >= 1 && minutes <= mostMinutes))
      return refuse(
        reading,
        node,
        `A countdown runs from 1 to ${mostMinutes} minutes.`,
        'Write ::countdown{minutes=8}.',
      );
    return [makeWidget(reading, { kind: 'countdown', minutes })];
  },
};

/** Groups by chance, from the class list. */
export const groups: Directive = {
  attributes: [],
  form: 'leaf',
  read: ({ reading }) => [makeWidget(reading, { kind: 'groups' })],
};
