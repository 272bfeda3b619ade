import type { Lab } from '../../../../labs/lab.ts';
import type { Series as Kept } from '../../../../main/contract/run.ts';
import { formatExact } from '../../../kit/number/format.ts';
import styles from './small-chart.module.css';

export interface SmallLine {
  name: string;
  /** Colour and dash, as figures number them. */
  index: number;
  points: Kept[string];
}

const [width, height] = [200, 64];

/** One series of a run, or the same of several, with its range in words: small, to be looked at beside others. */
export function SmallChart({ title, lines }: { title: string; lines: readonly SmallLine[] }) {
  const all = lines.flatMap(({ points }) => points);
  if (all.length === 0) return null;
  const [x0, x1, y0, y1] = [min(all, 0), max(all, 0), min(all, 1), max(all, 1)];
  const x = (value: number) => (x1 > x0 ? ((value - x0) / (x1 - x0)) * width : width / 2);
  const y = (value: number) =>
    y1 > y0 ? height - ((value - y0) / (y1 - y0)) * height : height / 2;
  const path = (points: SmallLine['points']) =>
    points
      .map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${x(px).toFixed(1)} ${y(py).toFixed(1)}`)
      .join('');
  const ends = lines
    .filter(({ points }) => points.length > 0)
    .map(
      ({ name, points }) =>
        `${name}: from ${formatExact(points[0]![1])} to ${formatExact(points.at(-1)![1])}`,
    );
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.title}>{title}</figcaption>
      <div className={styles.plot}>
        <span className={styles.high}>{formatExact(y1)}</span>
        <span className={styles.low}>{formatExact(y0)}</span>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${title}. ${ends.join('; ')}`}
        >
          {lines.map(({ name, index, points }) => (
            <path
              key={name}
              d={path(points)}
              vectorEffect="non-scaling-stroke"
              style={{ stroke: `var(--s${index})`, strokeDasharray: `var(--dash-${index})` }}
            />
          ))}
        </svg>
        <span className={styles.from}>{formatExact(x0, 2)}</span>
        <span className={styles.to}>{formatExact(x1, 2)}</span>
      </div>
    </figure>
  );
}

/** What the lab calls a series; else "loss.small" is "loss, small". */
export const seriesTitle = (name: string, lab: Pick<Lab, 'seriesNames'> | null): string =>
  lab?.seriesNames?.[name] ?? name.replace(/[._]/g, ', ').replace(/-/g, ' ');

const min = (points: SmallLine['points'], at: 0 | 1) =>
  points.reduce((least, point) => Math.min(least, point[at]), Infinity);
const max = (points: SmallLine['points'], at: 0 | 1) =>
  points.reduce((most, point) => Math.max(most, point[at]), -Infinity);
