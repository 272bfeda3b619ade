import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Draws } from '../../../../labs/view.ts';
import { useSize } from '../../../charts/use-size.ts';
import { Button } from '../../../kit/button.tsx';
import { formatFixed } from '../../../kit/number/format.ts';
import { ruleWords, type Heights } from '../../../model/prediction/curve/curve.ts';
import type { PredictStep } from '../../../model/runs/choose-run.ts';
import type { LabState } from '../run/use-lab.ts';
import { moved, padOf, strokeAt } from './pad.ts';
import styles from './curve-pad.module.css';

interface CurvePadProps {
  lab: Pick<LabState, 'sketch' | 'draw' | 'skipPrediction'>;
  step: Pick<PredictStep, 'id'>;
  draws: Draws;
}

/**
 * Stands in the figure's place while a question is open: the axes, and a point at each place that pointer or arrow keys set. What is set
 * is locked with the prediction. A point that was never touched is no part of the curve.
 */
export function CurvePad({ lab, step, draws }: CurvePadProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const [at, setAt] = useState(0);
  const points = useRef<(SVGGElement | null)[]>([]);
  const whole = (some: Heights) => draws.x.places.map((_, i) => some[i] ?? null);
  const heights = whole(lab.sketch(step.id));
  const pad = padOf(draws, width, height);
  const set = (place: number, value: number | null) =>
    lab.draw(step.id, (before) => whole(before).with(place, value));

  const stroke = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const { place, value } = strokeAt(
      draws,
      pad,
      event.clientX - box.left,
      event.clientY - box.top,
    );
    setAt(place);
    set(place, value);
  };
  const press = (event: KeyboardEvent, place: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const sideways: Record<string, number> = { ArrowLeft: place - 1, ArrowRight: place + 1 };
    const next = sideways[event.key];
    if (next !== undefined) {
      const there = Math.min(heights.length - 1, Math.max(0, next));
      setAt(there);
      points.current[there]?.focus();
    } else {
      const value = moved(draws, heights[place] ?? null, event.key);
      if (value === undefined) return;
      set(place, value);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const { x, y } = draws;
  const said = (value: number | null) =>
    value === null ? 'not set' : `${formatFixed(value)} ${y.unit}`;
  return (
    <div className={styles.pad}>
      <h3 className={styles.title}>{draws.ask}</h3>
      <p className={styles.quiet}>
        {y.label}, {y.unit}
        {y.scale === 'log' && ', log scale'} · drag across the figure, or move a point with the
        arrow keys
      </p>
      <div ref={ref} className={styles.plot}>
        {pad.inside && (
          <svg
            width={width}
            height={height}
            role="group"
            aria-label={`${draws.ask}. ${x.label}: left and right. ${y.label}: up and down.`}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              stroke(event);
            }}
            onPointerMove={(event) => event.buttons === 1 && stroke(event)}
          >
            {pad.yTicks.map(({ value, at: top }) => (
              <g key={value}>
                <path className={styles.grid} d={`M${pad.left} ${top}H${pad.right}`} />
                <text className={styles.tick} x={pad.left - 14} y={top + 4} textAnchor="end">
                  {formatFixed(value)}
                </text>
              </g>
            ))}
            <path
              className={styles.line}
              d={heights
                .flatMap((value, i) => (value === null ? [] : [`${pad.x(i)} ${pad.y(value)}`]))
                .map((point, i) => `${i === 0 ? 'M' : 'L'}${point}`)
                .join('')}
            />
            {x.places.map((place, i) => {
              const value = heights[i] ?? null;
              const [px, py] = [pad.x(i), pad.y(value ?? y.min)];
              return (
                <g
                  key={place}
                  ref={(element) => {
                    points.current[i] = element;
                  }}
                  className={styles.point}
                  data-set={value !== null}
                  role="slider"
                  tabIndex={i === at ? 0 : -1}
                  aria-label={`${formatFixed(place)} ${x.label}`}
                  aria-orientation="vertical"
                  aria-valuemin={y.min}
                  aria-valuemax={y.max}
                  aria-valuenow={value ?? y.min}
                  aria-valuetext={said(value)}
                  onFocus={() => setAt(i)}
                  onKeyDown={(event) => press(event, i)}
                >
                  <path d={`M${px} ${py - 8} ${px + 8} ${py} ${px} ${py + 8} ${px - 8} ${py}Z`} />
                  {value !== null && (
                    <text className={styles.value} x={px} y={py - 14} textAnchor="middle">
                      {formatFixed(value)}
                    </text>
                  )}
                  <text className={styles.tick} x={px} y={pad.bottom + 20} textAnchor="middle">
                    {formatFixed(place)}
                  </text>
                </g>
              );
            })}
            <text className={styles.label} x={pad.right} y={pad.bottom + 40} textAnchor="end">
              {x.label}
            </text>
          </svg>
        )}
      </div>
      <div className={styles.foot}>
        <p className={styles.quiet}>{ruleWords(draws)} You may leave it out.</p>
        <Button
          variant="quiet"
          disabled={heights.every((one) => one === null)}
          onClick={() => lab.draw(step.id, () => [])}
        >
          Clear
        </Button>
        <Button variant="quiet" onClick={lab.skipPrediction}>
          Show without a prediction
        </Button>
      </div>
    </div>
  );
}
