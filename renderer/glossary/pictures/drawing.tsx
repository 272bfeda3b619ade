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

interface BoxProps {
  x: number;
  y: number;
  width: number;
  height?: number;
  /** What it is filled with: 'hollow' where it is only drawn. */
  look?: 'hollow' | 'fill' | 'soft' | 'fillAccent';
  /** The colour of its name where it is not the box's usual one. */
  of?: WordProps['of'];
  children?: ReactNode;
}

/** A box with its name in the middle. */
export function Box({ x, y, width, height = 28, look = 'hollow', of, children }: BoxProps) {
  const middle = { x: x + width / 2, y: y + height / 2 + 4.5 };
  const usual = look === 'hollow' ? undefined : 'ink';
  return (
    <g>
      <rect className={styles[look]} x={x} y={y} width={width} height={height} rx={4} />
      {look === 'fillAccent' ? (
        <text className={styles.onAccent} {...middle} textAnchor="middle">
          {children}
        </text>
      ) : (
        <Word {...middle} anchor="middle" of={of ?? usual}>
          {children}
        </Word>
      )}
    </g>
  );
}

/** An arrow to the right; to the left where it ends before it begins. */
export function Arrow({
  x,
  y,
  to,
  warn = false,
}: {
  x: number;
  y: number;
  to: number;
  warn?: boolean;
}) {
  const back = to < x ? 6 : -6;
  return (
    <path
      className={warn ? styles.lineWarn : styles.line}
      d={`M${x} ${y}H${to}m${back} -4l${-back} 4l${back} 4`}
    />
  );
}
