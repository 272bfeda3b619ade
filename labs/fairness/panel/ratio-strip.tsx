import { besidePoint, labelWidth } from '../../../renderer/charts/label-places.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import styles from './rates.module.css';

/** A ratio from 0 to 1 with what it is compared with: before, pinned runs, and what the learner said. */
export interface Ratio {
  value: number | null;
  ci95: readonly [number, number] | null;
  was: number | null;
  pinned: readonly { id: string; value: number }[];
  said: number | null;
}

/** The smaller selection rate over the larger one: 1 is equal. The learner's own number stands there as a diamond. */
export function RatioStrip({
  ratio,
  x,
  y,
  width,
  half,
}: {
  ratio: Ratio;
  x: (value: number) => number;
  y: number;
  width: number;
  half: number;
}) {
  const { value, ci95, was, pinned, said } = ratio;
  const saidWords = said === null ? '' : `you said ${formatFixed(said, 2)}`;
  // The number makes room for the edge, and for what was said where that stands right of the truth.
  const near = value !== null && said !== null && said > value && x(said) - x(value) < 56;
  const valueLeft = value !== null && (value > 0.9 || near);
  /** The true ratio and its number. */
  const truth: [number, number][] =
    value === null ? [] : [[x(value) - (valueLeft ? 46 : 9), x(value) + (valueLeft ? 9 : 46)]];
  const saidAt = besidePoint({
    x: x(said ?? 0),
    gap: 12,
    width: labelWidth(saidWords),
    taken: truth,
    left: x(0),
    right: width,
  });
  return (
    <g>
      <line className={styles.rule} x1={0} x2={width} y1={y - half} y2={y - half} />
      <text className={styles.name} x={0} y={y - 2}>
        Parity ratio
      </text>
      <text className={styles.about} x={0} y={y + 13}>
        selection, smaller / larger
      </text>
      {pinned.map((one) => (
        <circle key={one.id} className={styles.ghost} cx={x(one.value)} cy={y + 2} r={5} />
      ))}
      {was !== null && <circle className={styles.ghost} cx={x(was)} cy={y + 2} r={6} />}
      {ci95 && (
        <line
          className={styles.ratioWhisker}
          x1={x(ci95[0])}
          x2={x(Math.min(1, ci95[1]))}
          y1={y + 2}
          y2={y + 2}
        />
      )}
      {value !== null && <circle className={styles.ratioMark} cx={x(value)} cy={y + 2} r={6} />}
      {value !== null && (
        <text
          className={styles.ratioValue}
          x={x(value) + (valueLeft ? -11 : 11)}
          y={y + 7}
          textAnchor={valueLeft ? 'end' : 'start'}
        >
          {formatFixed(value, 2)}
        </text>
      )}
      {said !== null && said >= 0 && said <= 1 && (
        <g>
          <path
            className={styles.saidMark}
            d={`M${x(said)} ${y - 5} ${x(said) + 7} ${y + 2} ${x(said)} ${y + 9} ${x(said) - 7} ${y + 2}Z`}
          />
          <text className={styles.saidWords} x={saidAt.x} y={y + 7} textAnchor={saidAt.anchor}>
            {saidWords}
          </text>
        </g>
      )}
    </g>
  );
}
