import type { Annotations } from '../../../main/contract/annotation.ts';
import { PairLine } from '../../charts/pair-line.tsx';
import { Icon } from '../../kit/icon.tsx';
import { readCommitment } from '../../model/prediction/commitment.ts';
import { waitingWords } from '../../model/prediction/open-questions.ts';
import type { Outcome } from '../../model/prediction/outcome.ts';
import type {
  CheckProgress,
  CodeProgress,
  ReflectionProgress,
} from '../../model/prediction/progress.ts';
import { aboutRuns } from './about-runs.ts';
import type { ReportLab, Said } from './collect.ts';
import { ReportRunSection } from './report-run.tsx';
import { ReportTables } from './report-tables.tsx';
import { asMeasured, asSaid, type Usual } from './words.ts';
import styles from './report-lab.module.css';

/** One lab: what was said and what came out, the checks, the learner's own words, and the runs. */
export function ReportLabSection({
  lab,
  annotations,
  usual,
  withholds,
}: {
  lab: ReportLab;
  annotations: Annotations;
  usual: Usual;
  withholds: boolean;
}) {
  const { id, title, question, loaded, status, said } = lab;
  const waiting = loaded && withholds ? waitingWords(loaded, lab.progress, lab.known) : '';
  return (
    <section className={styles.lab} aria-labelledby={`lab-${id}`}>
      <header>
        <h2 className={styles.title} id={`lab-${id}`}>
          {title}
        </h2>
        {question && <p className={styles.question}>{question}</p>}
      </header>
      {!loaded && (
        <p className={styles.quiet}>
          This Lectern has no lab of that name, or its files could not be read: only the runs’ own
          facts stand here.
        </p>
      )}
      {said.length > 0 && <Predictions said={said} />}
      {status && status.each.checks.length > 0 && <Checks checks={status.each.checks} />}
      {status && status.each.reflections.length > 0 && (
        <Reflections all={status.each.reflections} />
      )}
      {status && <Codes all={status.each.codes} />}
      <h3 className={styles.heading}>Runs</h3>
      <p className={styles.quiet}>
        {aboutRuns({ runCount: lab.runCount, chosen: lab.chosen, here: lab.runs.length })}
      </p>
      {waiting !== '' && lab.runs.length > 0 && (
        <p className={styles.quiet}>
          {waiting}: tables of numbers that may answer a question are left out.
        </p>
      )}
      {lab.runs.map((kept) => (
        <ReportRunSection
          key={kept.run.id}
          lab={lab}
          kept={kept}
          annotation={annotations[kept.run.id]}
          usual={usual}
          withholds={withholds}
        />
      ))}
      {lab.tables.length > 0 && <ReportTables tables={lab.tables} />}
    </section>
  );
}

function Predictions({ said }: { said: readonly Said[] }) {
  return (
    <table className={styles.table}>
      <caption>Predictions</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.asks}>
            Asked
          </th>
          <th scope="col" className={styles.number}>
            Said
          </th>
          <td className={styles.scale} />
          <th scope="col">Was</th>
          <th scope="col" className={styles.far}>
            How far off
          </th>
          <th scope="col" className={`${styles.number} ${styles.sure}`}>
            Sure
          </th>
        </tr>
      </thead>
      <tbody>
        {said.map(({ step, said: locked, was, instead, score, verdict, places, curve }) => (
          <tr key={step.id}>
            <th scope="row">
              {step.question}
              {verdict && <span className={styles.verdict}>{verdict}</span>}
              {curve && <span className={styles.verdict}>{curve.words}.</span>}
            </th>
            {locked ? (
              <td className={`${styles.number} ${styles.you}`}>
                <Told value={locked.value} text={asSaid(locked.value)} unit={step.unit} />
              </td>
            ) : (
              <td className={styles.number}>
                <span className={styles.quiet}>nothing</span>
              </td>
            )}
            <td className={styles.line}>
              {places && <PairLine said={places.said} was={places.was} width={76} />}
            </td>
            <td className={styles.outcome}>
              {was ? (
                <>
                  <Told value={was.value} text={asMeasured(was.value)} unit={step.unit} />
                  {was.run !== null && <span className={styles.verdict}>run {was.run}</span>}
                </>
              ) : (
                <span className={styles.quiet}>{instead}</span>
              )}
            </td>
            <td>
              {score && (
                <span className={score.hit ? styles.good : undefined}>
                  {score.hit && <Icon name="check" size={14} />}
                  {score.words}
                </span>
              )}
            </td>
            <td className={styles.number}>
              {locked &&
                (locked.confidence === undefined ? (
                  <span className={styles.quiet}>–</span>
                ) : (
                  <span className="num">{Math.round(locked.confidence * 100)} %</span>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A number in the tabular face with its unit, or a choice in words. */
function Told({ value, text, unit }: { value: Outcome; text: string; unit: string }) {
  return typeof value !== 'string' ? (
    <span className={styles.short}>
      <b className="num">{text}</b> {unit}
    </span>
  ) : (
    <b className={styles.choice}>
      {text}
      {unit ? ` ${unit}` : ''}
    </b>
  );
}

const statuses = {
  right: { icon: 'check', words: 'right' },
  'not-yet': { icon: 'replay', words: 'not yet' },
  'not-attempted': { icon: 'minus', words: 'not attempted' },
} as const;

function Checks({ checks }: { checks: readonly CheckProgress[] }) {
  return (
    <table className={styles.table}>
      <caption>Checks</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.checked}>
            Asked
          </th>
          <th scope="col">State</th>
          <th scope="col">Last answer</th>
          <th scope="col" className={`${styles.number} ${styles.count}`}>
            Tries
          </th>
          <th scope="col" className={`${styles.number} ${styles.count}`}>
            Hints
          </th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ step, status, answer, tries, hints, afterAnswer }) => {
          const { icon, words } = statuses[status];
          return (
            <tr key={step.id}>
              <th scope="row">{step.question}</th>
              <td className={styles.state} data-status={status}>
                <span>
                  <Icon name={icon} size={14} />
                  {words}
                </span>
                {afterAnswer && <span className={styles.verdict}>after the worked answer</span>}
              </td>
              <td>
                {answer !== null && <Told value={answer} text={asSaid(answer)} unit={step.unit} />}
              </td>
              <td className={`${styles.number} num`}>{tries}</td>
              <td className={`${styles.number} num`}>{hints}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Answers in code that were judged: the last one, or the one that passed. */
function Codes({ all }: { all: readonly CodeProgress[] }) {
  const tried = all.filter(({ state }) => state.answer !== null);
  if (tried.length === 0) return null;
  return (
    <div className={styles.reflections}>
      <h3 className={styles.heading}>Code</h3>
      {tried.map(({ step, status, state }) => (
        <div key={step.id} className={styles.reflection}>
          <p className={styles.asked}>
            {step.title}: {statuses[status].words}
            {state.tries > 1 && `, ${state.tries} tries`}
            {state.opened && ', the worked answer was opened'}
          </p>
          <pre className={styles.code}>{state.answer}</pre>
        </div>
      ))}
    </div>
  );
}

function Reflections({ all }: { all: readonly ReflectionProgress[] }) {
  const written = all.filter(({ text }) => text.trim() !== '');
  const missing = all.length - written.length;
  return (
    <div className={styles.reflections}>
      <h3 className={styles.heading}>In the learner’s words</h3>
      {written.map(({ step, text }) => {
        const { choice, words } = readCommitment(text, step.choices);
        return (
          <div key={step.id} className={styles.reflection}>
            <p className={styles.asked}>{step.question}</p>
            <div className={styles.own}>
              {choice !== null && (
                <p>
                  <b>{choice}</b>
                </p>
              )}
              <p className={styles.words}>{words}</p>
            </div>
          </div>
        );
      })}
      {missing > 0 && (
        <p className={styles.quiet}>
          {written.length === 0 ? `None of ${all.length} written.` : missingWords(missing)}
        </p>
      )}
    </div>
  );
}

const missingWords = (missing: number) =>
  missing === 1 ? 'One more is not written.' : `${missing} more are not written.`;
