import type { ReactNode } from 'react';
import type { ReportSection, TableReport } from '../../../view.ts';
import { ChartFrame } from '../../../../renderer/charts/chart-frame.tsx';
import type { DataTable } from '../../../../renderer/charts/data-table.ts';
import { Callout } from '../../../../renderer/kit/callout.tsx';
import { ReportView } from '../report/report-view.tsx';
import { useClassTable, type TableLab } from './class-table.ts';
import { DataBar } from './data-bar.tsx';
import { useKeptReport } from './use-kept-report.ts';
import styles from './class-table.module.css';

interface ClassTablePartProps {
  lab: TableLab;
  part: string;
  /** True while the part's question is open: then its answer waits, whoever's data it is of. */
  hidden: boolean;
  /** The part with the built-in data. */
  children: ReactNode;
}

/** A part of a lab with the class's own table in place of the built-in data, where the instructor chose one. */
export function ClassTablePart({ lab, part, hidden, children }: ClassTablePartProps) {
  const [table, choose] = useClassTable(lab);
  const report = useKeptReport(table?.report ?? null);
  if (!table) return children;
  const shown = table.shown && report !== 'gone';
  return (
    <div className={styles.whole}>
      <DataBar builtIn={lab.builtIn} table={table} gone={report === 'gone'} onChange={choose} />
      {shown ? report && <Shown {...{ lab, part, hidden, report }} /> : children}
    </div>
  );
}

interface ShownProps extends Omit<ClassTablePartProps, 'children'> {
  report: TableReport;
}

function Shown({ lab, part, hidden, report }: ShownProps) {
  const { about, sections } = report.body;
  const section = sections.find((one) => one.part === part);
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={section?.heading ?? 'This table can’t do this part'}
          subtitle={`${report.file.name} · no row of it is kept, only what stands here`}
          table={section && !hidden ? dataTable(section) : { columns: ['group'], rows: [] }}
        >
          <div className={styles.scroll} tabIndex={0} role="region" aria-label="On this table">
            {section && !hidden && (
              <ReportView
                report={{ about: part === lab.first ? about : [], sections: [section] }}
                headings={false}
              />
            )}
            {!section && (
              <Callout
                kind="notice"
                what={lab.why(about)}
                safe={`the built-in ${lab.builtIn}: the switch above shows them.`}
                next={`Or open another table in “${lab.own}”.`}
              />
            )}
          </div>
        </ChartFrame>
      </div>
    </div>
  );
}

/** The section's first table as the figure's numbers. */
function dataTable({ tables }: ReportSection): DataTable {
  const [first] = tables;
  if (!first) return { columns: ['group'], rows: [] };
  return {
    columns: first.columns,
    rows: first.rows.map(({ cells }) =>
      cells.map((cell) => (typeof cell === 'string' ? cell : cell.value)),
    ),
  };
}
