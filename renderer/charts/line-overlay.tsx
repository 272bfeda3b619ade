import type { PointerEvent } from 'react';
import {
  usePlotArea,
  ZIndexLayer,
  useXAxisInverseScale,
  useXAxisScale,
  useYAxisScale,
} from 'recharts';
import type { Axis } from './axis.ts';
import { labelWidth, placeLabels } from './label-places.ts';
import { cutAt, lineEnd, nearest, readAt, type Series } from './series.ts';
import figure from './figure.module.css';

export interface Mark {
  id: string;
  x: number;
  y: number;
  /** 'ring' is where the learner stands, 'dot' a value worth naming, 'ghostMark' what was before. */
  kind: 'ring' | 'dot' | 'ghostMark';
  index: number;
  label?: string;
  labelSide?: 'above' | 'below' | 'left' | 'right';
}

/** What may be drawn over the lines. Values are on the axes. */
export interface Overlay {
  /** A horizontal line the lines are judged against; what lies above it is tinted where `over` names it. */
  limit?: { value: number; name: string; over?: string };
  /** The learner's prediction: an open diamond at x, at height y, or on the limit. */
  prediction?: { x?: number; y?: number; words: string };
  marks?: readonly Mark[];
  /** Where the learner stands on the x axis: a line from top to bottom with its value at its foot. */
  here?: { x: number; words: string };
  /** Part of the x axis that nothing was measured for. */
  unmeasured?: { from: number; to?: number; words: string };
  /** One sentence in an empty place (parts of the plot, 0 to 1, from the left and the top), with a thin leader to a point. */
  annotation?: {
    title: string;
    text?: string[];
    at?: { x: number; y: number };
    place: { x: number; y: number };
  };
}

interface LineOverlayProps extends Overlay {
  series: readonly Series[];
  x: Axis;
  y: Axis;
  cursor: number | null;
  onCursor: (x: number | null) => void;
  places: readonly number[];
  size: 'usual' | 'small';
}

/** Everything of a line figure that recharts has no mark for: names at line ends, limit, prediction, marks, cursor. */
export function LineOverlay({
  series,
  x,
  y,
  cursor,
  onCursor,
  places,
  size,
  limit,
  prediction,
  marks = [],
  here,
  unmeasured,
  annotation,
}: LineOverlayProps) {
  const plot = usePlotArea();
  const toX = useXAxisScale();
  const toY = useYAxisScale();
  const fromX = useXAxisInverseScale();
  if (!plot || !toX || !toY || !fromX) return null;
  const right = plot.x + plot.width;
  const bottom = plot.y + plot.height;
  const px = (value: number) => clamp(toX(value) ?? plot.x, plot.x, right);
  const py = (value: number) => clamp(toY(value) ?? bottom, plot.y, bottom);
  const inside = (value: number, axis: Axis) =>
    Number.isFinite(value) && value >= axis.domain[0] && value <= axis.domain[1];
  const limitY = limit && limit.value > y.domain[0] ? py(limit.value) : null;
  const limitSeen = limit !== undefined && inside(limit.value, y);

  const ends = series
    .filter((s) => s.role !== 'closed-form')
    .flatMap((s) => {
      const end = lineEnd(
        cutAt(s.points, x.domain[1], x.scale === 'log', y.scale === 'log'),
        y.domain[1],
        y.scale === 'log',
      );
      return end ? [{ s, x: px(end.x), y: py(end.y) }] : [];
    });
  const wishes = ends
    .filter(({ s }) => s.label !== '')
    .map(({ s, x: ex, y: ey }) => ({
      id: s.id,
      x: ex + 8,
      y: ey,
      width: labelWidth(s.label ?? s.name),
    }));
  if (limitSeen)
    wishes.push({
      id: ' limit',
      x: right - labelWidth(limit.name, 12),
      y: limitY! - 9,
      width: labelWidth(limit.name, 12),
    });
  const beside = placeLabels(wishes, plot.y + 7, bottom - 8);
  // A formula is named where it starts: at its end it is crowded by what it is compared with.
  const starts = series
    .filter((s) => s.role === 'closed-form')
    .flatMap((s) => {
      const first = s.points.find(([sx, sy]) => sy !== null && inside(sx, x) && inside(sy, y));
      return first ? [{ s, x: px(first[0]), y: py(first[1]!) }] : [];
    });
  const under = placeLabels(
    starts.map(({ s, x: sx, y: sy }) => ({
      id: s.id,
      x: sx,
      y: sy + 13,
      width: labelWidth(s.name),
    })),
    plot.y + 7,
    bottom - 9,
  );
  // Labels below their marks make room for one another where two curves cross the limit at nearly the same place.
  const drawn = marks
    .filter((mark) => inside(mark.x, x))
    .map((mark) => ({ mark, x: px(mark.x), y: py(mark.y) }));
  const low = placeLabels(
    drawn
      .filter(({ mark }) => mark.labelSide === 'below' && mark.label)
      .map(({ mark, x: mx, y: my }) => ({
        id: mark.id,
        x: mx,
        y: my + 18,
        width: labelWidth(mark.label!, 13),
      })),
    plot.y,
    bottom - 8,
  );
  // The words in the tinted area make room for a line that is named where they stand.
  const crowded = ends.some(({ s, x: ex }) => ex < plot.x + 130 && beside[s.id]! < plot.y + 34);
  const cursorX = cursor === null ? null : px(cursor);

  const follow = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const wanted = Number(fromX(plot.x + ((event.clientX - box.left) / box.width) * plot.width));
    onCursor(nearest(places, wanted));
  };
  return (
    <>
      <g>
        {limit?.over && limitY !== null && (
          <g>
            <rect
              className={figure.over}
              x={plot.x}
              y={plot.y}
              width={plot.width}
              height={Math.max(0, limitY - plot.y)}
            />
            {limitY - plot.y > 24 && (
              <text
                className={figure.overWords}
                x={crowded ? plot.x + plot.width * 0.4 : plot.x + 10}
                y={plot.y + 17}
              >
                {limit.over}
              </text>
            )}
          </g>
        )}
        {unmeasured && (
          <g>
            <rect
              className={figure.unmeasured}
              x={px(unmeasured.from)}
              y={plot.y}
              width={Math.max(0, px(unmeasured.to ?? x.domain[1]) - px(unmeasured.from))}
              height={plot.height}
            />
            <text
              className={figure.quiet}
              x={(px(unmeasured.from) + px(unmeasured.to ?? x.domain[1])) / 2}
              y={plot.y + plot.height * 0.62}
              textAnchor="middle"
            >
              {unmeasured.words}
            </text>
          </g>
        )}
      </g>
      <ZIndexLayer zIndex={overLines}>
        {limitSeen && (
          <g>
            <line className={figure.limit} x1={plot.x} x2={right} y1={limitY!} y2={limitY!} />
            <text className={figure.limitName} x={right} y={beside[' limit']! + 4} textAnchor="end">
              {limit.name}
            </text>
          </g>
        )}
        {cursorX !== null && (
          <line className={figure.cursor} x1={cursorX} x2={cursorX} y1={plot.y} y2={bottom} />
        )}
        {here && inside(here.x, x) && (
          <Here x={px(here.x)} top={plot.y} bottom={bottom} words={here.words} />
        )}
        {ends.map(
          ({ s, x: ex, y: ey }) =>
            s.label !== '' && (
              <g key={s.id}>
                {s.growing && (
                  <circle
                    className={`${figure.dot} ${figure[`s${s.index}`]}`}
                    cx={ex}
                    cy={ey}
                    r={size === 'small' ? 4 : 5}
                  />
                )}
                <text
                  className={`${figure.name} ${s.role === 'series' || s.role === 'extrapolated' ? figure[`s${s.index}`] : figure.ghost}`}
                  x={ex + (s.growing ? 10 : 8)}
                  y={beside[s.id]! + 4}
                >
                  {s.label ?? s.name}
                </text>
              </g>
            ),
        )}
        {starts.map(({ s, x: sx }) => (
          <text key={s.id} className={figure.ghostName} x={sx + 6} y={under[s.id]! + 4}>
            {s.name}
          </text>
        ))}
        {cursor !== null &&
          series.map((s) => {
            const reading =
              s.role === 'context'
                ? null
                : readAt(s.points, cursor, x.scale === 'log', y.scale === 'log');
            return reading && inside(reading.y, y) ? (
              <circle
                key={s.id}
                className={`${figure.dot} ${s.role === 'series' ? figure[`s${s.index}`] : figure.ghost}`}
                cx={px(cursor)}
                cy={py(reading.y)}
                r={4}
              />
            ) : null;
          })}
        {drawn.map(({ mark, ...at }) => (
          <MarkShape
            key={mark.id}
            mark={mark}
            at={at}
            below={low[mark.id] ?? at.y + 18}
            plotLeft={plot.x}
            plotRight={right}
          />
        ))}
        {prediction && (
          <Prediction
            x={prediction.x === undefined ? null : px(prediction.x)}
            y={prediction.y === undefined ? limitY : py(prediction.y)}
            words={prediction.words}
            plain={here !== undefined}
            left={plot.x}
            right={right}
            bottom={bottom}
          />
        )}
        {annotation && size === 'usual' && (
          <Annotation
            {...annotation}
            origin={{
              x: plot.x + annotation.place.x * plot.width,
              y: plot.y + annotation.place.y * plot.height,
            }}
            target={annotation.at ? { x: px(annotation.at.x), y: py(annotation.at.y) } : null}
          />
        )}
        <text className={figure.xLabel} x={right} y={bottom + 40} textAnchor="end">
          {x.label}
        </text>
        <rect
          className={figure.catcher}
          x={plot.x}
          y={plot.y}
          width={plot.width}
          height={plot.height}
          onPointerMove={follow}
          onPointerLeave={() => onCursor(null)}
        />
      </ZIndexLayer>
    </>
  );
}

/** Above recharts' own layers: names stay readable where a line passes under them. */
export const overLines = 2000;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

function MarkShape({
  mark,
  at,
  below,
  plotLeft,
  plotRight,
}: {
  mark: Mark;
  at: { x: number; y: number };
  below: number;
  plotLeft: number;
  plotRight: number;
}) {
  const width = labelWidth(mark.label ?? '', 11.5);
  const fits = at.x + 12 + width < plotRight + 16;
  // Most lines rise to the right, so above a line the free place is to the left.
  const roomLeft = at.x - width > plotLeft;
  const side = mark.labelSide ?? (fits ? 'right' : 'left');
  const text = {
    right: { x: at.x + 11, y: at.y + 5, anchor: 'start' },
    left: { x: at.x - 11, y: at.y + 5, anchor: 'end' },
    above: { x: roomLeft ? at.x + 2 : at.x - 4, y: at.y - 12, anchor: roomLeft ? 'end' : 'start' },
    below: { x: fits ? at.x + 4 : at.x - 4, y: below + 4, anchor: fits ? 'start' : 'end' },
  }[side] as { x: number; y: number; anchor: 'start' | 'middle' | 'end' };
  return (
    <g>
      <circle
        className={`${figure[mark.kind]} ${figure[`s${mark.index}`]}`}
        cx={at.x}
        cy={at.y}
        r={mark.kind === 'dot' ? 4 : 6}
      />
      {mark.label && (
        <text
          className={
            mark.kind === 'ring'
              ? figure.ringLabel
              : `${figure.markLabel} ${figure[`s${mark.index}`]}`
          }
          x={text.x}
          y={text.y}
          textAnchor={text.anchor}
        >
          {mark.label}
        </text>
      )}
    </g>
  );
}

function Here({
  x,
  top,
  bottom,
  words,
}: {
  x: number;
  top: number;
  bottom: number;
  words: string;
}) {
  const width = labelWidth(words, 12) + 18;
  return (
    <g>
      <line className={figure.cursor} x1={x} x2={x} y1={top} y2={bottom} />
      <rect
        className={figure.here}
        x={x - width / 2}
        y={bottom + 4}
        width={width}
        height={20}
        rx={3}
      />
      <text className={figure.hereWords} x={x} y={bottom + 18} textAnchor="middle">
        {words}
      </text>
    </g>
  );
}

function Prediction({
  x,
  y,
  words,
  plain,
  left,
  right,
  bottom,
}: {
  x: number | null;
  y: number | null;
  words: string;
  plain: boolean;
  left: number;
  right: number;
  bottom: number;
}) {
  const cx = x ?? left + 28;
  const cy = y ?? bottom - 34;
  const toRight = cx + 14 + labelWidth(words) < right;
  const toLeft = cx - 14 - labelWidth(words) > left;
  // With a line of its own through the picture already, the diamond needs none to its foot: its words stand beside it.
  const onLine = x !== null && bottom - cy > 50 && !plain;
  return (
    <g>
      {x !== null && !plain && (
        <line className={figure.predictionLine} x1={cx} x2={cx} y1={cy} y2={bottom} />
      )}
      {x === null && y !== null && (
        <line className={figure.predictionLine} x1={left} x2={cx} y1={cy} y2={cy} />
      )}
      <path
        className={figure.prediction}
        d={`M${cx} ${cy - 7.5} ${cx + 7.5} ${cy} ${cx} ${cy + 7.5} ${cx - 7.5} ${cy}Z`}
      />
      {onLine ? (
        <text
          className={figure.predictionWords}
          x={toLeft ? cx - 8 : cx + 8}
          y={bottom - 10}
          textAnchor={toLeft ? 'end' : 'start'}
        >
          {words}
        </text>
      ) : (
        <text
          className={figure.predictionWords}
          x={toRight ? cx + 13 : cx - 13}
          y={cy + 4.5}
          textAnchor={toRight ? 'start' : 'end'}
        >
          {words}
        </text>
      )}
    </g>
  );
}

function Annotation({
  title,
  text = [],
  origin,
  target,
}: {
  title: string;
  text?: string[];
  origin: { x: number; y: number };
  target: { x: number; y: number } | null;
}) {
  const end = { x: origin.x + labelWidth(title) + 4, y: origin.y - 4 };
  return (
    <g>
      {target && (
        <path
          className={figure.leader}
          d={`M${end.x} ${end.y}Q${target.x} ${end.y} ${target.x} ${target.y + 10}`}
        />
      )}
      <text className={figure.annotation} x={origin.x} y={origin.y}>
        {title}
      </text>
      {text.map((line, i) => (
        <text key={line} className={figure.annotationText} x={origin.x} y={origin.y + 19 * (i + 1)}>
          {line}
        </text>
      ))}
    </g>
  );
}
