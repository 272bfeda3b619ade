import { labelWidth } from '../../../../renderer/charts/label-places.ts';
import { stakeholderNames, type StakeholderName } from '../../names.ts';
import { decideAxes, placeOn, stackDots, type DecideAxis } from './decide-axes.ts';
import type { DecideFigureProps } from './decide-figure.tsx';
import { rawText, shortName, spreadWords, stakeholderWords } from './decide-words.ts';
import styles from './decide.module.css';

interface DecideAxesProps extends DecideFigureProps {
  width: number;
  height: number;
}

const edge = 10;
const dotWidth = 11;
const rowHeight = 9;
/** Above an axis line: its head; below: the ends' values. */
const [headHeight, footHeight] = [22, 18];

/** Four axes under one another, the best at the right, a dot for each candidate. */
export function DecideAxes({ width, height, ...props }: DecideAxesProps) {
  const { candidates, ranked, votes, missing } = props;
  const axes = decideAxes(
    ranked,
    votes.map((vote) => vote.ranked),
  );
  const each = Math.max(58, Math.floor(height / 4));
  return (
    <svg
      role="img"
      width={width}
      height={Math.max(height, 4 * each)}
      aria-label={`What ${candidates.length} candidates are to four stakeholders. The exact values are in the table.`}
    >
      {stakeholderNames.map((who, i) => (
        <g key={who} transform={`translate(0 ${i * each})`}>
          <AxisRow {...props} who={who} axis={axes[i] ?? null} width={width} height={each} />
          {axes[i] === null && (
            <text className={styles.none} x={edge} y={each - footHeight - 8}>
              {ranked.length > 0 ? 'not in this run' : missing}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

interface AxisRowProps extends DecideFigureProps {
  who: StakeholderName;
  axis: DecideAxis | null;
  width: number;
  height: number;
}

function AxisRow({
  who,
  axis,
  candidates,
  ranked,
  weights,
  picked,
  votes,
  width,
  height,
}: AxisRowProps) {
  const line = height - footHeight;
  const length = width - 2 * edge;
  const { name, unit } = stakeholderWords[who];
  const heard = weights[who] > 0;
  const at = (raw: number) => edge + length * placeOn(axis!, raw);
  const known = axis
    ? ranked.flatMap((one) => (one.raw[who] === null ? [] : [{ ...one, x: at(one.raw[who]) }]))
    : [];
  const rows = Math.max(1, Math.floor((line - headHeight - 16) / rowHeight) + 1);
  const dots = stackDots(known, dotWidth, rows);
  const nameOf = (id: string) => {
    const one = candidates.find((candidate) => candidate.id === id);
    return one ? shortName(one) : id;
  };
  const first = ranked[0]?.total == null ? null : ranked[0].id;
  // What is chosen is drawn last, over the others.
  const order = [...dots].sort((a, b) => rankOf(a.id) - rankOf(b.id));
  function rankOf(id: string): number {
    if (id === picked) return 2;
    return id === first ? 1 : 0;
  }
  return (
    <g className={heard ? undefined : styles.unheard}>
      <text className={styles.head} x={0} y={13}>
        {name}
        <tspan className={styles.unit} dx={8}>
          {[unit, axis && spreadWords(axis), !heard && 'not heard'].filter(Boolean).join(' · ')}
        </tspan>
      </text>
      <line className={styles.rule} x1={edge} x2={width - edge} y1={line} y2={line} />
      {axis && (
        <>
          <text className={styles.value} x={edge} y={height - 3}>
            {rawText(who, axis.from)}
          </text>
          <text className={styles.value} x={width - edge} y={height - 3} textAnchor="end">
            {rawText(who, axis.to)}
          </text>
        </>
      )}
      {axis &&
        votes.flatMap((vote) =>
          vote.ranked.flatMap(({ id, raw }) =>
            raw[who] === null
              ? []
              : [
                  <line
                    key={`${vote.id} ${id}`}
                    className={styles.tick}
                    style={{ stroke: `var(--s${vote.pin.index})` }}
                    x1={at(raw[who])}
                    x2={at(raw[who])}
                    y1={line - 3}
                    y2={line + 5}
                  />,
                ],
          ),
        )}
      {order.map(({ id, x, row }) => {
        const one = known.find((other) => other.id === id)!;
        const tone = one.pareto ? styles.full : styles.hollow;
        return (
          <circle
            key={id}
            className={id === picked ? styles.chosen : tone}
            cx={x}
            cy={line - 7 - row * rowHeight}
            r={id === picked ? 5.5 : 4}
          >
            <title>{`${nameOf(id)}: ${rawText(who, one.raw[who])}`}</title>
          </circle>
        );
      })}
      {[first, picked].map((id, i) => {
        const dot = dots.find((other) => other.id === id);
        const one = known.find((other) => other.id === id);
        if (!dot || !one || (i === 0 && first === picked)) return null;
        const words = `${nameOf(one.id)} ${rawText(who, one.raw[who])}`;
        const half = labelWidth(words, 12) / 2;
        return (
          <text
            key={i}
            className={i === 0 ? styles.winner : styles.mine}
            x={Math.min(width - half, Math.max(half, dot.x))}
            y={i === 0 ? line - 16 - topRow(dots, dot.x, half) * rowHeight : height - 3}
            textAnchor="middle"
          >
            {words}
          </text>
        );
      })}
    </g>
  );
}

/** The highest row of dots under words that reach `half` to either side. */
const topRow = (dots: readonly { x: number; row: number }[], x: number, half: number) =>
  Math.max(0, ...dots.filter((dot) => Math.abs(dot.x - x) < half + 4).map(({ row }) => row));
