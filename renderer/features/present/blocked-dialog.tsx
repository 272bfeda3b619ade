import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import styles from './blocked-dialog.module.css';

interface BlockedDialogProps {
  open: boolean;
  onClose: () => void;
  onAgain: () => void;
  onPanel: () => void;
}

/** The browser opened no second window: what is safe, and two ways on. */
export function BlockedDialog({ open, onClose, onAgain, onPanel }: BlockedDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="The presenter window was blocked"
      about="The browser does not let this page open a second window. Nothing is lost: the slides, the ink and the time are as they were."
      actions={
        <>
          <Button onClick={onAgain}>Try again</Button>
          <Button variant="primary" icon="notes" onClick={onPanel}>
            Notes beside the slide
          </Button>
        </>
      }
    >
      <div className={styles.words}>
        <p>
          Allow pop-ups for this address: most browsers show a small sign for it at the end of the
          address bar. Then try again.
        </p>
        <p>
          With one screen you need no second window. Time, notes and the next slide can stand beside
          the slide (key N).
        </p>
      </div>
    </Dialog>
  );
}
