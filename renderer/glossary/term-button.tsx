import { Popover } from '@base-ui/react/popover';
import { useState, type ReactNode } from 'react';
import { findTerm, type TermId } from './glossary.ts';
import { TermBody } from './term-body.tsx';
import { useOpenGlossary, useTermScope } from './term-scope.tsx';
import styles from './term-button.module.css';

/** A term that opens its explanation. Escape closes it, and the focus is back on the word. */
export function TermButton({ id, children }: { id: TermId; children: ReactNode }) {
  const scope = useTermScope();
  const openGlossary = useOpenGlossary();
  const [open, setOpen] = useState(false);
  const term = findTerm(id);
  const onSlide = scope?.place === 'slide';
  return (
    <Popover.Root open={open && scope?.onScreen !== false} onOpenChange={setOpen}>
      {/* A span breaks across lines as words do; a button is a box, and a bracket after it goes to the next line alone. */}
      <Popover.Trigger className={styles.term} nativeButton={false} render={<span />}>
        {children}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} collisionPadding={12} className={styles.positioner}>
          {/* On a slide the focus stays on the word: arrows and clicker go on turning slides. */}
          <Popover.Popup
            className={styles.popup}
            data-place={scope?.place}
            initialFocus={onSlide ? false : undefined}
          >
            <Popover.Title className={styles.title}>{term.name}</Popover.Title>
            <TermBody term={term} />
            <a
              className={styles.link}
              href={`#/glossary/${id}`}
              onClick={(event) => {
                const plainClick = !event.ctrlKey && !event.metaKey && !event.shiftKey;
                if (!openGlossary || !plainClick) return;
                event.preventDefault();
                setOpen(false);
                openGlossary(id);
              }}
            >
              Also in the glossary
            </a>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
