import type { CodeFigure } from '../../../../../main/contract/code.ts';
import { useSize } from '../../../../charts/use-size.ts';
import { formatFixed } from '../../../../kit/number/format.ts';
import styles from './own.module.css';

type Pairs = Extract<CodeFigure, { kind: 'pairs' }>;

const left = 128;
const right = 118;
const bar = 11;

/** Two bars for each number, from zero: the learner's over the lab's own. */
export function OwnPairs({ figure }: { figure: Pairs }) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const { rows } = figure;
  const all = rows.flatMap(({ yours, reference }) => [yours ?? 0, reference ?? 0]);
  // A learner's number may be anything: what is no share ends at the edge.
  const low = Math.max(-1, Math.min(0, ...all));
  const high = Math.min(1, Math.max(low === 0 ? 0.1 : 0, ...all));
  const atX = (value: number) =>
    left + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (width - left - right);
  const each = height / rows.length;
  return (
    <div ref={ref} className={styles.plot}>
      {width > 40 && height > 40 && (
        <svg
          role="img"
          aria-label={`${figure.title}: ${figure.subtitle}. The table has the numbers.`}
          width={width}
          height={height}
        >
          <line className={styles.rule} x1={atX(0)} x2={atX(0)} y1={0} y2={height} />
          {rows.map(({ name, yours, reference }, i) => {
            const y = (i + 0.5) * each;
            return (
              <g key={name}>
                <text x={left - 12} y={y + 4} textAnchor="end">
                  {name}
                </text>
                <Bar value={yours} atX={atX} y={y - bar - 1} look={styles.mine} whose="yours" />
                <Bar value={reference} atX={atX} y={y + 1} look={styles.theirs} whose="Lectern’s" />
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

function Bar({
  value,
  atX,
  y,
  look,
  whose,
}: {
  value: number | null;
  atX: (value: number) => number;
  y: number;
  look: string | undefined;
  whose: string;
}) {
  const [a, b] = [atX(0), atX(value ?? 0)];
  return (
    <>
      <rect className={look} x={Math.min(a, b)} y={y} width={Math.abs(b - a)} height={bar} />
      <text x={Math.max(a, b) + 6} y={y + bar - 1}>
        {value === null ? 'no number' : formatFixed(value, 3)} {whose}
      </text>
    </>
  );
}
