import type { CodeFigure } from '../../../../../main/contract/code.ts';
import { linearAxis } from '../../../../charts/axis.ts';
import { useSize } from '../../../../charts/use-size.ts';
import { formatFixed } from '../../../../kit/number/format.ts';
import styles from './own.module.css';

type Lanes = Extract<CodeFigure, { kind: 'lanes' }>;

const left = 92;
const right = 14;
const top = 18;
const bottom = 30;
const radius = 4;
/** How far the two dots of a row lie over and under their lane. */
const apart = 5.5;

/** Rows in time, a lane for each user: the upper dot is the learner's, the lower one the lab's own; where they differ both are boxed. */
export function OwnLanes({ figure }: { figure: Lanes }) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const { lanes, marks, from, to, lines } = figure;
  const ticks = linearAxis(figure.x, to, from).ticks.filter((tick) => tick <= to);
  const atX = (x: number) => left + ((x - from) / (to - from)) * (width - left - right);
  const atY = (lane: number) => top + ((lane + 0.5) * (height - top - bottom)) / lanes.length;
  const differing = lanes.flatMap(({ dots }) => dots.filter((dot) => dot.yours !== dot.reference));
  return (
    <div className={styles.lanes}>
      <p className={styles.legend}>
        {marks.map((mark, i) => (
          <span key={mark}>
            <svg width="12" height="12" aria-hidden="true">
              <Mark mark={i} x={6} y={6} />
            </svg>
            {mark}
          </span>
        ))}
        {differing.length > 0 && (
          <span>
            <svg width="12" height="12" aria-hidden="true">
              <rect className={styles.differs} x="1" y="1" width="10" height="10" />
            </svg>
            not the same
          </span>
        )}
      </p>
      <div ref={ref} className={styles.plot}>
        {width > 40 && height > 40 && (
          <svg
            role="img"
            aria-label={`${figure.title}: ${figure.subtitle}. The table has each row.`}
            width={width}
            height={height}
          >
            {ticks.map((tick) => (
              <g key={tick}>
                <line
                  className={styles.grid}
                  x1={atX(tick)}
                  x2={atX(tick)}
                  y1={top}
                  y2={height - bottom}
                />
                <text x={atX(tick)} y={height - bottom + 14} textAnchor="middle">
                  {formatFixed(tick)}
                </text>
              </g>
            ))}
            <text x={(left + width - right) / 2} y={height - 3} textAnchor="middle">
              {figure.x}
            </text>
            {lines.map(({ x, name }) => (
              <g key={name}>
                <line
                  className={styles.rule}
                  x1={atX(x)}
                  x2={atX(x)}
                  y1={top - 4}
                  y2={height - bottom}
                />
                <text x={atX(x)} y={top - 7} textAnchor="middle">
                  {name}
                </text>
              </g>
            ))}
            {lanes.map(({ name, dots }, lane) => (
              <g key={name}>
                <text x={left - 12} y={atY(lane) + 4} textAnchor="end">
                  {name}
                </text>
                <line
                  className={styles.grid}
                  x1={left}
                  x2={width - right}
                  y1={atY(lane)}
                  y2={atY(lane)}
                />
                {dots.map((dot, i) => (
                  <g key={i}>
                    {dot.yours !== dot.reference && (
                      <rect
                        className={styles.differs}
                        x={atX(dot.x) - radius - 3}
                        y={atY(lane) - apart - radius - 3}
                        width={2 * (radius + 3)}
                        height={2 * (apart + radius + 3)}
                      />
                    )}
                    <Mark mark={dot.yours} x={atX(dot.x)} y={atY(lane) - apart} />
                    <Mark mark={dot.reference} x={atX(dot.x)} y={atY(lane) + apart} />
                  </g>
                ))}
              </g>
            ))}
          </svg>
        )}
      </div>
    </div>
  );
}

/** Told apart by shape: filled, hollow, a cross; a question mark where the code said nothing that fits. */
function Mark({ mark, x, y }: { mark: number | null; x: number; y: number }) {
  if (mark === null)
    return (
      <text className={styles.unknown} x={x} y={y + 4} textAnchor="middle">
        ?
      </text>
    );
  if (mark === 2) {
    const r = radius - 1;
    return (
      <path
        className={styles.cross}
        d={`M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`}
      />
    );
  }
  return <circle className={mark === 0 ? styles.filled : styles.hollow} cx={x} cy={y} r={radius} />;
}
