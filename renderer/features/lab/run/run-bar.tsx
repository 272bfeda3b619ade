import { useHostState } from '../../../host/use-host.ts';
import { Button } from '../../../kit/button.tsx';
import { Icon, type IconName } from '../../../kit/icon.tsx';
import { Progress } from '../../../kit/progress.tsx';
import { isLive } from '../../../model/runs/choose-run.ts';
import { announcement, backendWords, type BarState } from '../../../model/runs/run-words.ts';
import { Elapsed } from './elapsed.tsx';
import { SeedField } from './seed-field.tsx';
import type { LabState } from './use-lab.ts';
import styles from './run-bar.module.css';

/** Run and Stop in one place, how the run stands, and what it was made with. The same bar in every state. */
export function RunBar({ lab }: { lab: LabState }) {
  const { bar, run } = lab;
  const live = isLive(run);
  const compute = useHostState((state) => state.info?.compute ?? null);
  const backend = backendWords(compute, run?.backend);
  const again = bar.kind === 'stopped' || bar.kind === 'failed';
  return (
    <section className={styles.bar} aria-label="Run" data-state={bar.kind}>
      {live ? (
        <Button
          icon="stop"
          className={styles.main}
          aria-keyshortcuts="X Control+."
          kbd="X"
          onClick={lab.stop}
        >
          {run?.status === 'queued' ? 'Cancel' : 'Stop'}
        </Button>
      ) : (
        <Button
          variant="primary"
          icon={again ? 'replay' : 'play'}
          className={styles.main}
          aria-keyshortcuts="R Control+Enter"
          kbd="R"
          disabled={bar.kind === 'lost' || bar.kind === 'down'}
          onClick={lab.start}
        >
          {again ? 'Run again' : 'Run'}
        </Button>
      )}
      <div className={styles.state}>
        <StateLine bar={bar} />
        {!live && bar.kind !== 'lost' && bar.kind !== 'down' && <Timings lab={lab} />}
      </div>
      <p className="said" role="status">
        {announcement(bar)}
      </p>
      <div className={styles.facts}>
        {run?.status === 'running' && (
          <>
            <Elapsed startedAt={run.startedAt} />
            <span className={styles.rule} />
          </>
        )}
        <SeedField seed={lab.at.seed} onSeed={lab.setSeed} />
        <span className={styles.rule} />
        <span className={styles.item} title={backend.why ?? undefined}>
          <Icon name="chip" />
          <span>
            {backend.words}
            {backend.why && <span className="said"> ({backend.why})</span>}
          </span>
        </span>
        <span className={styles.rule} />
        <Button
          icon="pin"
          pressed={run?.pinned ?? false}
          disabled={!run || live || lab.hidden || run.result === null}
          onClick={() => run && lab.setPinned(run.id, !run.pinned)}
        >
          Pin
        </Button>
      </div>
    </section>
  );
}

const stateIcons: Partial<Record<BarState['kind'], IconName>> = {
  finished: 'check',
  failed: 'warn',
  down: 'warn',
};

function StateLine({ bar }: { bar: BarState }) {
  if (bar.kind === 'lost')
    return (
      <span className={styles.warn}>
        <Icon name="warn" /> Connection lost, trying again
      </span>
    );
  if (bar.kind === 'running') {
    return (
      <>
        <strong className={styles.words} title={bar.words}>
          {bar.words}
        </strong>
        <Progress
          label={bar.words}
          fraction={bar.fraction}
          segments={bar.count}
          index={bar.index}
        />
        <span className={styles.figures}>
          <span className={styles.figure}>{bar.index + 1}</span> of{' '}
          <span className={styles.figure}>{bar.count}</span>
        </span>
      </>
    );
  }
  const icon = stateIcons[bar.kind];
  return (
    <span className={icon === 'warn' ? styles.warn : styles.words}>
      {icon && <Icon name={icon} />}
      <Figures text={bar.words} />
    </span>
  );
}

/** Sets the numbers of a sentence in the tabular face. */
function Figures({ text }: { text: string }) {
  return (
    <span>
      {text.split(/(\d[\d.,:’\u202f]*\d|\d)/).map((piece, i) =>
        i % 2 ? (
          <span key={i} className={styles.figure}>
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </span>
  );
}

/** Which timings the run on screen has, and which the next one will take. */
function Timings({ lab }: { lab: LabState }) {
  const { run, timingsFrom } = lab;
  const source = useHostState((state) =>
    run?.measuredFrom ? (state.runs[run.measuredFrom]?.number ?? null) : null,
  );
  const reuses = lab.at.part.steps.some((step) => step.kind === 'run' && step.reuseMeasurements);
  // Of a run that was stopped the line before says it.
  const named = run && run.status === 'finished' && lab.newest?.status !== 'stopped';
  const number = named && <span className={styles.run}>{`run ${run.number}`}</span>;
  if (lab.stale)
    return (
      <>
        {number}
        <span className={styles.quiet}>
          settings changed since{named ? '' : ` run ${run!.number}`}: run again to see them
        </span>
      </>
    );
  return (
    <>
      {number}
      {named && run.measuredFrom && (
        <span className={styles.quiet}>
          with the timings of {source ? `run ${source}` : 'an earlier run'}
        </span>
      )}
      {reuses && (timingsFrom || lab.measureAnew) && (
        <Button
          variant="quiet"
          className={styles.toggle}
          onClick={() => lab.setMeasureAnew(!lab.measureAnew)}
          title="What the next run does about timings. Click to change."
        >
          {timingsFrom
            ? `Will reuse the timings of run ${timingsFrom.number}`
            : 'Will measure anew'}
        </Button>
      )}
    </>
  );
}
