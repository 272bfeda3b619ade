import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import {
  Area,
  ComposedChart,
  Line,
  usePlotArea,
  ZIndexLayer,
  useXAxisInverseScale,
  useXAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { formatFixed } from '../kit/number/format.ts';
import type { Axis } from './axis.ts';
import { histogramSteps, outlines, overflowShare, type Bins } from './bins.ts';
import { besidePoint, labelWidth } from './label-places.ts';
import { nextPlace } from './line-figure.tsx';
import { overLines } from './line-overlay.tsx';
import { Readout } from './readout.tsx';
import { useSize } from './use-size.ts';
import figure from './figure.module.css';

export interface Multiple {
  id: string;
  name: string;
  /** Colour and dash, as of a series. */
  index: number;
  bins: Bins;
  /** Values to name in the picture, such as percentiles; the first is drawn stronger. */
  marks: readonly { name: string; value: number }[];
  /** The same of other runs, as outlines: each as high as its own fullest bin. */
  ghosts?: readonly { id: string; index: number; words: string; bins: Bins }[];
  /** Why there is nothing to draw: "still to come". */
  missing?: string;
}

export interface HistogramFigureProps {
  /** Says what the figure shows, for those who don't see it. */
  description: string;
  x: Axis;
  multiples: readonly Multiple[];
  formatX: (x: number) => string;
  /** What is counted: "calls". */
  things: string;
  /** The learner's prediction as a value on the axis. */
  prediction?: { x: number; words: string };
}

/** Histograms under one another over one axis, each as high as its own fullest bin, with its percentiles named. */
export function HistogramFigure({
  description,
  x,
  multiples,
  formatX,
  things,
  prediction,
}: HistogramFigureProps) {
  const apart = multiples.some(({ bins }) => overflowShare(bins) > 0);
  return (
    <div className={figure.multiples} role="group" aria-label={description}>
      {multiples.map((multiple, place) => (
        <HistogramRow
          key={multiple.id}
          {...{ multiple, x, formatX, things, apart }}
          last={place === multiples.length - 1}
          prediction={place === multiples.length - 1 ? prediction : undefined}
        />
      ))}
    </div>
  );
}

interface RowProps {
  multiple: Multiple;
  x: Axis;
  formatX: (x: number) => string;
  things: string;
  /** Whether there is a column at the right for what lies above the bins. */
  apart: boolean;
  last: boolean;
  prediction?: HistogramFigureProps['prediction'];
}

function HistogramRow({ multiple, x, formatX, things, apart, last, prediction }: RowProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const [bin, setBin] = useState<number | null>(null);
  const { bins, index } = multiple;
  const data = useMemo(() => histogramSteps(bins), [bins]);
  const ghosts = useMemo(() => outlines(multiple.ghosts ?? [], data), [multiple.ghosts, data]);
  const above = overflowShare(bins);
  // A fifth of the height stays for the word over the column at the right.
  const high = Math.max(0, above / 0.8, ...data.map(({ share }) => share)) || 1;
  const total = bins.counts.reduce((sum, count) => sum + count, 0);
  const places = useMemo(
    () => bins.counts.map((_, i) => i).filter((i) => bins.counts[i]! > 0),
    [bins],
  );
  const at = bin !== null && bin < bins.counts.length ? bin : null;
  const from = (i: number) => bins.from + i * bins.width;
  const open = at === bins.counts.length - 1;
  const words =
    at === null
      ? 'Not reading yet'
      : (open
          ? `${formatX(from(at))} and more`
          : `${formatX(from(at))} to ${formatX(from(at + 1))}`) +
        `: ${bins.counts[at]} of ${total} ${things}`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextPlace(event.key, places, at);
    if (next === null) return;
    setBin(next);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={ref}
      className={`${figure.figure} ${figure.multiple}`}
      onKeyDown={onKeyDown}
      onBlur={() => setBin(null)}
      {...(places.length > 0
        ? {
            role: 'slider',
            tabIndex: 0,
            'aria-label':
              `${multiple.name}: ` +
              `${multiple.marks.map((mark) => `${mark.name} ${formatX(mark.value)}`).join(', ')}. ` +
              'Arrow keys read bins.',
            'aria-valuemin': 0,
            'aria-valuemax': bins.counts.length - 1,
            'aria-valuenow': at ?? 0,
            'aria-valuetext': words,
          }
        : {
            role: 'img',
            'aria-label': `${multiple.name}: ${multiple.missing ?? 'nothing measured yet'}`,
          })}
    >
      {width > 40 && height > 30 && (
        <ComposedChart
          width={width}
          height={height}
          margin={{ top: 6, right: apart ? columnRoom : 16, bottom: last ? 18 : 4, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis
            type="number"
            dataKey="x"
            scale={x.scale}
            domain={[...x.domain]}
            ticks={[...x.ticks]}
            allowDataOverflow
            interval={0}
            tickLine={last}
            tick={last}
            tickFormatter={(value: number) => formatFixed(value)}
            height={last ? 26 : 2}
            tickMargin={4}
          />
          <YAxis type="number" domain={[0, high]} hide />
          <Area
            data={data}
            dataKey="share"
            type="stepAfter"
            className={`${figure.bars} ${figure[`s${index}`]}`}
            isAnimationActive={false}
            activeDot={false}
          />
          {ghosts.map((ghost) => (
            <Line
              key={ghost.id}
              data={ghost.steps}
              dataKey="share"
              type="stepAfter"
              className={`${figure.line} ${figure[`s${ghost.index}`]}`}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
          <RowOverlay
            {...{ multiple, x, formatX, apart, prediction, last, at }}
            above={above / high}
            onBin={setBin}
          />
        </ComposedChart>
      )}
      {at !== null && (
        <Readout
          head={words.split(':')[0]!}
          rows={[
            {
              id: multiple.id,
              name: multiple.name,
              index,
              role: 'series',
              text: `${bins.counts[at]} of ${total}`,
            },
          ]}
          left={width / 3}
          width={width}
        />
      )}
    </div>
  );
}

interface RowOverlayProps extends Pick<
  RowProps,
  'multiple' | 'x' | 'formatX' | 'apart' | 'last' | 'prediction'
> {
  /** What lies above the bins, as a part of the plot's height. */
  above: number;
  at: number | null;
  onBin: (bin: number | null) => void;
}

/** The column for what lies above the bins: its room at the right of the plot, its distance and its width, px. */
const [columnRoom, columnGap, columnWidth] = [60, 18, 26];

function RowOverlay(props: RowOverlayProps) {
  const { multiple, x, formatX, apart, above, last, prediction, at, onBin } = props;
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
  const column = { x: right + columnGap, width: columnWidth };
  const top = bottom - above * plot.height;
  const said =
    prediction &&
    besidePoint({
      x: px(prediction.x),
      gap: 12,
      width: labelWidth(prediction.words),
      // The bars: what is true must not lie under what was said.
      taken: overflow > 0 ? [[px(bins.from) - 4, px(bins.from + overflow * bins.width) + 4]] : [],
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
        {above > 0 && (
          <g>
            <rect
              className={figure.column}
              x={column.x}
              width={column.width}
              y={top}
              height={bottom - top}
            />
            <text
              className={figure.xLabel}
              x={column.x + column.width / 2}
              y={top - 5}
              textAnchor="middle"
            >
              more
            </text>
          </g>
        )}
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
        {prediction && (
          <g>
            <path
              className={figure.prediction}
              d={`M${px(prediction.x)} ${bottom - 20}l6.5 6.5 -6.5 6.5 -6.5 -6.5Z`}
            />
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
