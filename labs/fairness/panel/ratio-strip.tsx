import { besidePoint, labelWidth } from '../../../renderer/charts/label-places.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { ringReach } from './rows/point-labels.ts';
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
  const seen = said !== null && said >= 0 && said <= 1;
  const around = (at: number): [number, number] => [x(at) - ringReach, x(at) + ringReach];
  const rings = [...pinned.map((one) => around(one.value)), ...(was === null ? [] : [around(was)])];
  const edges = { left: x(0), right: width };
  const number =
    value === null
      ? null
      : besidePoint({
          ...edges,
          x: x(value),
          gap: 11,
          width: labelWidth('0.00'),
          taken: [...rings, ...(seen ? [around(said)] : [])],
        });
  const saidAt = besidePoint({
    ...edges,
    x: x(said ?? 0),
    gap: 12,
    width: labelWidth(saidWords),
    taken: [...rings, ...(value === null ? [] : [around(value), stretchOf(number!)])],
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
      {value !== null && number && (
        <text className={styles.ratioValue} x={number.x} y={y + 7} textAnchor={number.anchor}>
          {formatFixed(value, 2)}
        </text>
      )}
      {seen && (
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

/** What a ratio's number covers on its line, px. */
function stretchOf({ x, anchor }: { x: number; anchor: 'start' | 'end' }): [number, number] {
  const width = labelWidth('0.00');
  return anchor === 'start' ? [x, x + width] : [x - width, x];
}
