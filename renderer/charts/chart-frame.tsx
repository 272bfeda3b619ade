import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { MarkedText } from '../glossary/marked-text.tsx';
import { Button } from '../kit/button.tsx';
import { useOfferedActions } from './chart-actions.ts';
import type { DataTable } from './data-table.ts';
import { downloadBlob, fileName, saveCsv, svgToPng } from './download.ts';
import { usePlotNote } from './note/plot-note.tsx';
import { TableView } from './table-view.tsx';
import styles from './chart-frame.module.css';

export interface ChartFrameProps {
  /** What the figure found, as a sentence. */
  title: string;
  /** The measure and its unit. */
  subtitle: string;
  table: DataTable;
  /** Beside the subtitle: a switch between figures. */
  aside?: ReactNode;
  /** 'small' inside a slide: no buttons of its own. */
  size?: 'usual' | 'small';
  children: ReactNode;
}

/** What stands around every figure: its sentence, its measure, and its table, picture and CSV. */
export function ChartFrame({
  title,
  subtitle,
  table,
  aside,
  size = 'usual',
  children,
}: ChartFrameProps) {
  const [showTable, setShowTable] = useState(false);
  const [problem, setProblem] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const id = useId();
  const latest = useRef({ title, subtitle, table });
  useEffect(() => {
    latest.current = { title, subtitle, table };
  });
  const actions = useMemo(
    () => ({
      showTable,
      toggleTable: () => setShowTable((shown) => !shown),
      exportCsv: () => {
        saveCsv(latest.current.title, latest.current.table).then(
          () => setProblem(''),
          () => setProblem('The CSV file could not be written. The table shows the same numbers.'),
        );
      },
      exportPng: () => {
        const svg = body.current?.querySelector<SVGSVGElement>(
          'svg[role="img"], svg.recharts-surface',
        );
        if (!svg)
          return setProblem(
            showTable
              ? 'Close the table first: the picture is of the figure.'
              : 'There is no drawing here to save. The CSV file has the numbers.',
          );
        svgToPng(svg, latest.current).then(
          (png) => {
            setProblem('');
            downloadBlob(fileName(latest.current.title, 'png'), png);
          },
          () =>
            setProblem(
              'This browser could not draw the picture. The CSV file has the same numbers.',
            ),
        );
      },
    }),
    [showTable],
  );
  const note = usePlotNote(id);
  const barShowsThem = useOfferedActions(id, actions);
  return (
    <section className={styles.frame} data-size={size} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 className={`${styles.title} ${styles.words}`} id={id}>
          {title}
        </h3>
        {!barShowsThem && size === 'usual' && (
          <div className={styles.buttons}>
            <Button variant="quiet" icon="table" pressed={showTable} onClick={actions.toggleTable}>
              Table
            </Button>
            <Button
              variant="quiet"
              icon="download"
              onClick={actions.exportPng}
              aria-label="Export the picture as PNG"
            >
              PNG
            </Button>
            <Button
              variant="quiet"
              onClick={actions.exportCsv}
              aria-label="Export the numbers as CSV"
            >
              CSV
            </Button>
          </div>
        )}
      </header>
      <div className={styles.second}>
        <p className={styles.subtitle}>
          <MarkedText>{subtitle}</MarkedText>
        </p>
        {aside}
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.body} ref={body}>
        {showTable ? <TableView caption={title} table={table} /> : children}
        {note}
      </div>
    </section>
  );
}
