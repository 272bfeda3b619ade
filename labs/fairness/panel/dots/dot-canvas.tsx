import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useSize } from '../../../../renderer/charts/use-size.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import type { People } from '../../data.ts';
import { columnCount, peopleADot, type Dot } from '../../dot-places.ts';
import { useDotPainting } from './use-dot-painting.ts';
import styles from './dots.module.css';

interface DotCanvasProps {
  dots: readonly Dot[];
  people: People;
  scores: ArrayLike<number>;
  thresholds: readonly [majority: number, minority: number];
  /** The thresholds that decisions are compared with: whoever flips lights up. */
  before: readonly [majority: number, minority: number];
  onThreshold: (group: 0 | 1, threshold: number) => void;
}

const names = ['majority', 'minority'] as const;
const pad = { left: 92, right: 16, top: 22, between: 34, bottom: 24 };

/** Two histograms of dots on a canvas, each with a threshold that can be dragged or moved by keys. */
export function DotCanvas({
  dots,
  people,
  scores,
  thresholds,
  before,
  onThreshold,
}: DotCanvasProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [looked, setLooked] = useState<Dot | null>(null);
  const plot = Math.max(100, width - pad.left - pad.right);
  const most = [0, 1].map(
    (group) =>
      1 + dots.reduce((high, dot) => (dot.group === group ? Math.max(high, dot.level) : high), 0),
  ) as [number, number];
  const room = Math.max(80, height - pad.top - pad.between - pad.bottom);
  // Heights in proportion to what has to fit, so that a dot is as large in both.
  const dot = Math.max(1.5, Math.min(plot / columnCount, room / (most[0] + most[1] + 1)));
  const base = [pad.top + dot * (most[0] + 0.5), 0] as [number, number];
  base[1] = Math.min(height - pad.bottom, base[0] + pad.between + dot * (most[1] + 0.5));
  const x = (score: number) => pad.left + score * plot;

  useDotPainting(canvas, { dots, x, base, dot, thresholds, before }, width, height);

  const find = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [px, py] = [
      ((event.clientX - box.left) / box.width) * width,
      ((event.clientY - box.top) / box.height) * height,
    ];
    setLooked(
      dots.find(
        (one) =>
          Math.abs(x(one.score) - px) <= dot / 2 + 0.5 &&
          Math.abs(base[one.group] - dot * (one.level + 0.5) - py) <= dot / 2 + 0.5,
      ) ?? null,
    );
  };
  return (
    <div
      className={styles.figure}
      ref={ref}
      onPointerMove={find}
      onPointerLeave={() => setLooked(null)}
    >
      <canvas
        ref={canvas}
        className={styles.canvas}
        role="img"
        aria-label={`Scores of both groups, one dot for ${peopleADot} people. Filled: would repay. The thresholds are sliders beside this.`}
      />
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          {names.map((name, group) => (
            <g key={name} className={styles[name]}>
              <text className={styles.name} x={0} y={base[group]! - 18}>
                {name}
              </text>
              <line
                className={styles.axis}
                x1={pad.left}
                x2={pad.left + plot}
                y1={base[group]! + 1}
                y2={base[group]! + 1}
              />
              {before[group] !== thresholds[group] && (
                <line
                  className={styles.was}
                  x1={x(before[group]!)}
                  x2={x(before[group]!)}
                  y1={base[group]! - dot * most[group]! - 6}
                  y2={base[group]! + 6}
                />
              )}
            </g>
          ))}
          {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
            <text
              key={tick}
              className={styles.tick}
              x={x(tick)}
              y={base[1] + 18}
              textAnchor="middle"
            >
              {formatFixed(tick)}
            </text>
          ))}
        </svg>
      )}
      {width > 0 &&
        names.map((name, group) => (
          <Threshold
            key={name}
            name={name}
            value={thresholds[group]!}
            left={x(thresholds[group]!)}
            top={base[group]! - dot * most[group]! - 14}
            height={dot * most[group]! + 20}
            toValue={(clientX) => {
              const box = ref.current!.getBoundingClientRect();
              return (((clientX - box.left) / box.width) * width - pad.left) / plot;
            }}
            onChange={(value) => onThreshold(group as 0 | 1, value)}
          />
        ))}
      {looked && (
        <Person
          person={looked.person}
          people={people}
          score={scores[looked.person]!}
          left={Math.min(x(looked.score) + 12, width - 236)}
          top={Math.max(0, base[looked.group] - dot * (looked.level + 1) - 30)}
        />
      )}
    </div>
  );
}

interface ThresholdProps {
  name: 'majority' | 'minority';
  value: number;
  left: number;
  top: number;
  height: number;
  toValue: (clientX: number) => number;
  onChange: (value: number) => void;
}

const step = 0.005;
const tidy = (value: number) => Math.min(1, Math.max(0, Math.round(value / step) * step));

/** One draggable line; arrow keys move it by .005, with Shift or the page keys by .05. */
function Threshold({ name, value, left, top, height, toValue, onChange }: ThresholdProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const by = event.shiftKey ? 0.05 : step;
    const next = {
      ArrowRight: value + by,
      ArrowUp: value + by,
      ArrowLeft: value - by,
      ArrowDown: value - by,
      PageUp: value + 0.05,
      PageDown: value - 0.05,
      Home: 0,
      End: 1,
    }[event.key];
    if (next === undefined) return;
    onChange(tidy(next));
    event.preventDefault();
    event.stopPropagation();
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onChange(tidy(toValue(event.clientX)));
  };
  return (
    <div
      className={`${styles.threshold} ${styles[name]}`}
      style={{ left, top, height }}
      role="slider"
      tabIndex={0}
      aria-label={`Threshold, ${name}`}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={value}
      aria-valuetext={`${formatFixed(value, 3)}`}
      onKeyDown={onKeyDown}
      onPointerDown={drag}
      onPointerMove={drag}
    >
      <span className={styles.handle}>{formatFixed(value, 2)}</span>
    </div>
  );
}

function Person({
  person,
  people,
  score,
  left,
  top,
}: {
  person: number;
  people: People;
  score: number;
  left: number;
  top: number;
}) {
  return (
    <div className={styles.person} style={{ left, top }} role="status">
      <p>
        <b>One of {peopleADot}:</b> zone {people.zone[person]! + 1}, score {formatFixed(score, 2)}
      </p>
      <p>
        income $ {formatFixed(Math.round(Math.exp(people.logIncome[person]!) / 100) * 100)}, credit
        score {formatFixed(people.creditScore[person]!, 0)}
      </p>
      <p>
        {people.repay[person] ? 'would repay' : 'would not repay'}; approved in the past:{' '}
        {people.approval[person] ? 'yes' : 'no'}
      </p>
    </div>
  );
}
