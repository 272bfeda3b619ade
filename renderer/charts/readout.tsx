import type { Series } from './series.ts';
import figure from './figure.module.css';

export interface ReadoutRow {
  id: string;
  name: string;
  index: number;
  role: Series['role'];
  text: string;
}

/** The values under the pointer or the keyboard's cursor, on the side where there is room. */
export function Readout({
  head,
  rows,
  left,
  width,
}: {
  head: string;
  rows: readonly ReadoutRow[];
  left: number;
  width: number;
}) {
  const side = left > width / 2 ? { right: width - left + 12 } : { left: left + 12 };
  return (
    <div className={figure.readout} style={side} aria-hidden="true">
      <p className={figure.readoutHead}>{head}</p>
      {rows.map((row) => (
        <p key={row.id} className={figure.readoutRow}>
          <svg width="20" height="8" aria-hidden="true">
            <line
              x1="1"
              x2="19"
              y1="4"
              y2="4"
              className={`${figure.swatch} ${row.role === 'series' ? figure[`s${row.index}`] : figure.ghost}`}
            />
          </svg>
          <span>{row.name}</span>
          <span className={figure.readoutValue}>{row.text}</span>
        </p>
      ))}
    </div>
  );
}
