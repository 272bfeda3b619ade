import { lazy, Suspense, useLayoutEffect, useState, type ReactNode } from 'react';
import type { TermId } from './glossary.ts';
import { useTermScope } from './term-scope.tsx';

interface TermProps {
  id: TermId;
  /** The word as the sentence has it: "99th percentile". */
  children: ReactNode;
}

/** Where the explanations can't be had the word is still there. */
const Plain = ({ children }: TermProps) => <>{children}</>;

/** Fetched when a term is first on screen: no slide waits for the glossary. */
const TermButton = lazy(() =>
  import('./term-button.tsx').then(
    (module) => ({ default: module.TermButton }),
    () => ({ default: Plain }),
  ),
);

/** A word that the glossary explains. The first one in its part or slide can be pressed, all others are plain text. */
export function Term({ id, children }: TermProps) {
  const scope = useTermScope();
  const [first, setFirst] = useState(false);
  const uses = scope?.uses;
  useLayoutEffect(() => uses?.claim(id, setFirst), [uses, id]);
  if (!scope || !first) return <>{children}</>;
  return (
    <Suspense fallback={children}>
      <TermButton id={id}>{children}</TermButton>
    </Suspense>
  );
}
