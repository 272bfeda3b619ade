import styles from './pair-line.module.css';

const edge = 7;

/** Said and was on one line: a diamond and a dot. The words beside it say the same, so it is hidden from screen readers. */
export function PairLine({
  said,
  was,
  width = 104,
}: {
  said: number | null;
  was: number | null;
  width?: number;
}) {
  const x = (part: number) => edge + part * (width - 2 * edge);
  const [a, b] = [said === null ? null : x(said), was === null ? null : x(was)];
  return (
    <svg
      className={styles.line}
      width={width}
      height={20}
      viewBox={`0 0 ${width} 20`}
      aria-hidden="true"
    >
      <line className={styles.track} x1={0} x2={width} y1={10} y2={10} />
      {a !== null && b !== null && (
        <line className={styles.between} x1={a} x2={b} y1={10} y2={10} />
      )}
      {a !== null && (
        <path className={styles.said} d={`M${a} 4.2 ${a + 5.8} 10 ${a} 15.8 ${a - 5.8} 10z`} />
      )}
      {b !== null && <circle className={styles.was} cx={b} cy={10} r={5} />}
    </svg>
  );
}
