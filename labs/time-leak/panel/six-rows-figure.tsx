import { useSize } from '../../../renderer/charts/use-size.ts';
import { askedRow, clock, sixRows, type RowVerdict } from '../six-rows/six-rows.ts';
import styles from './six-rows.module.css';

interface SixRowsFigureProps {
  picked: readonly number[];
  locked: boolean;
  verdicts: readonly RowVerdict[];
  /** Null once the answer is locked. */
  onToggle: ((row: number) => void) | null;
}

const from = 1.5;
const to = 8;

const markClass = (picked: boolean) => (picked ? styles.markPicked : styles.mark);

const saidArrow = { line: styles.arrowSaid, tip: styles.tipSaid };
const goodArrow = { line: styles.arrowGood, tip: styles.tipGood };
const wrongArrow = { line: styles.arrowWrong, tip: styles.tipWrong };

/** The six rows on one line of time, with the moment of the prediction. What was picked sends an arrow there. */
export function SixRowsFigure({ picked, locked, verdicts, onToggle }: SixRowsFigureProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const x = (hours: number) => 16 + ((hours - from) / (to - from)) * (width - 32);
  const y = height - 44;
  const now = x(sixRows[askedRow]!.time);
  return (
    <div ref={ref} className={styles.figure}>
      {width > 100 && height > 60 && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label="The six rows on a line of time. The table below says the same."
        >
          <rect
            className={styles.future}
            x={now}
            y={18}
            width={Math.max(0, width - now)}
            height={Math.max(0, y - 18)}
          />
          <text className={styles.quiet} x={now - 10} y={14} textAnchor="end">
            before
          </text>
          <text className={styles.quiet} x={now + 10} y={14}>
            not yet
          </text>
          <line className={styles.nowLine} x1={now} x2={now} y1={2} y2={y + 4} />
          <line className={styles.axis} x1={0} x2={width} y1={y} y2={y} />
          {picked.map((row) => {
            const start = x(sixRows[row]!.time);
            const way = start <= now ? 1 : -1;
            const far = Math.abs(now - start);
            if (row === askedRow)
              return (
                <path
                  key={row}
                  className={locked ? styles.arrowWrong : styles.arrowSaid}
                  d={`M${now + 7} ${y - 12}c26 -34 -36 -34 -13 -5m-5 -5l5 6l6 -5`}
                />
              );
            const rise = Math.min(y - 26, 18 + far * 0.16);
            const judged = verdicts[row]!.usable ? goodArrow : wrongArrow;
            const look = locked ? judged : saidArrow;
            return (
              <g key={row}>
                <path
                  className={look.line}
                  d={
                    `M${start} ${y - 14}C${start + way * far * 0.3} ${y - 14 - rise} ` +
                    `${now - way * far * 0.3} ${y - 14 - rise} ${now - way * 9} ${y - 17}`
                  }
                />
                <path
                  className={look.tip}
                  d={`M${now - way * 5} ${y - 13}L${now - way * 15} ${y - 17}L${now - way * 9} ${y - 24}Z`}
                />
              </g>
            );
          })}
          {sixRows.map((row, i) => (
            <g
              key={i}
              className={onToggle ? styles.clickable : undefined}
              onClick={onToggle ? () => onToggle(i) : undefined}
            >
              <circle className={styles.target} cx={x(row.time)} cy={y} r={16} />
              <circle
                className={i === askedRow ? styles.asked : markClass(picked.includes(i))}
                cx={x(row.time)}
                cy={y}
                r={12}
              />
              <text
                className={i === askedRow ? styles.askedValue : styles.markValue}
                x={x(row.time)}
                y={y + 4}
                textAnchor="middle"
              >
                {row.value}
              </text>
              <text className={styles.clock} x={x(row.time)} y={y + 32} textAnchor="middle">
                {clock(row.time)}
              </text>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
