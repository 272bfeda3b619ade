import type { ReactNode } from 'react';
import styles from './kbd.module.css';

/** Whether a key's name is that of a single letter or sign, which can be switched off. */
export const isLetterKey = (name: string): boolean => /^[A-Z.?]$/.test(name);

/** A key of the keyboard: "Ctrl K". A single letter is marked: a button does not name it where these are switched off. */
export function Kbd({ children }: { children: ReactNode }) {
  const letter = typeof children === 'string' && isLetterKey(children);
  return (
    <kbd className={styles.kbd} data-letter={letter || undefined}>
      {children}
    </kbd>
  );
}
