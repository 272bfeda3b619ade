import { useSize } from '../../../../renderer/charts/use-size.ts';
import styles from './dots.module.css';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';

/** Where the applicants will stand: the axes of both groups, and why they are empty. */
export function NoDots({ words }: { words: string }) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const [left, right] = [92, Math.max(192, width - 16)];
  return (
    <div className={styles.figure} ref={ref}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={words || 'Scores of both groups'}>
          {(
            [
              ['majority', 0.62],
              ['minority', 0.92],
            ] as const
          ).map(([name, part]) => (
            <g key={name} className={styles[name]}>
              <text className={styles.name} x={0} y={height * part - 18}>
                {name}
              </text>
              <line
                className={styles.axis}
                x1={left}
                x2={right}
                y1={height * part}
                y2={height * part}
              />
            </g>
          ))}
          {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
            <text
              key={tick}
              className={styles.tick}
              x={left + tick * (right - left)}
              y={height * 0.92 + 18}
              textAnchor="middle"
            >
              {formatFixed(tick)}
            </text>
          ))}
          <text
            className={styles.words}
            x={(left + right) / 2}
            y={height * 0.34}
            textAnchor="middle"
          >
            {words}
          </text>
        </svg>
      )}
    </div>
  );
}
