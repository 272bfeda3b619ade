import { noAnnotation, type AnnotationChange } from '../../../../main/contract/annotation.ts';
import type { RunSnapshot } from '../../../../main/contract/run.ts';
import { useCards } from '../../../host/use-cards.ts';
import { useHost, useHostState } from '../../../host/use-host.ts';
import { Button } from '../../../kit/button.tsx';
import { findLab } from '../../../model/lab/registry.ts';
import { isLive } from '../../../model/runs/choose-run.ts';
import { endedWords, nameOf, startedWords } from '../../../model/runs/run-names.ts';
import { CardFacts } from './card-facts.tsx';
import { NameField, NoteField } from './fields.tsx';
import { ReplayOutcome } from './replay-outcome.tsx';
import { RunActions } from './run-actions.tsx';
import { RunOrigin } from './run-origin.tsx';
import { RunResult } from './run-result.tsx';
import { seriesTitle, SmallChart } from './small-chart.tsx';
import styles from './run-card.module.css';

/** Everything that is kept of one run, and what can be done with it. */
export function RunCardPane({
  run,
  onDelete,
}: {
  run: RunSnapshot;
  onDelete: (run: RunSnapshot) => void;
}) {
  const host = useHost();
  const annotation = useHostState((state) => state.annotations[run.id]) ?? noAnnotation;
  const lab = findLab(run.lab);
  const live = isLive(run);
  const card = useCards(live ? [] : [run.id])[run.id] ?? null;
  const ended = endedWords(run);
  const say = (change: AnnotationChange) =>
    void host.call('run.annotate', { run: run.id, change }).catch(host.report);
  return (
    <article className={styles.card} aria-labelledby="run-title">
      <header className={styles.head}>
        <NameField
          key={run.id}
          value={annotation.name}
          fallback={nameOf(run, lab, undefined)}
          onChange={(name) => say({ name })}
        />
        <Button
          variant="quiet"
          icon={annotation.starred ? 'starred' : 'star'}
          pressed={annotation.starred}
          aria-label={annotation.starred ? 'Take the star off' : 'Star this run'}
          title={annotation.starred ? 'Take the star off' : 'Star'}
          onClick={() => say({ starred: !annotation.starred })}
        />
      </header>
      <p className={styles.about}>
        Run {run.number} · {lab?.title ?? run.lab} · {startedWords(run)} · seed{' '}
        <span className="num">{run.seed}</span>
      </p>
      <RunOrigin annotation={annotation} onMine={(mine) => say({ mine })} />
      <RunActions run={run} card={card} onDelete={onDelete} />
      {ended !== null && (
        <p className={styles.ended} data-status={run.status}>
          {ended} {run.error?.next}
        </p>
      )}
      <ReplayOutcome run={run.id} />
      {card &&
        (lab ? (
          <RunResult card={card} />
        ) : (
          <p className={styles.quiet}>
            This Lectern has no lab “{run.lab}”: its result can’t be read here.
          </p>
        ))}
      {card && Object.keys(card.series).length > 0 && (
        <section className={styles.section} aria-label="How it went">
          <h3>How it went</h3>
          <div className={styles.charts}>
            {Object.entries(card.series)
              .slice(0, 12)
              .map(([name, points]) => (
                <SmallChart
                  key={name}
                  title={seriesTitle(name, lab)}
                  lines={[{ name: 'This run', index: 1, points }]}
                />
              ))}
          </div>
        </section>
      )}
      <NoteField
        key={`note ${run.id}`}
        value={annotation.note}
        onChange={(note) => say({ note })}
      />
      <CardFacts run={run} card={card} lab={lab} />
      {!card && !live && (
        <p className={styles.quiet} role="status">
          Opening the card…
        </p>
      )}
    </article>
  );
}
