import { Button } from '../../../kit/button.tsx';
import { allSteps } from '../../../model/lab/resolve-place.ts';
import { isPartDone } from '../../../model/prediction/step-done.ts';
import type { LabState } from '../run/use-lab.ts';
import styles from './story.module.css';

/** Back and Next, naming the part that Next leads into. */
export function StoryNav({ lab, small }: { lab: LabState; small: boolean }) {
  const { previous, next } = lab.neighbours;
  const target = next ? allSteps(lab.story).find(({ step }) => step.id === next) : null;
  const entersPart = target && target.part.id !== lab.at.part.id;
  const finished = lab.story.parts.every((part) => isPartDone(part, lab.progress.done));
  return (
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
        <Button
          disabled={finished}
          icon={finished ? 'check' : undefined}
          onClick={() => lab.goOn()}
        >
          {finished ? 'All done' : 'Finish'}
        </Button>
      )}
    </div>
  );
}
