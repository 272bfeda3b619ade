import { lazy, Suspense, useState } from 'react';
import { Button } from '../../../kit/button.tsx';
import type { LabProgress } from '../../../../main/contract/learner.ts';
import { allSteps } from '../../../model/lab/resolve-place.ts';
import { openStep } from '../../../model/prediction/open-step.ts';
import type { LabState } from '../run/use-lab.ts';
import styles from './story.module.css';

const LabEnd = lazy(() =>
  import('../end/lab-end.tsx').then((module) => ({ default: module.LabEnd })),
);

/** Back and Next, naming the part that Next leads into. At the end Finish leads to the summary, or says which step is still open. */
export function StoryNav({ lab, small }: { lab: LabState; small: boolean }) {
  const { previous, next } = lab.neighbours;
  const [ended, setEnded] = useState(false);
  /** Finish was pressed on this step. */
  const [asked, setAsked] = useState<string | null>(null);
  const target = next ? allSteps(lab.story).find(({ step }) => step.id === next) : null;
  const entersPart = target && target.part.id !== lab.at.part.id;
  const openOf = (progress: LabProgress) =>
    openStep(lab.story, progress, lab.at.step, lab.shown?.complete ?? false);
  const open = openOf(lab.progress);
  const finish = () => {
    const isDone = openOf(lab.written()) === null;
    lab.goOn();
    setAsked(isDone ? null : lab.at.step.id);
    setEnded(isDone);
  };
  return (
    <>
      {next === null && open && asked === lab.at.step.id && (
        <StillOpen lab={lab} open={open} small={small} />
      )}
      <div className={small ? styles.navSmall : styles.nav}>
        <Button
          variant="quiet"
          icon="chevron-left"
          disabled={!previous}
          aria-keyshortcuts="["
          onClick={() => previous && lab.goTo(previous)}
        >
          Back
        </Button>
        {next ? (
          <Button aria-keyshortcuts="]" onClick={() => lab.goOn()}>
            {entersPart ? `Next: ${target.part.title}` : 'Next'}
          </Button>
        ) : (
          <Button icon={open ? undefined : 'check'} onClick={finish}>
            {open ? 'Finish' : 'Finish: your summary'}
          </Button>
        )}
      </div>
      {ended && (
        <Suspense fallback={null}>
          <LabEnd lab={lab} onClose={() => setEnded(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Why Finish did not finish: which step is open, in which part, and the press that leads there. */
function StillOpen({
  lab,
  open: { part, step },
  small,
}: {
  lab: LabState;
  open: NonNullable<ReturnType<typeof openStep>>;
  small: boolean;
}) {
  const here = step.id === lab.at.step.id;
  const place = lab.story.parts.indexOf(part) + 1;
  return (
    <div className={small ? styles.stillSmall : styles.still}>
      <p role="status">
        {here
          ? 'This step is still open. Finish it first.'
          : `Still open: “${step.title}” in part ${place}, ${part.title}.`}
      </p>
      {!here && <Button onClick={() => lab.goTo(step.id)}>Go there</Button>}
    </div>
  );
}
