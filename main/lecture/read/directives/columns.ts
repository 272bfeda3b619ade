import type { LectureNode } from '../../../contract/lecture-tree.ts';
import { makeWidget, refuse } from '../reading.ts';
import type { Blocks, Directive } from './directives.ts';

/** Two to four columns, parted by `::column`. `{shares="2 1"}` says how wide they are to each other. */
export const columns: Directive = {
  attributes: ['shares'],
  form: 'container',
  read({ reading, node, attributes, blocks, inside }) {
    const groups: (Blocks[number] & object)[][] = [[]];
    for (const block of blocks) {
      if ((block.type as string) === 'leafDirective' && 'name' in block && block.name === 'column')
        groups.push([]);
      else groups.at(-1)!.push(block);
    }
    const filled = groups.filter((group, index) => group.length > 0 || index > 0);
    if (filled.length < 2 || filled.length > 4)
      return refuse(
        reading,
        node,
        filled.length < 2 ? 'Here is only one column.' : 'Here are more than four columns.',
        'Part two to four columns by lines “::column”.',
      );
    const shares = (attributes['shares'] ?? '')
      .split(/[\s,:]+/)
      .filter(Boolean)
      .map(Number);
    const fits =
      shares.length === filled.length && shares.every((share) => share >= 0.1 && share <= 10);
    if (shares.length > 0 && !fits)
      return refuse(
        reading,
        node,
        `The shares ${attributes['shares']} do not fit ${filled.length} columns.`,
        'Write one number for each column: shares="2 1".',
      );
    const children = filled.map((group): LectureNode =>
      makeWidget(reading, { kind: 'column' }, inside(group)),
    );
    return [
      makeWidget(
        reading,
        { kind: 'columns', shares: fits ? shares : filled.map(() => 1) },
        children,
      ),
    ];
  },
};
