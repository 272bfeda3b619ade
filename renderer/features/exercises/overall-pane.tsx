import type { Lab } from '../../../labs/lab.ts';
import { useHostState } from '../../host/use-host.ts';
import { Icon } from '../../kit/icon.tsx';
import { overall, type Count, type LabStatus } from '../../model/prediction/progress.ts';
import { CalibrationFigure } from './calibration-figure.tsx';
import { labToGoOn } from './go-on.ts';
import { stepLink } from '../../shared/lab/lab-order.ts';
import type { Outcome } from '../../shared/lab/outcomes.ts';
import styles from './overall-pane.module.css';

interface OverallPaneProps {
  labs: readonly { id: string; lab: Lab; status: LabStatus }[];
  outcomes: ReadonlyMap<string, Outcome>;
}

/** All labs together: what is done, where to go on, and how sure the learner was against how right. */
export function OverallPane({ labs, outcomes }: OverallPaneProps) {
  const runs = useHostState((state) => state.runs);
  const counts = overall(labs.map(({ status }) => status));
  const next = labToGoOn(labs, Object.values(runs));
  const begun = labs.some(({ status }) => status.begun);
  // Numbers that are still growing would only be read wrongly.
  const waiting = [...outcomes.values()].some(({ state }) => state === 'waiting');
  const scores = [...outcomes.values()].flatMap((outcome) =>
    outcome.state === 'known' && outcome.score ? [outcome.score] : [],
  );
  return (
    <section className={styles.pane} aria-labelledby="overall-title">
      <h2 className={styles.title} id="overall-title">
        {paneTitle(begun, next === null)}
      </h2>
      {!begun && (
        <p className={styles.about}>
          Each part of a lab asks what you expect before it shows a result. Then it asks what you
          read off your own run, and what you make of it. Your answers stand here.
        </p>
      )}
      {next && (
        <a className={styles.goOn} href={stepLink(next.id, next.status.next!.step.id)}>
          <span>{next.status.begun ? 'Go on where you stopped' : 'Start'}</span>
          <span className={styles.goOnWhere}>
            {next.lab.title}, {next.status.next!.part.title}
          </span>
        </a>
      )}
      <dl className={styles.counts}>
        <Stat name="Predictions locked" count={counts.predictions} />
        <Stat name="Checks right" count={counts.checks} />
        <Stat name="Reflections written" count={counts.reflections} />
        <Stat name="Steps done" count={counts.steps} />
      </dl>
      {waiting && (
        <p className={styles.about} role="status">
          Looking up what became of your predictions…
        </p>
      )}
      {!waiting && scores.length > 0 && (
        <p className={styles.close}>
          <Icon name="diamond" size={14} />
          <span>
            <b className="num">{scores.filter(({ hit }) => hit).length}</b> of{' '}
            <b className="num">{scores.length}</b> predictions with a result were right or close
          </span>
        </p>
      )}
      {begun && !waiting && (
        <CalibrationFigure
          forecasts={scores.flatMap(({ hit, confidence }) =>
            confidence === null ? [] : [{ hit, confidence }],
          )}
        />
      )}
    </section>
  );
}

function paneTitle(begun: boolean, done: boolean): string {
  if (!begun) return 'Say what you expect, then look';
  return done ? 'All of it done' : 'Where you stand';
}

function Stat({ name, count: { done, of } }: { name: string; count: Count }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b className="num">{done}</b>{' '}
        <span>
          of <span className="num">{of}</span>
        </span>
      </dd>
    </div>
  );
}
