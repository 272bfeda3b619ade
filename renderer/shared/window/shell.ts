import { createContext, useContext } from 'react';
import type { PrintLayout } from '../../model/address/address.ts';
import type { AddressStore } from '../../model/address/address-store.ts';

export type DialogName =
  'find' | 'jump' | 'settings' | 'help' | 'blocked' | 'classes' | 'room' | 'lectures';

/** What every part of the window may ask of the window. */
export interface Shell {
  /** This window's address; in the presenter's window the lecture's place. */
  addresses: AddressStore;
  open: (dialog: DialogName) => void;
  /** Shows a short sentence until it is dismissed or the next move. */
  tell: (message: string) => void;
  /** Opens the presenter's window, or says why it can't be. */
  present: () => void;
  /** Whether a presenter's window is open, this one or another. */
  presenting: () => boolean;
  /** Lays the lecture out for paper in this window and prints it; the pages lead back here. */
  print: (layout: PrintLayout) => void;
}

const ShellContext = createContext<Shell | null>(null);
export const ShellProvider = ShellContext.Provider;

/** The window's shell. Throws outside it: that is a defect. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('useShell outside the shell');
  return shell;
}
