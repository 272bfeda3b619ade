import type { ReportBody, ReportCell, ReportTable } from '../../../view.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { rangeWords } from './range-words.ts';
import styles from './report.module.css';

interface ReportViewProps {
  report: Pick<ReportBody, 'about' | 'sections'>;
  /** Left out where the title stands elsewhere. */
  title?: string;
  /** False where a section's heading stands elsewhere. */
  headings?: boolean;
  /** Of the sections' headings, one below what stands above them. */
  level?: 3 | 4 | 5;
}

/** A report on a table, whichever lab made it. */
export function ReportView({ report, title, headings = true, level = 4 }: ReportViewProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.report}>
      {title && <h3 className={styles.title}>{title}</h3>}
      {report.about.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {report.sections.map((section) => (
        <section key={section.heading}>
          {headings && <Heading className={styles.heading}>{section.heading}</Heading>}
          {section.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {section.points.length > 0 && (
            <ul>
              {section.points.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          {section.tables.map((table) => (
            <Table key={table.caption} table={table} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Table({ table }: { table: ReportTable }) {
  return (
    <table>
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ cells, quiet }, row) => (
          <tr key={row} data-quiet={quiet || undefined}>
            {cells.map((cell, at) =>
              at === 0 ? (
                <th key={at} scope="row">
                  <Cell cell={cell} />
                </th>
              ) : (
                <td key={at}>
                  <Cell cell={cell} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell }: { cell: ReportCell }) {
  if (typeof cell === 'string') return cell;
  return (
    <>
      {formatFixed(cell.value, cell.digits ?? 2)}
      {cell.interval && (
        <small>
          {' '}
          {rangeWords(cell.interval)}
          {cell.exact && '*'}
        </small>
      )}
    </>
  );
}
