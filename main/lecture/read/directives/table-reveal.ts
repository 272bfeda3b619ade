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
    const drawn = tableNode(reading, table);
    const body = drawn.children[1];
    const rows = body?.type === 'element' ? body.children : [];
    for (const [index, row] of rows.entries())
      if (row.type === 'element') row.properties.dataLine = index + 1;
    return [makeWidget(reading, { kind: 'table-reveal', first }, [drawn])];
  },
};
