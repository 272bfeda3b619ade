import { reportFacts } from '../../../labs/kit/panel/report/report-facts.ts';
import { ReportView } from '../../../labs/kit/panel/report/report-view.tsx';
import type { ReportTable } from './collect.ts';
import { dayOf } from './words.ts';
import styles from './report-tables.module.css';

/** The learner's own tables as this lab judged them: what each was, and the whole of what was found. No row of them is anywhere in it. */
export function ReportTables({ tables }: { tables: readonly ReportTable[] }) {
  return (
    <section className={styles.tables} aria-label="Own tables">
      <h3 className={styles.heading}>Own tables</h3>
      {tables.map(({ listed, whole, problem }) => (
        <article key={listed.id} className={styles.table}>
          <h4 className={styles.title}>{whole?.body.title ?? listed.file.name}</h4>
          <p className={styles.found}>{listed.found}</p>
          {problem && <p className={styles.quiet}>{problem}</p>}
          {whole && (
            <>
              <dl className={styles.facts}>
                {reportFacts(whole).map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
                <div>
                  <dt>Judged on</dt>
                  <dd>{dayOf(new Date(whole.keptAt))}</dd>
                </div>
                {whole.importedAt && (
                  <div>
                    <dt>Came with</dt>
                    <dd>another notebook, on {dayOf(new Date(whole.importedAt))}</dd>
                  </div>
                )}
              </dl>
              <ReportView report={whole.body} level={5} />
            </>
          )}
        </article>
      ))}
    </section>
  );
}
