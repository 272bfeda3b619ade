import type { Remark } from '../../main/contract/remark.ts';
import { formatLink } from '../app/address.ts';
import { Icon } from '../kit/icon.tsx';
import { attempt } from '../lab/judge.ts';
import { nameOf, placeOf, settingsOf, startedWords } from '../notebook/run-names.ts';
import { partOfRun } from './choose-runs.ts';
import type { ReportLab, ReportRun } from './collect.ts';
import { holdsFigure } from './held.ts';
import { RunFigure } from './run-figure.tsx';
import { asSaid, backendOf, commandOf, endedOf, machineOf, shortHash, tookOf, versionsOf } from './words.ts';
import styles from './report-run.module.css';

interface ReportRunProps {
  lab: ReportLab;
  kept: ReportRun;
  remark: Remark | undefined;
  /** Whether figures and tables that answer an open question are left out. */
  holds: boolean;
}

/** So many rows of a lab's table stand in the report. */
const mostRows = 14;

/** One run: its figure, its numbers, how it was made, and how to make it again. */
export function ReportRunSection({ lab: { loaded, progress }, kept: { run, card, problem }, remark, holds }: ReportRunProps) {
  const manifest = loaded?.lab ?? null;
  const ended = endedOf(run);
  const id = `run-${run.id}`;
  return (
    <section className={styles.run} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 className={styles.title} id={id}>Run {run.number}: {nameOf(run, manifest, remark)}</h3>
        <p className={styles.marks}>
          {run.pinned && <span><Icon name="pin" size={14} />pinned</span>}
          {remark?.starred && <span><Icon name="starred" size={14} />starred</span>}
          <span className="num">seed {run.seed}</span>
        </p>
      </header>
      {ended !== null && <p className={styles.notice}>{ended}</p>}
      {remark?.origin && !remark.origin.hashFits && <p className={styles.notice}>This run was imported, and its content does not fit its hash: it was changed after it was written.</p>}
      {problem !== null && <p className={styles.notice}>Its card could not be read: {problem}</p>}
      {card && <Found lab={loaded} card={card} progress={progress} holds={holds} />}
      {remark?.note && <div className={styles.note}><p className={styles.noteHead}>Note</p><p className={styles.words}>{remark.note}</p></div>}
      <Facts run={run} card={card} loaded={loaded} />
    </section>
  );
}

function Found({ lab: loaded, card, progress, holds }: { lab: ReportLab['loaded']; card: NonNullable<ReportRun['card']>; progress: ReportLab['progress']; holds: boolean }) {
  if (!loaded) return <p className={styles.quiet}>This Lectern has no lab “{card.lab}”: its result can’t be read here.</p>;
  if (card.labVersion > loaded.lab.version) return <p className={styles.quiet}>A newer version of this lab made the run (version {card.labVersion}; here is {loaded.lab.version}): its figure and numbers can’t be read here.</p>;
  const part = partOfRun(loaded.story, card);
  const open = holds && loaded.story.parts.some((one) => holdsFigure(one, progress));
  const table = card.complete && card.result !== null && !open ? attempt(() => loaded.lab.summary(card.result as never)) : null;
  return (
    <>
      {card.labVersion < loaded.lab.version && <p className={styles.quiet}>An older version of this lab made the run (version {card.labVersion}; here is {loaded.lab.version}).</p>}
      {part && (holds && holdsFigure(part, progress)
        ? <p className={styles.quiet}>“{part.title}” still asks for a prediction, and the figure would answer it: it is left out.</p>
        : card.result !== null && <RunFigure loaded={loaded} card={card} part={part} />)}
      {table && table.length > 1 && (
        <table className={styles.table}>
          <caption className="said">What run {card.number} found</caption>
          <thead><tr>{table[0]!.map((cell, i) => <th key={i} scope="col">{cell}</th>)}</tr></thead>
          <tbody>{table.slice(1, 1 + mostRows).map((row, i) => <tr key={i}>{row.map((cell, j) => (j === 0 ? <th key={j} scope="row">{cell}</th> : <td key={j}>{cell}</td>))}</tr>)}</tbody>
        </table>
      )}
      {table && table.length > 1 + mostRows && <p className={styles.quiet}>{table.length - 1 - mostRows} more rows are in the card.</p>}
    </>
  );
}

function Facts({ run, card, loaded }: Pick<ReportRun, 'run' | 'card'> & Pick<ReportLab, 'loaded'>) {
  const lab = loaded?.lab ?? null;
  const preset = lab?.presets.find(({ id }) => id === run.preset);
  const changed = settingsOf(run, lab).filter((one) => one.preset !== null || !lab);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Settings</dt>
        <dd>
          {preset ? `Preset “${preset.title}”` : 'No preset'}{changed.length === 0 ? ', nothing changed' : ':'}
          {changed.length > 0 && <ul>{changed.map(({ name, label, value, unit, preset: was }) => <li key={name}>{label} <b className="num">{value}</b> {unit}{was !== null && <span className={styles.was}> instead of {was}</span>}</li>)}</ul>}
        </dd>
      </div>
      {run.prediction && <div><dt>Said before it</dt><dd className={styles.you}>{asSaid(run.prediction.value)} {run.prediction.unit}</dd></div>}
      <div><dt>Ran</dt><dd>{startedWords(run)}, took <span className="num">{tookOf(run)}</span>{run.measuredFrom ? ', with the timings of an earlier run' : ''}</dd></div>
      {card && <div><dt>Backend</dt><dd>{backendOf(card)}</dd></div>}
      {card && <div><dt>Machine</dt><dd>{machineOf(card)}</dd></div>}
      {card && <div><dt>Versions</dt><dd>{versionsOf(card)}</dd></div>}
      {card && <div><dt>Content hash</dt><dd><b className="num">{shortHash(card.hash)}</b> <span className={`num ${styles.code}`}>{card.hash}</span></dd></div>}
      {lab && <div><dt>Same set-up</dt><dd><code className={styles.code}>{formatLink({ room: 'labs', lab: placeOf(run, lab) })}</code></dd></div>}
      {lab && <div><dt>Again</dt><dd><code className={styles.code}>{commandOf(run, lab)}</code></dd></div>}
    </dl>
  );
}
