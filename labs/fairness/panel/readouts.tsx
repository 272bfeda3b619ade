import type { ReactNode } from 'react';
import { MarkedText } from '../../../renderer/glossary/marked-text.tsx';
import styles from './part.module.css';

export interface ReadoutProps {
  head: ReactNode;
  value: ReactNode;
  foot?: ReactNode;
  /** True where the value is of lines that can't break: it takes the width that it needs, and what is said stands beside or under it. */
  whole?: boolean;
}

/** Text that is only text may hold words that the glossary explains. */
const marked = (node: ReactNode) =>
  typeof node === 'string' ? <MarkedText>{node}</MarkedText> : node;

/** A few numbers under the figure, hairlines between them. */
export function Readouts({
  items,
  said,
}: {
  items: readonly ReadoutProps[];
  said?: string | null;
}) {
  return (
    <div className={styles.readouts} data-whole={items.some(({ whole }) => whole) || undefined}>
      {items.map((item, index) => (
        <div key={index} className={styles.readout} data-whole={item.whole}>
          <p className={styles.head}>{marked(item.head)}</p>
          <div>{item.value}</div>
          {item.foot && <p className={styles.foot}>{marked(item.foot)}</p>}
        </div>
      ))}
      {said && (
        <div className={styles.readout}>
          <p className={styles.head}>You said</p>
          <p className={styles.said}>◇ {said}</p>
        </div>
      )}
    </div>
  );
}
