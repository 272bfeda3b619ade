import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { createFirstUses, type FirstUses } from './first-uses.ts';
import type { TermId } from './glossary.ts';

interface Scope {
  uses: FirstUses;
  /** On a slide the popover is larger, and the keys stay with the deck. */
  place: 'lab' | 'slide';
  /** False once the slide has been left: its popover closes. */
  onScreen: boolean;
}

const ScopeContext = createContext<Scope | null>(null);

/** The part or slide around a term; null where terms are plain text: paper, reports, pictures, notes. */
export const useTermScope = (): Scope | null => useContext(ScopeContext);

const none: ReadonlySet<TermId> = new Set();

interface TermScopeProps {
  place: Scope['place'];
  /** Terms that earlier steps of the part have used. Keep the set the same while they are the same. */
  before?: ReadonlySet<TermId>;
  onScreen?: boolean;
  children: ReactNode;
}

/** One part of a lab, or one slide. Within it the first use of each term can be pressed. */
export function TermScope({ place, before = none, onScreen = true, children }: TermScopeProps) {
  const uses = useMemo(() => createFirstUses(before), [before]);
  const scope = useMemo(() => ({ uses, place, onScreen }), [uses, place, onScreen]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

const OpenContext = createContext<((id: TermId) => void) | null>(null);

/** How this window goes to the glossary; the app says it. Without it the link is an ordinary one. */
export const GlossaryLinks = OpenContext.Provider;
export const useOpenGlossary = (): ((id: TermId) => void) | null => useContext(OpenContext);
