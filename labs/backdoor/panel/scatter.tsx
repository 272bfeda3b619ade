import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useSize } from '../../../renderer/charts/use-size.ts';
import type { Face } from '../drawing/face.ts';
import { names } from '../drawing/identities.ts';
import type { Inside } from '../lab.ts';
import { FacePicture } from './face-picture.tsx';
import styles from './scatter.module.css';

export interface ScatterProps {
  inside: Inside;
  labels: readonly number[];
  faces: readonly Face[];
  /** Rows from here on are poisoned. */
  clean: number;
  revealed: boolean;
  removed: ReadonlySet<number>;
}

/** So many rows of each label that nobody suspects: more would hide what there is to see. */
const ofOthers = 24;
/** One mark for each person, so that colour is not alone. */
const marks = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  'M-3.6 -3.6h7.2v7.2h-7.2z',
  'M0 -4.6 4.4 3.4h-8.8z',
  'M0 -5 5 0 0 5 -5 0z',
  'M-1.4 -4.6h2.8v3.2h3.2v2.8h-3.2v3.2h-2.8v-3.2h-3.2v-2.8h3.2z',
  'M0 4.6 4.4 -3.4h-8.8z',
  'M-3.4 -4.6 0 -1.2 3.4 -4.6 4.6 -3.4 1.2 0 4.6 3.4 3.4 4.6 0 1.2 -3.4 4.6 -4.6 3.4 -1.2 0 -4.6 -3.4z',
  'M-5 -2h10v4h-10z',
  'M-2 -5h4v10h-4z',
  'M0 -5 1.4 -1.6 5 -1.5 2.2 .8 3.2 4.4 0 2.4 -3.2 4.4 -2.2 .8 -5 -1.5 -1.4 -1.6z',
] as const;

const labelClass = (label: number, suspect: number) =>
  label === suspect ? styles.suspect : styles.other;

/** Training rows by their activations, along the two directions in which all rows spread most. */
export function Scatter({ inside, labels, faces, clean, revealed, removed }: ScatterProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const [at, setAt] = useState<number | null>(null);
  const rows = useMemo(() => {
    const seen = new Array<number>(names.length).fill(0);
    return labels
      .flatMap((label, row) => (label === inside.suspect || seen[label]!++ < ofOthers ? [row] : []))
      .filter((row) => inside.points[row * 2 + 1] !== undefined);
  }, [labels, inside]);
  const box = useMemo(() => {
    const xs = rows.map((row) => inside.points[row * 2]!);
    const ys = rows.map((row) => inside.points[row * 2 + 1]!);
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.max(...ys),
      bottom: Math.min(...ys),
    };
  }, [rows, inside]);
  const pad = 14;
  const place = (row: number): [number, number] => [
    pad +
      ((inside.points[row * 2]! - box.left) / (box.right - box.left || 1)) *
        Math.max(1, width - 2 * pad),
    pad +
      ((box.top - inside.points[row * 2 + 1]!) / (box.top - box.bottom || 1)) *
        Math.max(1, height - 2 * pad),
  ];
  const nearest = (event: PointerEvent<SVGSVGElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - bounds.left) / bounds.width) * width;
    const y = ((event.clientY - bounds.top) / bounds.height) * height;
    let best: number | null = null;
    let least = 24 ** 2;
    for (const row of rows) {
      const [px, py] = place(row);
      const far = (px - x) ** 2 + (py - y) ** 2;
      if (far < least) [best, least] = [row, far];
    }
    setAt(best);
  };
  // By keyboard: along the wider direction, one row after the other.
  const order = useMemo(
    () => [...rows].sort((a, b) => inside.points[a * 2]! - inside.points[b * 2]! || a - b),
    [rows, inside],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const now = at === null ? -1 : order.indexOf(at);
    const moves: Record<string, number> = {
      ArrowRight: now + 1,
      ArrowUp: now + 1,
      ArrowLeft: now - 1,
      ArrowDown: now - 1,
      PageUp: now + 20,
      PageDown: now - 20,
      Home: 0,
      End: order.length - 1,
    };
    const next = event.key === 'Escape' ? null : moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(next === null ? null : (order[Math.min(order.length - 1, Math.max(0, next))] ?? null));
  };
  const words = (row: number) => {
    const [own, label] = [names[faces[row]!.who]!, names[labels[row]!]!];
    return row >= clean && revealed
      ? `poisoned: a picture of ${own}, labelled ${label}`
      : `labelled ${label}${removed.has(row) ? ', taken away' : ''}`;
  };
  // Poison and what a defence takes away on top.
  const drawn = useMemo(
    () =>
      [...rows].sort(
        (a, b) =>
          Number(labels[a] === inside.suspect) - Number(labels[b] === inside.suspect) ||
          Number(a >= clean) - Number(b >= clean),
      ),
    [rows, labels, inside, clean],
  );
  return (
    <div
      ref={ref}
      className={styles.scatter}
      role="slider"
      tabIndex={0}
      aria-label="Training pictures by what the model makes of them. Arrow keys go from picture to picture."
      aria-valuemin={0}
      aria-valuemax={order.length - 1}
      aria-valuenow={at === null ? 0 : Math.max(0, order.indexOf(at))}
      aria-valuetext={at === null ? 'Not reading yet' : words(at)}
      onKeyDown={onKeyDown}
      onBlur={() => setAt(null)}
    >
      {width > 40 && height > 40 && (
        <svg
          role="img"
          aria-label="Scatter of training pictures"
          width={width}
          height={height}
          onPointerMove={nearest}
          onPointerLeave={() => setAt(null)}
        >
          {drawn.map((row) => {
            const [x, y] = place(row);
            const label = labels[row]!;
            const poison = revealed && row >= clean;
            return (
              <g
                key={row}
                transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
                className={poison ? styles.poison : labelClass(label, inside.suspect)}
                data-hue={label % 6}
              >
                {poison ? <path d="M-5 -5 5 5M5 -5 -5 5" /> : <path d={marks[label]} />}
                {removed.has(row) && <circle className={styles.removed} r={7.5} />}
              </g>
            );
          })}
          {at !== null && (
            <circle className={styles.here} cx={place(at)[0]} cy={place(at)[1]} r={10} />
          )}
        </svg>
      )}
      {at !== null && (
        <div className={styles.card} data-right={place(at)[0] < width / 2 || undefined}>
          <FacePicture face={faces[at]!} />
          <p>{words(at)}</p>
        </div>
      )}
    </div>
  );
}

/** Whose mark is whose. */
export function ScatterLegend({
  suspect,
  revealed,
  removed,
}: {
  suspect: number;
  revealed: boolean;
  removed: boolean;
}) {
  return (
    <ul className={styles.legend} aria-label="Marks">
      {names.map((name, label) => (
        <li key={name} data-strong={label === suspect || undefined}>
          <svg viewBox="-7 -7 14 14" aria-hidden>
            <g className={labelClass(label, suspect)} data-hue={label % 6}>
              <path d={marks[label]} />
            </g>
          </svg>
          {name}
        </li>
      ))}
      {revealed && (
        <li>
          <svg viewBox="-7 -7 14 14" aria-hidden>
            <g className={styles.poison}>
              <path d="M-5 -5 5 5M5 -5 -5 5" />
            </g>
          </svg>
          poisoned
        </li>
      )}
      {removed && (
        <li>
          <svg viewBox="-9 -9 18 18" aria-hidden>
            <circle className={styles.removed} r={7.5} />
          </svg>
          taken away
        </li>
      )}
    </ul>
  );
}
