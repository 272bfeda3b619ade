import { makeWidget, refuse } from '../reading.ts';
import type { Directive } from './directives.ts';

/** A clock that runs backwards, the same in every window. */
export const countdown: Directive = {
  attributes: ['minutes'],
  form: 'leaf',
  read({ reading, node, attributes }) {
    const minutes = Number(attributes['minutes'] ?? '5');
    if (!(minutes >= 1 && minutes <= 120))
      return refuse(
        reading,
        node,
        'A countdown runs from 1 to 120 minutes.',
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
