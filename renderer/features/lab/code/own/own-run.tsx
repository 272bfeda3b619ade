import type { CodeOwn } from '../../../../../main/contract/code.ts';
import type { RunSnapshot } from '../../../../../main/contract/run.ts';
import { Button } from '../../../../kit/button.tsx';
import { Callout } from '../../../../kit/callout.tsx';
import { Icon } from '../../../../kit/icon.tsx';
import type { LabState } from '../../run/use-lab.ts';
import { OwnFigure } from './own-figure.tsx';
import { useOwnTry } from './use-own-try.ts';
import styles from './own.module.css';

/** The finished run of the learner's own that code is tried on; null while there is none, or while the part's question is open. */
const ownRunOf = ({ shown }: LabState): RunSnapshot | null =>
  shown?.status === 'finished' && shown.complete ? shown : null;

/**
 * What the code that was judged last came to on the learner's own run, beside the lab's own; or which run is missing, with the button that
 * starts it.
 */
export function OwnRun({
  lab,
  exercise,
  code,
  on,
}: {
  lab: LabState;
  exercise: string;
  code: string | null;
  on: string;
}) {
  const run = ownRunOf(lab);
  const { own, trying, problem } = useOwnTry(lab.lab.id, exercise, code, run?.id ?? null);
  if (!run) return <Missing lab={lab} on={on} />;
  if (!own && !trying && !problem) return null;
  return (
    <section className={styles.own} aria-label="On your own run" aria-busy={trying}>
      {problem && (
        <Callout kind="failed" what={problem.what} safe={problem.safe} next={problem.next} />
      )}
      {trying && <p className={styles.says}>Trying it on run {run.number}…</p>}
      {own && <Tried own={own} />}
    </section>
  );
}

function Tried({ own: { agrees, run, says, star, figure } }: { own: CodeOwn }) {
  return (
    <>
      <p className={agrees ? styles.good : styles.says}>
        <Icon name={agrees ? 'check' : 'minus'} size={14} />
        <span>
          On run {run}. {says}
        </span>
      </p>
      {star && (
        <p className={styles.star}>
          <span aria-hidden="true">★</span> {star}
        </p>
      )}
      {figure && <OwnFigure figure={figure} />}
    </>
  );
}

function Missing({ lab, on }: { lab: LabState; on: string }) {
  return (
    <section className={styles.own} aria-label="On your own run">
      <p className={styles.says}>{missingWords(lab, on)}</p>
      {!lab.hidden && lab.bar.kind !== 'running' && (
        <div>
          <Button variant="secondary" icon="play" onClick={lab.start}>
            Run “{presetTitle(lab)}”
          </Button>
        </div>
      )}
    </section>
  );
}

function missingWords(lab: LabState, on: string): string {
  if (lab.hidden)
    return `Your code can be tried on ${on} too. First answer this part’s question: the data would answer it.`;
  if (lab.bar.kind === 'running') return `The run goes on. Then your code is tried on ${on} too.`;
  return `Your code can be tried on ${on} too. No run has finished yet.`;
}

const presetTitle = ({ lab, at }: LabState): string =>
  lab.presets.find(({ id }) => id === at.preset)?.title ?? 'these settings';
