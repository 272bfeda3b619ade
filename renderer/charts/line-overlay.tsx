import type { PointerEvent } from 'react';
import {
  usePlotArea,
  ZIndexLayer,
  useXAxisInverseScale,
  useXAxisScale,
  useYAxisScale,
} from 'recharts';
import type { Axis } from './axis.ts';
import { isInside, lineLabels } from './line-labels.ts';
import {
  Annotation,
  annotationBox,
  annotationOrigin,
  Here,
  markBoxes,
  MarkShape,
  Prediction,
  Sketch,
  type Mark,
  bandWords,
} from './line-shapes.tsx';
import type { PlacedSpread } from './room/place-spread.ts';
import { RoomMarks } from './room/room-marks.tsx';
import { nearest, readAt, type Series } from './series.ts';
import figure from './figure.module.css';

/** What may be drawn over the lines. Values are on the axes. */
export interface Overlay {
  /** A horizontal line the lines are judged against; what lies above it is tinted where `over` names it. */
  limit?: { value: number; name: string; over?: string };
  /** The learner's prediction: an open diamond at x, at height y, or on the limit. */
  prediction?: { x?: number; y?: number; words: string };
  /** The curve that the learner drew: open diamonds on a dashed line, named at its last point. */
  sketch?: { points: readonly (readonly [x: number, y: number])[]; words: string } | undefined;
  marks?: readonly Mark[];
  /** Where the learner stands on the x axis: a line from top to bottom with its value at its foot. */
  here?: { x: number; words: string };
  /** Part of the x axis that nothing was measured for; its words stand low where a line goes through its middle. */
  unmeasured?: { from: number; to?: number; words: string; low?: boolean };
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
  nameY: boolean;
  /** What a room said, on one of the axes. */
  room: { axis: 'x' | 'y'; spread: PlacedSpread } | null;
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
  nameY,
  room,
  limit,
  prediction,
  sketch,
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
  const noted = annotation && annotationOrigin(annotation, plot);
  const said = prediction && {
    x: prediction.x === undefined ? null : px(prediction.x),
    y: prediction.y === undefined ? null : py(prediction.y),
  };
  const labels = lineLabels({
    series,
    x,
    y,
    marks,
    limit,
    uprights: [
      ...(here && isInside(here.x, x) ? [px(here.x)] : []),
      ...(said?.x != null && here === undefined ? [said.x] : []),
    ],
    taken: said?.x != null && said.y !== null ? [diamondBox(said.x, said.y)] : [],
    plot,
    px,
    py,
  });
  const { limitY, limitSeen, ends, beside, formulas, drawn, words, lines } = labels;
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
            {words[' over'] && (
              <text className={figure.overWords} x={words[' over'].x} y={words[' over'].y}>
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
              {...bandWords(
                px(unmeasured.from),
                px(unmeasured.to ?? x.domain[1]),
                unmeasured.words,
                plot,
              )}
              y={plot.y + plot.height * (unmeasured.low ? 0.95 : 0.62)}
            >
              {unmeasured.words}
            </text>
          </g>
        )}
      </g>
      <ZIndexLayer zIndex={overLines}>
        {limit && limitSeen && (
          <g>
            <line className={figure.limit} x1={plot.x} x2={right} y1={limitY!} y2={limitY!} />
            <text className={figure.limitName} x={right} y={beside[' limit']! + 4} textAnchor="end">
              {limit.name}
            </text>
          </g>
        )}
        {room?.axis === 'x' && (
          <RoomMarks
            {...room}
            base={bottom}
            ends={[plot.x, right]}
            px={(value) => toX(value) ?? plot.x}
          />
        )}
        {room?.axis === 'y' && (
          <RoomMarks
            {...room}
            base={plot.x}
            ends={[bottom, plot.y]}
            px={(value) => toY(value) ?? bottom}
          />
        )}
        {cursorX !== null && (
          <line className={figure.cursor} x1={cursorX} x2={cursorX} y1={plot.y} y2={bottom} />
        )}
        {here && isInside(here.x, x) && (
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
        {formulas.map(({ s }) => (
          <text key={s.id} className={figure.ghostName} x={words[s.id]!.x} y={words[s.id]!.y}>
            {s.name}
          </text>
        ))}
        {cursor !== null &&
          series.map((s) => {
            const reading =
              s.role === 'context'
                ? null
                : readAt(s.points, cursor, x.scale === 'log', y.scale === 'log');
            return reading && isInside(reading.y, y) ? (
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
          <MarkShape key={mark.id} mark={mark} at={at} label={words[mark.id]} />
        ))}
        {sketch && (
          <Sketch
            points={sketch.points
              .filter(([sx, sy]) => isInside(sx, x) && isInside(sy, y))
              .map(([sx, sy]) => [px(sx), py(sy)] as const)}
            words={sketch.words}
          />
        )}
        {prediction && (
          <Prediction
            x={said!.x}
            y={said!.y ?? limitY}
            words={prediction.words}
            plain={here !== undefined}
            onLimit={prediction.y === undefined && limitY !== null}
            left={plot.x}
            right={right}
            top={plot.y}
            bottom={bottom}
            lines={lines}
            taken={[
              ...drawn.flatMap(({ mark, ...at }) => markBoxes(mark, at, words[mark.id])),
              ...(annotation && noted ? [annotationBox(annotation, noted)] : []),
            ]}
          />
        )}
        {annotation && noted && size === 'usual' && (
          <Annotation
            {...annotation}
            origin={noted}
            target={annotation.at ? { x: px(annotation.at.x), y: py(annotation.at.y) } : null}
          />
        )}
        {nameY && (
          <text className={figure.xLabel} x={2} y={plot.y - 12}>
            ↑ {y.label}
          </text>
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

/** What a prediction's diamond covers, px. */
const diamondBox = (x: number, y: number) => ({ x: x - 12, y: y - 12, width: 24, height: 24 });

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
