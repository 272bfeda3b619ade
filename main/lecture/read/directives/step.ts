import { makeWidget, refuse } from '../reading.ts';
import type { Directive } from './directives.ts';

/** What appears with the next press. `{n=3}` names the step itself: several blocks may appear together. */
export const step: Directive = {
  attributes: ['n'],
  form: 'container',
  read({ reading, node, attributes, blocks, inside }) {
    const said = attributes['n'];
    if (said !== undefined && !/^(?:[2-9]|[1-4]\d)$/.test(said))
      return refuse(
        reading,
        node,
        'A step is a number from 2 to 49: the slide begins with step 1.',
        'Leave n out, and it is the next step.',
      );
    const n = said === undefined ? reading.steps + 1 : Number(said);
    reading.steps = Math.max(reading.steps, n);
    return [makeWidget(reading, { kind: 'step', n }, inside(blocks))];
  },
};
