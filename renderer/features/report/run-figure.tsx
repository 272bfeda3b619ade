import type { StoryPart } from '../../../labs/view.ts';
import type { RunCard } from '../../../main/contract/run.ts';
import { Boundary } from '../../kit/boundary.tsx';
import type { LoadedLab } from '../../model/lab/registry.ts';
import styles from './run-figure.module.css';

const still = () => undefined;

/**
 * The lab's own figure of a run, at the size it has in the lab, made smaller to fit the page. It gets no card: under the settings that
 * the run was made with a panel draws what the run found, and simulates nothing anew, so that it is the same on every computer.
 */
export function RunFigure({
  loaded: { Panel },
  card,
  part,
}: {
  loaded: Pick<LoadedLab, 'Panel'>;
  card: RunCard;
  part: StoryPart;
}) {
  const own = part.steps.some(({ id }) => id === card.prediction?.step) ? card.prediction : null;
  const step = part.steps.find(({ kind }) => kind === 'run') ?? part.steps[0]!;
  return (
    <div className={styles.figure} data-figure={part.id} data-wide={part.wide || undefined}>
      <Boundary fallback={notDrawn}>
        <Panel
          part={part.id}
          step={step.id}
          run={{ ...card, phase: null }}
          card={null}
          parameters={card.parameters}
          setParameter={still}
          prediction={own && { value: own.value, unit: own.unit, curve: own.curve }}
          pins={[]}
          mode="paper"
          hidden={false}
        />
      </Boundary>
    </div>
  );
}

/** A figure that can't be drawn, of a run that another version made or of absurd numbers, must not take the report with it. */
const notDrawn = (
  <p className={styles.failed}>
    The figure of this run could not be drawn. Its numbers are below and in its card.
  </p>
);
