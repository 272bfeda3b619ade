import { useMemo } from 'react';
import type { CodeFigure } from '../../../../../main/contract/code.ts';
import { linearAxis } from '../../../../charts/axis.ts';
import { LineFigure } from '../../../../charts/line-figure.tsx';
import type { Series } from '../../../../charts/series.ts';
import { formatExact } from '../../../../kit/number/format.ts';

type Lines = Extract<CodeFigure, { kind: 'lines' }>;

/** The lab's own line is the baseline, as everywhere; the learner's lies over it. */
const looks = { reference: 0, yours: 1, other: 2 } as const;
/** So much higher than the lab's own line, and the learner's leaves the picture: else the lab's would lie flat at the bottom. */
const roomOver = 2;

/** The highest point that is drawn: of the lab's own lines, and of the learner's as long as both can be seen. */
function topOf(lines: Lines['lines']): number {
  const heights = (yours: boolean) =>
    lines
      .filter(({ whose }) => (whose === 'yours') === yours)
      .flatMap(({ points }) => points.flatMap(([, y]) => y ?? []));
  const reference = Math.max(...heights(false), 0);
  return Math.max(reference, Math.min(Math.max(...heights(true), 0), roomOver * reference));
}

export function OwnLines({ figure }: { figure: Lines }) {
  const { x, y, lines } = figure;
  const series = useMemo(
    (): Series[] =>
      lines.map(({ name, whose, points }) => ({
        id: name,
        name,
        points,
        index: looks[whose],
        role: 'series',
      })),
    [lines],
  );
  const xAxis = useMemo(
    () => linearAxis(x, Math.max(...lines[0]!.points.map(([place]) => place), 1)),
    [x, lines],
  );
  return (
    <LineFigure
      description={`${figure.title}: ${figure.subtitle}.`}
      x={xAxis}
      y={linearAxis(y, topOf(lines))}
      series={series}
      formatX={(value) => `${x}: ${formatExact(value)}`}
      formatY={(value) => formatExact(value)}
      size="small"
      nameY
    />
  );
}
