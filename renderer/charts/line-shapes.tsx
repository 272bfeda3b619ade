import { labelWidth } from './label-places.ts';
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
  labelSide?: 'above' | 'below' | 'left' | 'right';
}

/** A mark with its label; `below` is the height, px, that is free for a label under it. */
export function MarkShape({
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

/** What the learner said: an open diamond. Null stands for a direction that the prediction says nothing of; `plain` leaves its line out. */
export function Prediction({
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
