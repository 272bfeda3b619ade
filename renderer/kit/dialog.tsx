import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
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

/** A window over the page. Escape, the backdrop and the cross close it; the focus returns to where it was. */
export function Dialog({ open, onClose, title, about, children, actions, width = 'narrow' }: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => { if (!next) onClose(); }}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup className={`${styles.popup} ${styles[width]}`} onKeyDown={(event) => { if (event.key !== 'Escape') event.stopPropagation(); }}>
          <div className={styles.head}>
            <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
            <BaseDialog.Close render={<Button variant="quiet" icon="close" aria-label="Close" />} />
          </div>
          {about && <BaseDialog.Description className={styles.about}>{about}</BaseDialog.Description>}
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
