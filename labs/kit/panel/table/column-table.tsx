import { possibleKinds, type Column, type ColumnKind } from '../../../data/column.ts';
import type { ReadingChoice, Survey } from '../../../data/survey.ts';
import { Button } from '../../../../renderer/kit/button.tsx';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { ReadingMarks } from './reading-marks.tsx';
import styles from './table.module.css';

interface ColumnTableProps {
  survey: Survey;
  /** With the kinds that were chosen. */
  columns: readonly Column[];
  onKind: (name: string, kind: ColumnKind) => void;
  /** Reads the file anew: its first row, or what counts as missing, is taken for something else. */
  onChoice: (choice: ReadingChoice) => void;
}

/** More columns than this are not listed one by one. */
const mostListed = 200;

/** What each column was taken for and why. All of it can be changed. */
export function ColumnTable({ survey, columns, onKind, onChoice }: ColumnTableProps) {
  const { choice, layout, notes } = survey;
  return (
    <section className={styles.read} aria-label="How the file was read">
      <div className={styles.readHead}>
        <p className={styles.readTitle}>
          {formatFixed(survey.rows)} rows, {formatFixed(columns.length)} columns
        </p>
        <Button variant="quiet" onClick={() => onChoice({ ...choice, header: !layout.header })}>
          {layout.header ? 'Row 1 is data: number the columns' : 'Row 1 holds the names'}
        </Button>
      </div>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.slice(0, 12).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <ReadingMarks choice={choice} columns={columns} onChoice={onChoice} />
      <table className={styles.columns}>
        <caption>What each column is, from all of its rows</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">is</th>
            <th scope="col">missing</th>
            <th scope="col">why</th>
          </tr>
        </thead>
        <tbody>
          {columns.slice(0, mostListed).map((column) => (
            <tr key={column.name}>
              <th scope="row">{column.name}</th>
              <td>
                <select
                  className={styles.select}
                  aria-label={`What ${column.name} is`}
                  value={column.kind}
                  onChange={(event) => onKind(column.name, event.target.value as ColumnKind)}
                >
                  {[...possibleKinds(column)].sort().map((kind) => (
                    <option key={kind} value={kind}>
                      {kind}
                    </option>
                  ))}
                </select>
              </td>
              <td className={styles.count}>
                {column.missing === 0 ? '–' : formatFixed(column.missing)}
              </td>
              <td className={styles.why}>{[column.why, ...column.notes].join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {columns.length > mostListed && (
        <p className={styles.more}>{formatFixed(columns.length - mostListed)} more columns.</p>
      )}
    </section>
  );
}
