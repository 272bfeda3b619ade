import { isValidElement, type ReactNode } from 'react';
import type { TermId } from './glossary.ts';
import { Term } from './term.tsx';

/** The terms that are marked up in what a story says, in their order, each once. */
export function termsIn(node: ReactNode): Set<TermId> {
  const found = new Set<TermId>();
  collect(node, found);
  return found;
}

function collect(node: ReactNode, found: Set<TermId>): void {
  if (Array.isArray(node)) {
    for (const one of node as ReactNode[]) collect(one, found);
    return;
  }
  if (!isValidElement<{ id?: TermId; children?: ReactNode }>(node)) return;
  if (node.type === Term && node.props.id) found.add(node.props.id);
  collect(node.props.children, found);
}
