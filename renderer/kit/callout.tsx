import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './callout.module.css';

export interface CalloutProps {
  /** 'failed' is announced at once; 'notice' waits its turn. */
  kind: 'failed' | 'notice';
  /** What happened. */
  what: ReactNode;
  /** What is not lost. */
  safe?: ReactNode;
  /** What to do now. */
  next?: ReactNode;
  actions?: ReactNode;
}

/** A failure or a notice in three lines: what happened, what is safe, what to do. */
export function Callout({ kind, what, safe, next, actions }: CalloutProps) {
  return (
    <div className={styles.callout} data-kind={kind} role={kind === 'failed' ? 'alert' : 'status'}>
      <span className={styles.icon}>
        <Icon name={kind === 'failed' ? 'warn' : 'info'} size={18} />
      </span>
      <div className={styles.words}>
        <p className={styles.what}>{what}</p>
        {safe && (
          <p>
            <strong>Safe:</strong> {safe}
          </p>
        )}
        {next && (
          <p>
            <strong>Try:</strong> {next}
          </p>
        )}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
