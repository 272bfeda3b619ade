import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { useKeepEscape } from './use-keep-escape.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** One sentence under the title. */
  about?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end, the main one last. */
  actions?: ReactNode;
  width?: 'narrow' | 'middle' | 'wide';
}

/** Who had the focus when the last dialog opened. One that opens out of another goes back to where that came from. */
let lastOpener: Element | null = null;
const whoAsks = () =>
  document.activeElement?.closest('[role=dialog]') ? lastOpener : document.activeElement;

/** A window over the page. Escape, the backdrop and the cross close it; the focus returns to where it was. */
export function Dialog({
  open,
  onClose,
  title,
  about,
  children,
  actions,
  width = 'narrow',
}: DialogProps) {
  // Asked while drawing: a field in the dialog that takes the focus at once would else be taken for the one to go back to.
  const [asked, setAsked] = useState<{ open: boolean; by: Element | null }>({
    open: false,
    by: null,
  });
  useKeepEscape(open);
  if (asked.open !== open) setAsked({ open, by: open ? whoAsks() : asked.by });
  useEffect(() => {
    if (asked.open) lastOpener = asked.by;
  }, [asked]);
  const back = () =>
    asked.by instanceof HTMLElement && asked.by.isConnected && asked.by !== document.body
      ? asked.by
      : true;

  return (
    <BaseDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup
          data-modal=""
          className={`${styles.popup} ${styles[width]}`}
          finalFocus={back}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') event.stopPropagation();
          }}
        >
          <div className={styles.head}>
            <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
            <BaseDialog.Close render={<Button variant="quiet" icon="close" aria-label="Close" />} />
          </div>
          {about && (
            <BaseDialog.Description className={styles.about}>{about}</BaseDialog.Description>
          )}
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
