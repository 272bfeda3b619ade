import type { Who } from '../../../main/contract/learner.ts';
import type { Annotations } from '../../../main/contract/annotation.ts';
import { overall } from '../../model/prediction/progress.ts';
import type { ReportLab } from './collect.ts';
import { ReportLabSection } from './report-lab.tsx';
import { backendOf, dayOf, machineOf, versionsOf } from './words.ts';
import styles from './report-document.module.css';

export interface ReportDocumentProps {
  /** The lecture, and the course that it belongs to where the learner names none. */
  lecture: { title: string; course: string };
  who: Who;
  day: Date;
  /** Lectern's own version; null until the host has said it. */
  version: string | null;
  labs: readonly ReportLab[];
  annotations: Annotations;
  /** Whether figures and tables that answer an open question are left out. */
  withholds: boolean;
}

/** The report as it is saved and printed: what stands here is what stands in the file. */
export function ReportDocument({
  lecture,
  who,
  day,
  version,
  labs,
  annotations,
  withholds,
}: ReportDocumentProps) {
  // What stands in the head is where the newest run was made; a run that was made elsewhere says so.
  const newest = labs
    .flatMap(({ runs }) => runs.flatMap(({ card }) => card ?? []))
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt))[0];
  const usual = {
    machine: newest ? machineOf(newest) : '',
    versions: newest ? versionsOf(newest) : '',
  };
  return (
    <article className={styles.report} data-report>
      <header className={styles.head}>
        <p className={styles.over}>Lab report</p>
        <h1 className={styles.title}>{lecture.title}</h1>
        <p className={styles.name}>
          {who.name.trim() || <span className={styles.missing}>No name given</span>}
        </p>
        <dl className={styles.facts}>
          <div>
            <dt>Course</dt>
            <dd>{who.course.trim() || lecture.course}</dd>
          </div>
          <div>
            <dt>Date</dt>
            <dd>{dayOf(day)}</dd>
          </div>
          <div>
            <dt>Made with</dt>
            <dd>Lectern{version ? ` ${version}` : ''}</dd>
          </div>
          {newest && (
            <div>
              <dt>Backend</dt>
              <dd>{backendOf(newest)}</dd>
            </div>
          )}
          {newest && (
            <div>
              <dt>Machine</dt>
              <dd>{usual.machine}</dd>
            </div>
          )}
          {newest && (
            <div>
              <dt>Versions</dt>
              <dd>{usual.versions}</dd>
            </div>
          )}
        </dl>
      </header>
      {labs.length > 0 && <Summary labs={labs} />}
      {labs.map((lab) => (
        <ReportLabSection
          key={lab.id}
          lab={lab}
          annotations={annotations}
          usual={usual}
          withholds={withholds}
        />
      ))}
      <footer className={styles.foot}>
        Every number comes from runs on the learner’s own computer. A run is made again from its
        parameters and its seed. On the same machine and backend each number comes out the same.
        Timings are kept in the run’s card:{' '}
        <code className="num">npm run lab -- replay card.json</code> uses them and compares every
        number.
      </footer>
    </article>
  );
}

function Summary({ labs }: { labs: readonly ReportLab[] }) {
  const rows = labs.map(({ id, title, status, runCount, runs }) => ({
    id,
    title,
    runs: runCount,
    here: runs.length,
    predictions: status?.predictions ?? null,
    reflections: status?.reflections ?? null,
    right: count(status, 'right'),
    notYet: count(status, 'not-yet'),
    open: count(status, 'not-attempted'),
  }));
  const all = overall(labs.flatMap(({ status }) => status ?? []));
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const scores = labs.flatMap(({ said }) => said.flatMap(({ score }) => score ?? []));
  const hits = scores.filter(({ hit }) => hit).length;
  return (
    <section className={styles.summary} aria-labelledby="summary">
      <h2 id="summary" className={styles.heading}>
        Summary
      </h2>
      <table className={styles.table}>
        <caption className="said">What was done in each lab</caption>
        <thead>
          <tr>
            <th scope="col">Lab</th>
            <th scope="col">Predictions</th>
            <th scope="col">Checks right</th>
            <th scope="col">not yet</th>
            <th scope="col">not attempted</th>
            <th scope="col">Reflections</th>
            <th scope="col">Runs</th>
            <th scope="col">in this report</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.title}</th>
              <td>{part(row.predictions)}</td>
              <td>{row.right}</td>
              <td>{row.notYet}</td>
              <td>{row.open}</td>
              <td>{part(row.reflections)}</td>
              <td>{row.runs}</td>
              <td>{row.here}</td>
            </tr>
          ))}
        </tbody>
        {rows.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">All</th>
              <td>{part(all.predictions)}</td>
              <td>{sum(({ right }) => right)}</td>
              <td>{sum(({ notYet }) => notYet)}</td>
              <td>{sum(({ open }) => open)}</td>
              <td>{part(all.reflections)}</td>
              <td>{sum(({ runs }) => runs)}</td>
              <td>{sum(({ here }) => here)}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {scores.length > 0 && (
        <p>
          Of {scores.length === 1 ? 'the one prediction' : `${scores.length} predictions`} that a
          run has answered, {hitWords(hits)} right or close. A number is close within 5 % of the
          scale that it was asked on, or within a factor of 1.25 where that scale is logarithmic.
        </p>
      )}
    </section>
  );
}

function hitWords(hits: number): string {
  if (hits === 0) return 'none was';
  return hits === 1 ? 'one was' : `${hits} were`;
}

const count = (status: ReportLab['status'], of: 'right' | 'not-yet' | 'not-attempted') =>
  status?.each.checks.filter((check) => check.status === of).length ?? 0;
const part = (count: { done: number; of: number } | null) =>
  count ? `${count.done} of ${count.of}` : '–';
