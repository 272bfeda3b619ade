import type { ReactNode } from 'react';
import styles from './drawing.module.css';

/** The canvas of a small picture: 300 wide, described in words for whoever does not see it. */
export function Drawing({
  label,
  height = 100,
  children,
}: {
  label: string;
  height?: number;
  children: ReactNode;
}) {
  return (
    <svg className={styles.drawing} viewBox={`0 0 300 ${height}`} role="img" aria-label={label}>
      {children}
    </svg>
  );
}

/** A line from left to right with an arrow's head, such as time. */
export function Axis({ y }: { y: number }) {
  return <path className={styles.axis} d={`M10 ${y}H290m-6 -4l6 4l-6 4`} />;
}

interface WordProps {
  x: number;
  y: number;
  /** The colour of what it names; grey where left out. */
  of?: 'accent' | 'warn' | 'good' | 'ink';
  anchor?: 'start' | 'middle' | 'end';
  children: ReactNode;
}

/** A word in a picture. */
export function Word({ x, y, of, anchor = 'start', children }: WordProps) {
  return (
    <text className={styles.word} data-of={of} x={x} y={y} textAnchor={anchor}>
      {children}
    </text>
  );
}
