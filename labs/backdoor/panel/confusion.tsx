import { names } from '../drawing/identities.ts';
import styles from './accept.module.css';

const cell = 23;
const head = 34;

function cellClass(count: number, right: boolean) {
  if (count === 0) return styles.none;
  return right ? styles.right : styles.wrongCell;
}

/** Who it is, by row, against who the model says it is: what is right stands on the diagonal. */
export function Confusion({ matrix }: { matrix: readonly (readonly number[])[] | null }) {
  const size = head + cell * names.length;
  const most = Math.max(1, ...(matrix ?? []).flat());
  return (
    <figure className={styles.confusion}>
      <figcaption className={styles.small}>Row: who it is. Column: who the model says.</figcaption>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label="Confusion matrix. The numbers are in the table."
      >
        {names.map((name, i) => (
          <g key={name}>
            <text
              className={styles.axis}
              x={head - 5}
              y={head + cell * (i + 0.5) + 4}
              textAnchor="end"
            >
              {name}
            </text>
            <text
              className={styles.axis}
              x={head + cell * (i + 0.5)}
              y={head - 7}
              textAnchor="middle"
            >
              {name}
            </text>
          </g>
        ))}
        {names.map((_, row) =>
          names.map((__, column) => {
            const count = matrix?.[row]?.[column] ?? 0;
            const right = row === column;
            return (
              <g key={`${row}-${column}`}>
                <rect
                  className={cellClass(count, right)}
                  x={head + cell * column + 1}
                  y={head + cell * row + 1}
                  width={cell - 2}
                  height={cell - 2}
                  rx={3}
                  fillOpacity={right && count > 0 ? 0.25 + (0.75 * count) / most : undefined}
                />
                {count > 0 && (
                  <text
                    className={right ? styles.countRight : styles.count}
                    x={head + cell * (column + 0.5)}
                    y={head + cell * (row + 0.5) + 4}
                    textAnchor="middle"
                  >
                    {count}
                  </text>
                )}
              </g>
            );
          }),
        )}
      </svg>
    </figure>
  );
}
