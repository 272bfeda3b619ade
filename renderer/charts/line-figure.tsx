import { useMemo, useState, type KeyboardEvent } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts';
import { formatFixed } from '../kit/number/format.ts';
import type { Axis } from './axis.ts';
import { useFigureScale } from './figure-scale.ts';
import { labelWidth, rightMargin } from './label-places.ts';
import { LineOverlay, type Overlay } from './line-overlay.tsx';
import { Readout } from './readout.tsx';
import type { PlaceOf } from './room/place-spread.ts';
import { useRoomSpread } from './room/use-room-spread.ts';
import { cutAt, decimate, lineEnd, readAt, readingPlaces, type Series } from './series.ts';
import { useSize } from './use-size.ts';
import figure from './figure.module.css';

export interface LineFigureProps extends Overlay {
  /** Says what the figure shows, for those who don't see it. */
  description: string;
  x: Axis;
  y: Axis;
  series: readonly Series[];
  /** How a height is read out: "4.56 ms". */
  formatY: (y: number) => string;
  formatX: (x: number) => string;
  size?: 'usual' | 'small';
  /** Writes the name of the vertical axis over it, where the subtitle does not say what goes upwards. */
  nameY?: boolean;
  /** Where a room's answers stand: on which axis, and where on it. */
  room?: { axis: 'x' | 'y'; place: PlaceOf };
}

/** Lines over an axis, each named at its end, that can be read off by pointer and by keyboard. */
export function LineFigure({
  description,
  x,
  y,
  series,
  formatX,
  formatY,
  size = 'usual',
  nameY = false,
  room,
  ...overlay
}: LineFigureProps) {
  const roomSpread = useRoomSpread(room?.place);
  const { ref, width, height } = useSize<HTMLDivElement>();
  const [cursor, setCursor] = useState<number | null>(null);
  useFigureScale();
  const drawn = useMemo(() => series.map((s) => ({ ...s, points: decimate(s.points) })), [series]);
  const places = useMemo(() => readingPlaces(drawn, x.domain), [drawn, x.domain]);
  const at = cursor !== null && places.includes(cursor) ? cursor : null;
  const axisWidth = Math.max(30, ...y.ticks.map((tick) => labelWidth(formatFixed(tick), 12) + 16));
  const ends = drawn
    .filter((s) => s.role !== 'closed-form')
    .flatMap((s) => {
      const end = lineEnd(
        cutAt(s.points, x.domain[1], x.scale === 'log', y.scale === 'log'),
        y.domain[1],
        y.scale === 'log',
      );
      return end ? [{ at: share(end.x, x), width: labelWidth(s.label ?? s.name) }] : [];
    });
  const right = rightMargin(ends, width, axisWidth, 20);
  const readings =
    at === null
      ? []
      : drawn.flatMap((s) => {
          const reading =
            s.role === 'context'
              ? null
              : readAt(s.points, at, x.scale === 'log', y.scale === 'log');
          return reading
            ? [
                {
                  id: s.id,
                  name: s.name,
                  index: s.index,
                  role: s.role,
                  text: `${reading.between ? '≈ ' : ''}${formatY(reading.y)}`,
                },
              ]
            : [];
        });
  const spoken =
    at === null
      ? 'Not reading yet'
      : `${formatX(at)}: ${readings.map((r) => `${r.name} ${r.text}`).join(', ')}`;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || places.length === 0) return;
    if (event.key === 'Escape' && cursor !== null) setCursor(null);
    else {
      const next = nextPlace(event.key, places, at);
      if (next === null) return;
      setCursor(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const readable = places.length > 0;
  return (
    <div
      ref={ref}
      className={figure.figure}
      data-size={size}
      onKeyDown={onKeyDown}
      onBlur={() => setCursor(null)}
      {...(readable
        ? {
            role: 'slider',
            tabIndex: 0,
            'aria-label': `${description} Arrow keys read values.`,
            'aria-valuemin': 0,
            'aria-valuemax': places.length - 1,
            'aria-valuenow': at === null ? 0 : places.indexOf(at),
            'aria-valuetext': spoken,
          }
        : { role: 'img', 'aria-label': description })}
    >
      {width > 40 && height > 40 && (
        <ComposedChart
          width={width}
          height={height}
          margin={{ top: nameY ? 26 : 8, right, bottom: 18, left: 0 }}
          accessibilityLayer={false}
          throttleDelay={0}
        >
          <CartesianGrid vertical={false} horizontalValues={[...y.ticks]} />
          <XAxis
            type="number"
            dataKey="x"
            scale={x.scale}
            domain={[...x.domain]}
            ticks={seenTicks(x, overlay.here, width - axisWidth - right)}
            allowDataOverflow
            interval={0}
            tickLine={{ className: figure.tick }}
            tickFormatter={(value: number) => formatFixed(value)}
            height={26}
            tickSize={5}
            tickMargin={4}
            minTickGap={4}
          />
          <YAxis
            type="number"
            scale={y.scale}
            domain={[...y.domain]}
            ticks={[...y.ticks]}
            allowDataOverflow
            interval={0}
            axisLine={false}
            tickLine={false}
            tickFormatter={(value: number) => formatFixed(value)}
            width={axisWidth}
          />
          {drawn.map(
            (s) =>
              s.band &&
              s.role === 'series' && (
                <Area
                  key={`band-${s.id}`}
                  data={s.band.map(([bx, low, high]) => ({ x: bx, range: [low, high] }))}
                  dataKey="range"
                  type="linear"
                  className={`${figure.band} ${figure[`s${s.index}`]}`}
                  isAnimationActive={false}
                  activeDot={false}
                  connectNulls
                />
              ),
          )}
          {drawn.map((s) => (
            <Line
              key={s.id}
              data={s.points.map(([px, py]) => ({ x: px, y: py }))}
              dataKey="y"
              type="linear"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
              className={`${figure.line} ${figure[s.role]} ${s.role === 'series' ? figure[`s${s.index}`] : ''}`}
            />
          ))}
          <LineOverlay
            {...overlay}
            series={drawn}
            x={x}
            y={y}
            cursor={at}
            onCursor={(wanted) => setCursor(wanted)}
            places={places}
            size={size}
            nameY={nameY}
            room={room && roomSpread ? { axis: room.axis, spread: roomSpread } : null}
          />
        </ComposedChart>
      )}
      {at !== null && (
        <Readout
          head={formatX(at)}
          rows={readings}
          left={axisWidth + share(at, x) * (width - axisWidth - right)}
          width={width}
        />
      )}
    </div>
  );
}

/** The ticks that the value at the foot of the learner's own line leaves in sight. */
export function seenTicks(x: Axis, here: Overlay['here'], plotWidth: number): number[] {
  if (!here || share(here.x, x) < 0 || share(here.x, x) > 1) return [...x.ticks];
  const chip = labelWidth(here.words, 12) + 18;
  return x.ticks.filter((tick) => {
    const apart = Math.abs(share(tick, x) - share(here.x, x)) * plotWidth;
    return apart > (chip + labelWidth(formatFixed(tick), 12)) / 2 + 2;
  });
}

/** Where a value stands along the axis, 0 to 1. */
function share(value: number, axis: Axis): number {
  const bend = axis.scale === 'log' ? Math.log : Number;
  return (bend(value) - bend(axis.domain[0])) / (bend(axis.domain[1]) - bend(axis.domain[0]));
}

/** Where a key moves the reading; null where it is none of the figure's keys. */
export function nextPlace(
  key: string,
  places: readonly number[],
  at: number | null,
): number | null {
  const last = places.length - 1;
  const now = at === null ? -1 : places.indexOf(at);
  const page = Math.max(1, Math.round(places.length / 10));
  const moves: Record<string, number> = {
    ArrowRight: now + 1,
    ArrowUp: now + 1,
    ArrowLeft: now < 0 ? last : now - 1,
    ArrowDown: now < 0 ? last : now - 1,
    PageUp: now + page,
    PageDown: now - page,
    Home: 0,
    End: last,
  };
  const wanted = moves[key];
  return wanted === undefined ? null : (places[Math.min(last, Math.max(0, wanted))] ?? null);
}
