import { useId, type ReactNode } from 'react';
import styles from './settings.module.css';

/** Settings that belong together, under a heading. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 className={styles.title} id={id}>
        {title}
      </h3>
      {children}
    </section>
  );
}

/** One setting: its name, its control, and a line about it. `below` stands under all of it. */
export function Row({
  name,
  about,
  children,
  below,
}: {
  name: string;
  about?: ReactNode;
  children?: ReactNode;
  below?: ReactNode;
}) {
  return (
    <div className={styles.row}>
      <span className={styles.name}>{name}</span>
      <div className={styles.own}>
        {children && <div className={styles.controls}>{children}</div>}
        {about && <p className={styles.about}>{about}</p>}
        {below}
      </div>
    </div>
  );
}
