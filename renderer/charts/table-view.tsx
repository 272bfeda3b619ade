import { cellText, type DataTable } from './data-table.ts';
import styles from './table-view.module.css';

/** The numbers of a figure as a table that can be read by keyboard and screen reader. */
export function TableView({ caption, table }: { caption: string; table: DataTable }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={`Table: ${caption}`}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
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
          {table.rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) =>
                j === 0 ? (
                  <th key={j} scope="row">
                    {cellText(cell)}
                  </th>
                ) : (
                  <td key={j}>{cellText(cell)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length === 0 && <p className={styles.empty}>No numbers yet: run the lab.</p>}
    </div>
  );
}
