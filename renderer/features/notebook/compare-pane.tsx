import { useStore } from 'zustand';
import { emptyLabProgress } from '../../../main/contract/learner.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { useCards } from '../../host/use-cards.ts';
import { useKnownRuns } from '../../host/own-runs.ts';
import { useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { findLab } from '../../model/lab/registry.ts';
import { waitingWords } from '../../model/prediction/open-questions.ts';
import { nameOf } from '../../model/runs/run-names.ts';
import { CompareTable } from '../../shared/lab/compare-table.tsx';
import { useLoadedLab } from '../../shared/lab/use-loaded-lab.ts';
import { showAnyway, shownAnyway } from './card/may-show.ts';
import { seriesTitle, SmallChart } from './card/small-chart.tsx';
import { letters } from './ticks.ts';
import styles from './card/run-card.module.css';

/** Two to four runs of one lab: their series over one another, then what differs, settings first. */
export function ComparePane({
  runs,
  onClear,
}: {
  runs: readonly RunSnapshot[];
  onClear: () => void;
}) {
  const known = useKnownRuns();
  const { annotations } = known;
  const id = runs[0]!.lab;
  const lab = findLab(id);
  const { loading } = useLoadedLab(id);
  const progress = useHostState((state) => state.learner.labs[id] ?? emptyLabProgress);
  const anyway = useStore(shownAnyway, ({ labs }) => labs.has(id));
  const cards = useCards(runs.map((run) => run.id));
  const here = runs.flatMap((run) =>
    cards[run.id] ? [{ ...cards[run.id]!, number: run.number }] : [],
  );
  const waiting =
    anyway || loading.state !== 'ready' ? '' : waitingWords(loading.loaded, progress, known);
  const names = [...new Set(here.flatMap(({ series }) => Object.keys(series)))].slice(0, 9);
  const letter = (run: string) => letters[runs.findIndex((one) => one.id === run)]!;
  return (
    <article className={styles.card} aria-labelledby="compare-title">
      <header className={styles.head}>
        <h2 className={styles.title} id="compare-title">
          {lab?.title ?? id}: {runs.length} runs side by side
        </h2>
        <Button variant="quiet" icon="close" onClick={onClear}>
          Clear
        </Button>
      </header>
      <p className={styles.about}>
        Only what differs. Small: the difference from run {runs[0]!.number}.
      </p>
      {here.length < runs.length ? (
        <p className={styles.quiet} role="status">
          Opening the cards…
        </p>
      ) : (
        <>
          {names.length > 0 && (
            <section className={styles.section} aria-label="Series over one another">
              <ul className={styles.legend}>
                {here.map((card, i) => (
                  <li key={card.id}>
                    <svg width="24" height="8" aria-hidden="true">
                      <line
                        x1="1"
                        x2="23"
                        y1="4"
                        y2="4"
                        style={{
                          stroke: `var(--s${i + 1})`,
                          strokeWidth: 'var(--stroke-series)',
                          strokeDasharray: `var(--dash-${i + 1})`,
                        }}
                      />
                    </svg>
                    {letter(card.id)}: run {card.number}
                  </li>
                ))}
              </ul>
              <div className={styles.charts}>
                {names.map((name) => (
                  <SmallChart
                    key={name}
                    title={seriesTitle(name, lab)}
                    lines={here.map((card, i) => ({
                      name: `Run ${card.number}`,
                      index: i + 1,
                      points: card.series[name] ?? [],
                    }))}
                  />
                ))}
              </div>
            </section>
          )}
          {lab && (
            <div
              className={styles.scroll}
              tabIndex={0}
              role="region"
              aria-label="Runs side by side"
            >
              <CompareTable
                lab={lab}
                runs={here}
                numbersShown={waiting === ''}
                heads={runs.map((run, i) => ({
                  id: run.id,
                  number: run.number,
                  look: i + 1,
                  name: nameOf(run, lab, annotations[run.id]),
                }))}
              />
            </div>
          )}
          {waiting !== '' && (
            <p className={styles.quiet}>
              {waiting}, and the numbers may answer a question.{' '}
              <Button variant="quiet" onClick={() => showAnyway(id)}>
                Show them
              </Button>
            </p>
          )}
        </>
      )}
    </article>
  );
}
