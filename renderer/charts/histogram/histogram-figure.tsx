import { useMemo, useState, type KeyboardEvent } from 'react';
import { Area, ComposedChart, Line, XAxis, YAxis } from 'recharts';
import { formatFixed } from '../../kit/number/format.ts';
import type { Axis } from '../axis.ts';
import { histogramSteps, outlines, overflowShare, type Multiple } from './bins.ts';
import { columnRoom } from './histogram-column.tsx';
import { RowOverlay } from './histogram-overlay.tsx';
import { nextPlace } from '../line-figure.tsx';
import { Readout } from '../readout.tsx';
import type { PlacedSpread, PlaceOf } from '../room/place-spread.ts';
import { useRoomSpread } from '../room/use-room-spread.ts';
import { useSize } from '../use-size.ts';
import figure from '../figure.module.css';

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
  /** Where a room's answers stand on the axis. */
  room?: PlaceOf;
}

/** Histograms under one another over one axis, each as high as its own fullest bin, with its percentiles named. */
export function HistogramFigure({
  description,
  x,
  multiples,
  formatX,
  things,
  prediction,
  room,
}: HistogramFigureProps) {
  const spread = useRoomSpread(room);
  const apart = multiples.some(({ bins }) => overflowShare(bins) > 0);
  return (
    <div className={figure.multiples} role="group" aria-label={description}>
      {multiples.map((multiple, place) => (
        <HistogramRow
          key={multiple.id}
          {...{ multiple, x, formatX, things, apart }}
          last={place === multiples.length - 1}
          prediction={place === multiples.length - 1 ? prediction : undefined}
          room={place === multiples.length - 1 ? spread : null}
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
  room: PlacedSpread | null;
}

function HistogramRow({ multiple, x, formatX, things, apart, last, prediction, room }: RowProps) {
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
            {...{ multiple, x, formatX, apart, prediction, last, at, room }}
            above={above / high}
            high={Math.max(0, ...data.map(({ share }) => share)) / high}
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
