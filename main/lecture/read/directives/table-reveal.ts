import { tableNode } from '../blocks.ts';
import { makeWidget, refuse } from '../reading.ts';
import type { Directive } from './directives.ts';

/** A table whose rows come one after the other: the first with the slide, each other one with a press. */
export const tableReveal: Directive = {
  attributes: [],
  form: 'container',
  read({ reading, node, blocks }) {
    const [table, ...rest] = blocks;
    if (table?.type !== 'table' || rest.length > 0)
      return refuse(
        reading,
        node,
        'A table-reveal holds one table and nothing else.',
        'Put the table between :::table-reveal and :::.',
      );
    const first = reading.steps;
    reading.steps += Math.max(0, table.children.length - 2);
    return [makeWidget(reading, { kind: 'table-reveal', first }, [tableNode(reading, table)])];
  },
};
