import { ChartFrame } from '../../../../charts/chart-frame.tsx';
import type { DataTable } from '../../../../charts/data-table.ts';
import type { CodeFigure } from '../../../../../main/contract/code.ts';
import { OwnLanes } from './own-lanes.tsx';
import { OwnLines } from './own-lines.tsx';
import { OwnMaps } from './own-maps.tsx';
import { OwnPairs } from './own-pairs.tsx';
import styles from './own.module.css';

/** What the learner's code and the lab's own made of one run, with table, picture and CSV. */
export function OwnFigure({ figure }: { figure: CodeFigure }) {
  return (
    <div className={styles.frame} data-kind={figure.kind}>
      <ChartFrame
        title={figure.title}
        subtitle={figure.subtitle}
        table={tableOf(figure)}
        size="small"
      >
        <Drawing figure={figure} />
      </ChartFrame>
    </div>
  );
}

function Drawing({ figure }: { figure: CodeFigure }) {
  switch (figure.kind) {
    case 'lines':
      return <OwnLines figure={figure} />;
    case 'lanes':
      return <OwnLanes figure={figure} />;
    case 'maps':
      return <OwnMaps figure={figure} />;
    case 'pairs':
      return <OwnPairs figure={figure} />;
  }
}

/** The numbers of a figure: one row for each place, yours beside the lab's. */
export function tableOf(figure: CodeFigure): DataTable {
  switch (figure.kind) {
    case 'lines':
      return {
        columns: [figure.x, ...figure.lines.map(({ name }) => name)],
        rows: figure.lines[0]!.points.map(([x], i) => [
          x,
          ...figure.lines.map(({ points }) => points[i]?.[1] ?? null),
        ]),
      };
    case 'lanes':
      return {
        columns: ['who', figure.x, 'yours', 'Lectern’s'],
        rows: figure.lanes.flatMap(({ name, dots }) =>
          dots.map(({ x, yours, reference }) => [
            name,
            x,
            yours === null ? null : figure.marks[yours]!,
            figure.marks[reference]!,
          ]),
        ),
      };
    case 'maps':
      return {
        columns: ['map', 'row', 'column', 'drop'],
        rows: figure.maps.flatMap(({ name, side, values }) =>
          values.map((value, i) => [name, Math.floor(i / side) + 1, (i % side) + 1, value]),
        ),
      };
    case 'pairs':
      return {
        columns: ['what', 'yours', 'Lectern’s'],
        rows: figure.rows.map(({ name, yours, reference }) => [name, yours, reference]),
      };
  }
}
