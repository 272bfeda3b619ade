import { lazy, Suspense } from 'react';
import { ClassesDialog } from '../features/classes/classes-dialog.tsx';
import { LecturesDialog } from '../features/lectures/lectures-dialog.tsx';
import { BlockedDialog } from '../features/present/blocked-dialog.tsx';
import { SettingsDialog } from '../features/settings/settings-dialog.tsx';
import type { DialogName } from '../shared/window/shell.ts';
import { HelpDialog } from './help/help-dialog.tsx';
import type { Typed } from './palette/early-keys.tsx';
import { Palette } from './palette/palette.tsx';

const RoomDialog = lazy(() =>
  import('../features/room/room-dialog.tsx').then((module) => ({ default: module.RoomDialog })),
);

export interface DialogsProps {
  /** The one that is open. */
  dialog: DialogName | null;
  /** What is typed for the palette: before it is there, too. */
  typed: Typed;
  onTyped: (typed: Typed) => void;
  onClose: () => void;
  /** Asks the browser for the presenter's window once more. */
  onPresent: () => void;
  /** Shows the notes beside the slide. */
  onPanel: () => void;
}

/** The dialogs that belong to no room. */
export function Dialogs({ dialog, typed, onTyped, onClose, onPresent, onPanel }: DialogsProps) {
  return (
    <>
      <Palette
        mode={dialog === 'find' || dialog === 'jump' ? dialog : null}
        typed={typed}
        onTyped={onTyped}
        onClose={onClose}
      />
      <SettingsDialog open={dialog === 'settings'} onClose={onClose} />
      <ClassesDialog open={dialog === 'classes'} onClose={onClose} />
      <LecturesDialog open={dialog === 'lectures'} onClose={onClose} />
      {dialog === 'room' && (
        <Suspense fallback={null}>
          <RoomDialog open onClose={onClose} />
        </Suspense>
      )}
      <BlockedDialog
        open={dialog === 'blocked'}
        onClose={onClose}
        onAgain={onPresent}
        onPanel={onPanel}
      />
      <HelpDialog open={dialog === 'help'} onClose={onClose} />
    </>
  );
}
