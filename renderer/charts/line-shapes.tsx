import { crosses, wordsBox, type Point, type Side, type TextPlace } from './free-places.ts';
import { firstFree, labelWidth, type Box } from './label-places.ts';
import figure from './figure.module.css';

/** A mark over the lines. Values are on the axes. */
export interface Mark {
  id: string;
  x: number;
  y: number;
  /** 'ring' is where the learner stands, 'dot' a value worth naming, 'ghostMark' what was before. */
  kind: 'ring' | 'dot' | 'ghostMark';
  index: number;
  label?: string;
  /** Where its label stands unless something else is there. */
  labelSide?: Side;
}

/** What a mark and its label cover, px: nothing that is said may lie over them. */
export function markBoxes(
  mark: Mark,
  at: { x: number; y: number },
  label: TextPlace | undefined,
): Box[] {
  const dot = { x: at.x - 7, y: at.y - 7, width: 14, height: 14 };
  return mark.label && label ? [dot, wordsBox(mark.label, label)] : [dot];
}

/** A mark with its label. */
export function MarkShape({
  mark,
  at,
  label,
}: {
  mark: Mark;
  at: { x: number; y: number };
  label: TextPlace | undefined;
}) {
  return (
    <g>
      <circle
        className={`${figure[mark.kind]} ${figure[`s${mark.index}`]}`}
        cx={at.x}
        cy={at.y}
        r={mark.kind === 'dot' ? 4 : 6}
      />
      {mark.label && label && (
        <text
          className={
            mark.kind === 'ring'
              ? figure.ringLabel
              : `${figure.markLabel} ${figure[`s${mark.index}`]}`
          }
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
        >
          {mark.label}
        </text>
      )}
    </g>
  );
}

/** Where the learner stands: a line from `top` to `bottom`, px, with its value at its foot. */
export function Here({
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

interface PredictionProps {
  /** Null stands for a direction that the prediction says nothing of. */
  x: number | null;
  y: number | null;
  words: string;
  /** Leaves its line out. */
  plain: boolean;
  /** Whether the diamond stands on a line of the figure's own: its words then stand under or over that. */
  onLimit: boolean;
  /** The plot's edges. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** What its words must not cover: points that are true, with their numbers. */
  taken: readonly Box[];
  /** Lines of the figure: its words lie beside them where there is room. */
  lines: readonly (readonly Point[])[];
}

/** What the learner said: an open diamond, named where nothing that is true stands. */
export function Prediction(props: PredictionProps) {
  const { x, y, words, plain, left, bottom } = props;
  const cx = x ?? left + 28;
  const cy = y ?? bottom - 34;
  const text = wordsPlace(props, cx, cy);
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
      <text className={figure.predictionWords} x={text.x} y={text.y}>
        {words}
      </text>
    </g>
  );
}

/** A curve that the learner drew, in px: open diamonds on a dashed line. */
export function Sketch({
  points,
  words,
}: {
  points: readonly (readonly [x: number, y: number])[];
  words: string;
}) {
  const last = points.at(-1);
  if (!last) return null;
  return (
    <g>
      <path
        className={figure.sketch}
        d={points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')}
      />
      {points.map(([x, y]) => (
        <path
          key={x}
          className={figure.prediction}
          d={`M${x} ${y - 5.5} ${x + 5.5} ${y} ${x} ${y + 5.5} ${x - 5.5} ${y}Z`}
        />
      ))}
      <text className={figure.predictionWords} x={last[0] - 10} y={last[1] - 12} textAnchor="end">
        {words}
      </text>
    </g>
  );
}

/** The left end and the foot of a prediction's words, px. */
function wordsPlace(
  { x, words, plain, onLimit, left, right, top, bottom, taken, lines }: PredictionProps,
  cx: number,
  cy: number,
): { x: number; y: number } {
  const width = labelWidth(words);
  const [high, rise] = [17, 12.5];
  const box = (from: number, foot: number): Box => ({
    x: from,
    y: foot - rise,
    width,
    height: high,
  });
  const beside = [box(cx + 13, cy + 4.5), box(cx - 13 - width, cy + 4.5)];
  const foot = [box(cx - 8 - width, bottom - 10), box(cx + 8, bottom - 10)];
  const above = [box(cx + 9, cy - 12), box(cx - 9 - width, cy - 12)];
  const below = [box(cx + 9, cy + 22), box(cx - 9 - width, cy + 22)];
  // With a line of its own through the picture already, the diamond needs none to its foot: its words stand beside it.
  const onLine = x !== null && bottom - cy > 50 && !plain;
  const around = onLimit ? [...below, ...above, ...beside] : [...beside, ...above, ...below];
  const wishes = onLine ? [...foot, ...around] : around;
  const plot = { x: left, y: top, width: right - left, height: bottom - top };
  const clear = wishes.filter((wish) => !lines.some((line) => crosses(line, wish)));
  const free =
    firstFree(clear, taken, plot) ??
    firstFree(wishes, taken, plot) ??
    firstFree(wishes, [], plot) ??
    wishes[0]!;
  return { x: free.x, y: free.y + rise };
}

/** What an annotation at `origin` covers, px. */
export function annotationBox(
  { title, text = [] }: { title: string; text?: string[] },
  origin: { x: number; y: number },
): Box {
  const width = Math.max(...[title, ...text].map((line) => labelWidth(line)));
  return { x: origin.x, y: origin.y - 14, width, height: 18 + 19 * text.length };
}

/** Where a sentence begins in a plot, px: at its place, or so much higher that its last line is clear of the numbers below a low plot. */
export function annotationOrigin(
  { text = [], place }: { text?: string[]; place: { x: number; y: number } },
  plot: Box,
): { x: number; y: number } {
  const lowest = plot.y + plot.height + 3 - 19 * text.length;
  return {
    x: plot.x + place.x * plot.width,
    y: Math.min(plot.y + place.y * plot.height, Math.max(plot.y, lowest)),
  };
}

/** A sentence at `origin` with a leader to `target`, px. */
export function Annotation({
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

/** Where the words of a band from `left` to `right` stand: in its middle, or within the plot where they are wider. */
export function bandWords(
  left: number,
  right: number,
  words: string,
  plot: { x: number; width: number },
): { x: number; textAnchor: 'start' | 'middle' | 'end' } {
  const middle = (left + right) / 2;
  const half = labelWidth(words) / 2;
  if (middle + half > plot.x + plot.width) return { x: plot.x + plot.width, textAnchor: 'end' };
  if (middle - half < plot.x) return { x: plot.x, textAnchor: 'start' };
  return { x: middle, textAnchor: 'middle' };
}
