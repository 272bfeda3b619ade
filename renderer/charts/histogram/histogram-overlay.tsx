import type { PointerEvent } from 'react';
import { usePlotArea, useXAxisInverseScale, useXAxisScale, ZIndexLayer } from 'recharts';
import type { Axis } from '../axis.ts';
import { saidStretches, type Multiple } from './bins.ts';
import { Column, columnBeside } from './histogram-column.tsx';
import { besidePoint, labelWidth } from '../label-places.ts';
import type { PlacedSpread } from '../room/place-spread.ts';
import { RoomMarks } from '../room/room-marks.tsx';
import { overLines } from '../line-overlay.tsx';
import figure from '../figure.module.css';

interface RowOverlayProps {
  multiple: Multiple;
  x: Axis;
  formatX: (x: number) => string;
  /** Whether there is a column at the right for what lies above the bins. */
  apart: boolean;
  /** Whether the axis is named under this row. */
  last: boolean;
  /** The learner's prediction as a value on the axis. */
  prediction: { x: number; words: string } | undefined;
  /** What a room said, on the axis. */
  room: PlacedSpread | null;
  /** What lies above the bins, and what the fullest of them holds, as parts of the plot's height. */
  above: number;
  high: number;
  at: number | null;
  onBin: (bin: number | null) => void;
}

/** Words that begin farther from their diamond are led to it by a line, px. */
const farFromDiamond = 24;

export function RowOverlay(props: RowOverlayProps) {
  const { multiple, x, formatX, apart, above, high, last, prediction, at, onBin, room } = props;
  const plot = usePlotArea();
  const toX = useXAxisScale();
  const fromX = useXAxisInverseScale();
  if (!plot || !toX || !fromX) return null;
  const { bins, index } = multiple;
  const bottom = plot.y + plot.height;
  const right = plot.x + plot.width;
  const px = (value: number) => Math.min(right, Math.max(plot.x, toX(value) ?? plot.x));
  const overflow = bins.counts.length - 1;
  const follow = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const value = Number(fromX(plot.x + ((event.clientX - box.left) / box.width) * plot.width));
    const bin = Math.floor((value - bins.from) / bins.width);
    onBin(bin >= 0 && bin < overflow ? bin : null);
  };
  const column = columnBeside(right);
  const top = bottom - above * plot.height;
  const said =
    prediction &&
    besidePoint({
      x: px(prediction.x),
      gap: 12,
      width: labelWidth(prediction.words),
      // What is true must not lie under what was said.
      taken: saidStretches({ bins, marks: multiple.marks, px, high: high * plot.height }),
      left: plot.x,
      right,
    });
  return (
    <ZIndexLayer zIndex={overLines}>
      <g className={figure[`s${index}`]}>
        {multiple.missing && (
          <text
            className={figure.xLabel}
            x={plot.x + plot.width / 2}
            y={plot.y + plot.height * 0.62}
            textAnchor="middle"
          >
            {multiple.missing}
          </text>
        )}
        {above > 0 && <Column {...column} top={top} bottom={bottom} />}
        {at === overflow && (
          <rect
            className={figure.hover}
            x={column.x}
            width={column.width}
            y={plot.y}
            height={plot.height}
          />
        )}
        {at !== null && at < overflow && (
          <rect
            className={figure.hover}
            x={px(bins.from + at * bins.width)}
            width={Math.max(
              2,
              px(bins.from + (at + 1) * bins.width) - px(bins.from + at * bins.width),
            )}
            y={plot.y}
            height={plot.height}
          />
        )}
        {multiple.marks.map((mark, place) => {
          const y = plot.y + 12 + place * 17;
          const at = px(mark.value);
          const flip = at + 92 > right;
          return (
            <g key={mark.name}>
              <line
                className={place === 0 ? figure.percentileMain : figure.percentile}
                x1={at}
                x2={at}
                y1={y - 9}
                y2={bottom}
              />
              <text
                className={figure.percentileWords}
                x={flip ? at - 6 : at + 6}
                y={y}
                textAnchor={flip ? 'end' : 'start'}
              >
                {mark.name} <tspan className={figure.percentileValue}>{formatX(mark.value)}</tspan>
              </text>
            </g>
          );
        })}
        {multiple.ghosts?.map((ghost, place) => (
          <g key={ghost.id} className={figure[`s${ghost.index}`]}>
            <text className={figure.name} x={right} y={plot.y + 9 + place * 14} textAnchor="end">
              {ghost.words}
            </text>
          </g>
        ))}
        <text className={figure.name} x={plot.x} y={plot.y + 12}>
          {multiple.name}
        </text>
        {room && (
          <RoomMarks
            spread={room}
            axis="x"
            base={bottom}
            ends={[plot.x, right]}
            px={(value) => toX(value) ?? plot.x}
          />
        )}
        {prediction && (
          <g>
            <path
              className={figure.prediction}
              d={`M${px(prediction.x)} ${bottom - 20}l6.5 6.5 -6.5 6.5 -6.5 -6.5Z`}
            />
            {Math.abs(said!.x - px(prediction.x)) > farFromDiamond && (
              <line
                className={figure.predictionLine}
                x1={px(prediction.x) + (said!.anchor === 'start' ? 7 : -7)}
                x2={said!.x + (said!.anchor === 'start' ? -4 : 4)}
                y1={bottom - 13.5}
                y2={bottom - 13.5}
              />
            )}
            <text
              className={figure.predictionWords}
              x={said!.x}
              y={bottom - 9}
              textAnchor={said!.anchor}
            >
              {prediction.words}
            </text>
          </g>
        )}
        {last && (
          <text className={figure.xLabel} x={right} y={bottom + 40} textAnchor="end">
            {x.label}
          </text>
        )}
        <rect
          className={figure.catcher}
          x={plot.x}
          y={plot.y}
          width={plot.width}
          height={plot.height}
          onPointerMove={follow}
          onPointerLeave={() => onBin(null)}
        />
        {apart && (
          <rect
            className={figure.catcher}
            x={column.x}
            y={plot.y}
            width={column.width}
            height={plot.height}
            onPointerMove={() => onBin(above > 0 ? overflow : null)}
            onPointerLeave={() => onBin(null)}
          />
        )}
      </g>
    </ZIndexLayer>
  );
}
