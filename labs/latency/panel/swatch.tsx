import styles from './panel.module.css';

/** A short piece of a series' line: its hue and its dash. */
export function Swatch({ index }: { index: number }) {
  return (
    <svg className={styles.swatch} width="24" height="8" aria-hidden="true">
      <line
        x1="1"
        x2="23"
        y1="4"
        y2="4"
        style={{ stroke: `var(--s${index})`, strokeDasharray: `var(--dash-${index})` }}
      />
    </svg>
  );
}
