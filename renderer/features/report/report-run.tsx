import type { LabProgress } from '../../../main/contract/learner.ts';
import type { Annotation } from '../../../main/contract/annotation.ts';
import type { RunCard } from '../../../main/contract/run.ts';
import { Icon } from '../../kit/icon.tsx';
import { formatLink } from '../../model/address/address.ts';
import { attempt } from '../../model/lab/attempt.ts';
import type { LoadedLab } from '../../model/lab/registry.ts';
import type { KnownRuns } from '../../model/prediction/judging/judging-run.ts';
import { waitingWords, withholdsFigure } from '../../model/prediction/open-questions.ts';
import { nameOf, placeOf, settingsOf, startedWords } from '../../model/runs/run-names.ts';
import { partOfRun } from './choose-runs.ts';
import type { ReportLab, ReportRun } from './collect.ts';
import { RunFigure } from './run-figure.tsx';
import {
  asSaid,
  backendOf,
  commandOf,
  endedOf,
  machineOf,
  shortHash,
  tookOf,
  versionsOf,
  type Usual,
} from './words.ts';
import styles from './report-run.module.css';

interface ReportRunProps {
  lab: ReportLab;
  kept: ReportRun;
  annotation: Annotation | undefined;
  /** Where the newest run of the report was made, as the report's head says it: a run that says the same need not. */
  usual: Usual;
  /** Whether figures and tables that answer an open question are left out. */
  withholds: boolean;
}

/** So many rows of a lab's table stand in the report. */
const mostRows = 10;

/** One run: its figure, its numbers, how it was made, and how to make it again. */
export function ReportRunSection({
  lab: { loaded, progress, known },
  kept: { run, card, problem },
  annotation,
  usual,
  withholds,
}: ReportRunProps) {
  const manifest = loaded?.lab ?? null;
  const ended = endedOf(run);
  const unread = card && unreadable(loaded, card);
  const id = `run-${run.id}`;
  return (
    <section className={styles.run} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 className={styles.title} id={id}>
          Run {run.number}: {nameOf(run, manifest, annotation)}
        </h3>
        <p className={styles.marks}>
          {run.pinned && (
            <span>
              <Icon name="pin" size={14} />
              pinned
            </span>
          )}
          {annotation?.starred && (
            <span>
              <Icon name="starred" size={14} />
              starred
            </span>
          )}
          <span className="num">seed {run.seed}</span>
        </p>
      </header>
      {ended !== null && <p className={styles.notice}>{ended}</p>}
      {annotation?.origin && !annotation.origin.hashFits && (
        <p className={styles.notice}>
          This run was imported, and its content does not fit its hash: it was changed after it was
          written.
        </p>
      )}
      {problem !== null && <p className={styles.notice}>Its card could not be read: {problem}</p>}
      {card && loaded && !unread && (
        <Drawn
          loaded={loaded}
          card={card}
          progress={progress}
          known={known}
          withholds={withholds}
        />
      )}
      {unread !== null && <p className={styles.quiet}>{unread}</p>}
      {annotation?.note && (
        <div className={styles.note}>
          <p className={styles.noteHead}>Note</p>
          <p className={styles.words}>{annotation.note}</p>
        </div>
      )}
      <Facts run={run} card={card} loaded={loaded} usual={usual} />
      {card && loaded && !unread && (
        <Numbers
          loaded={loaded}
          card={card}
          progress={progress}
          known={known}
          withholds={withholds}
        />
      )}
    </section>
  );
}

/** Why a card's result can't be shown here; null where it can. */
function unreadable(loaded: LoadedLab | null, card: RunCard): string | null {
  if (!loaded) return `This Lectern has no lab “${card.lab}”: its result can’t be read here.`;
  const own = loaded.lab.version;
  if (card.labVersion > own)
    return (
      `A newer version of this lab made the run (version ${card.labVersion}; here is ${own}): ` +
      'its figure and numbers can’t be read here.'
    );
  return card.complete && !loaded.lab.result.safeParse(card.result).success
    ? 'Its result is not of the form that this lab gives: its figure and numbers can’t be read here.'
    : null;
}

interface FoundProps {
  loaded: LoadedLab;
  card: RunCard;
  progress: LabProgress;
  known: KnownRuns;
  withholds: boolean;
}

function Drawn({ loaded, card, progress, known, withholds }: FoundProps) {
  const part = partOfRun(loaded.story, card);
  return (
    <>
      {card.labVersion < loaded.lab.version && (
        <p className={styles.quiet}>
          An older version of this lab made the run (version {card.labVersion}; here is{' '}
          {loaded.lab.version}).
        </p>
      )}
      {part &&
        (withholds && withholdsFigure({ lab: loaded.lab, part }, progress, known) ? (
          <p className={styles.quiet}>
            {waitingWords({ lab: loaded.lab, story: { parts: [part] } }, progress, known)}, and the
            figure would answer it: it is left out.
          </p>
        ) : (
          card.result !== null && <RunFigure loaded={loaded} card={card} part={part} />
        ))}
    </>
  );
}

/** The lab's own table of the result. */
function Numbers({ loaded, card, progress, known, withholds }: FoundProps) {
  if (
    !card.complete ||
    card.result === null ||
    (withholds &&
      loaded.story.parts.some((part) =>
        withholdsFigure({ lab: loaded.lab, part }, progress, known),
      ))
  )
    return null;
  const [head, ...rows] = attempt(() => loaded.lab.summary(card.result as never)) ?? [];
  if (!head || rows.length === 0) return null;
  const more = rows.length - mostRows;
  return (
    <>
      <table className={styles.table}>
        <caption className="said">What run {card.number} found</caption>
        <thead>
          <tr>
            {head.map((cell, i) => (
              <th key={i} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) =>
                j === 0 ? (
                  <th key={j} scope="row" className={cell.length < 24 ? styles.short : undefined}>
                    {cell}
                  </th>
                ) : (
                  <td key={j} className={cell.length < 28 ? styles.short : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p className={styles.quiet}>
          {more === 1 ? 'One more row is' : `${more} more rows are`} in the card.
        </p>
      )}
    </>
  );
}

function Facts({
  run,
  card,
  loaded,
  usual,
}: Pick<ReportRun, 'run' | 'card'> & Pick<ReportLab, 'loaded'> & { usual: Usual }) {
  const lab = loaded?.lab ?? null;
  const preset = lab?.presets.find(({ id }) => id === run.preset);
  const changed = settingsOf(run, lab).filter((one) => one.preset !== null || !lab);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Settings</dt>
        <dd>
          {preset ? `Preset “${preset.title}”` : 'No preset'}
          {changed.length === 0 ? ', nothing changed' : ':'}
          {changed.length > 0 && (
            <ul>
              {changed.map(({ name, label, value, unit, preset: was }) => (
                <li key={name}>
                  {label} <b className="num">{value}</b> {unit}
                  {was !== null && <span className={styles.was}> instead of {was}</span>}
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
      {run.prediction && (
        <div>
          <dt>Said before it</dt>
          <dd>
            <span className={styles.you}>
              {asSaid(run.prediction.value)} {run.prediction.unit}
            </span>{' '}
            to “{run.prediction.question}”
          </dd>
        </div>
      )}
      <div>
        <dt>Ran</dt>
        <dd>
          {startedWords(run)}, took {tookOf(run)}
          {card ? `, ${backendOf(card)}` : ''}
          {run.measuredFrom ? ', with the timings of an earlier run' : ''}
        </dd>
      </div>
      {card && machineOf(card) !== usual.machine && (
        <div>
          <dt>Machine</dt>
          <dd>{machineOf(card)}</dd>
        </div>
      )}
      {card && versionsOf(card) !== usual.versions && (
        <div>
          <dt>Versions</dt>
          <dd>{versionsOf(card)}</dd>
        </div>
      )}
      {card && (
        <div>
          <dt>Content hash</dt>
          <dd>
            <code className={styles.code}>
              <b>{card.hash.slice(0, shortHash)}</b>
              {card.hash.slice(shortHash)}
            </code>
          </dd>
        </div>
      )}
      {lab && (
        <div>
          <dt>Same set-up</dt>
          <dd>
            <code className={styles.code}>
              {formatLink({ room: 'labs', lab: placeOf(run, lab) })}
            </code>
          </dd>
        </div>
      )}
      {lab && (
        <div>
          <dt>Again</dt>
          <dd>
            <code className={styles.code}>{commandOf(run, lab)}</code>
          </dd>
        </div>
      )}
    </dl>
  );
}
