import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, type ComponentProps, type ReactNode } from 'react';
import { jsx, jsxs } from 'react/jsx-runtime';
import type { ElementNode, LectureNode } from '../../main/contract/lecture-tree.ts';
import { CodeLine } from './widgets/code-steps.tsx';
import { RevealedRow } from './widgets/table-reveal.tsx';
import { Widget } from './widgets/widget.tsx';

const drawn = new WeakMap<readonly LectureNode[], ReactNode>();

/** A tree of a lecture's folder as React, the same for the same tree. The tree has gone through the contract's schema. */
export function drawTree(nodes: readonly LectureNode[]): ReactNode {
  const before = drawn.get(nodes);
  if (before !== undefined) return before;
  const tree = toJsxRuntime({ type: 'root', children: nodes } as never, {
    Fragment,
    jsx,
    jsxs,
    passNode: true,
    components: {
      a: Link,
      li: Item,
      span: CodeLine,
      tr: RevealedRow,
      'x-widget': Widget,
    } as never,
  });
  drawn.set(nodes, tree);
  return tree;
}

type Drawn<T extends 'a' | 'li'> = ComponentProps<T> & { node?: ElementNode };

/** A place of this app, or a page that opens outside of it. */
function Link({ node: _node, href, children }: Drawn<'a'>) {
  if (href?.startsWith('#/')) return <a href={href}>{children}</a>;
  return (
    <a href={href} target="_blank" rel="noreferrer" title={href}>
      {children}
    </a>
  );
}

/** A thing on a list, with a tick where it is a task. */
function Item({ node, children }: Drawn<'li'>) {
  const done = node?.properties.checked;
  if (done === undefined) return <li>{children}</li>;
  return (
    <li data-task={done ? 'done' : 'open'}>
      <span aria-hidden="true">{done ? '☑ ' : '☐ '}</span>
      <span className="said">{done ? 'Done: ' : 'To do: '}</span>
      {children}
    </li>
  );
}
