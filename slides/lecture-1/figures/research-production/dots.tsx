import styles from './dots.module.css';

const perRow = 20;
const pitch = 17.2;
const radius = 6.3;

/** A hundred people as dots; the last `lost` of them are hollow. Half a person is half a ring. */
export function Dots({ lost }: { lost: number }) {
  const whole = Math.floor(lost);
  const part = lost - whole;
  const label = `${lost} of 100 dots are hollow.`;
  return (
    <svg
      className={styles.dots}
      viewBox={`0 0 ${perRow * pitch} ${5 * pitch}`}
      width={perRow * pitch}
      height={5 * pitch}
      role="img"
      aria-label={label}
    >
      {Array.from({ length: 100 }, (_, index) => {
        const cx = (index % perRow) * pitch + radius + 0.7;
        const cy = Math.floor(index / perRow) * pitch + radius + 0.7;
        if (index >= 100 - whole)
          return <circle key={index} cx={cx} cy={cy} r={radius - 0.9} className={styles.lost} />;
        if (part > 0 && index === 99 - whole)
          return <Split key={index} cx={cx} cy={cy} part={part} />;
        return <circle key={index} cx={cx} cy={cy} r={radius} className={styles.kept} />;
      })}
    </svg>
  );
}

/** The right `part` of the dot is lost: drawn as a closed half ring beside the full half. */
function Split({ cx, cy, part }: { cx: number; cy: number; part: number }) {
  const x = cx + radius * (1 - 2 * part);
  const half = (r: number, sweep: 0 | 1) =>
    `M${x} ${cy - r}A${r} ${r} 0 0 ${sweep} ${x} ${cy + r}Z`;
  return (
    <>
      <path d={half(radius, 0)} className={styles.kept} />
      <path d={half(radius - 0.9, 1)} className={styles.lost} />
    </>
  );
}
