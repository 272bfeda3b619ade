import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './help.module.css';

/** A small "i" that opens a few words about the thing it stands beside. */
export function Help({ about, children }: { about: string; children: ReactNode }) {
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.trigger} aria-label={`About ${about}`}>
        <Icon name="info" size={14} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} side="top" align="start" className={styles.positioner}>
          <Popover.Popup className={styles.popup} aria-label={about}>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
