import { Button } from '../../../kit/button.tsx';
import { findStep } from '../../../model/lab/resolve-place.ts';
import type { LabState } from '../run/use-lab.ts';
import styles from './slide-part.module.css';

/** One line that offers the part that the slide speaks of, while another is open. */
export function SlidePart({ lab, step }: { lab: LabState; step: string | null }) {
  const own = step === null ? undefined : findStep(lab.story, step);
  if (!own || own.part === lab.at.part) return null;
  return (
    <p className={styles.line}>
      This slide speaks of part {own.partIndex + 1}, {own.part.title}.
      <Button variant="quiet" onClick={() => lab.goTo(own.step.id)}>
        Go there
      </Button>
    </p>
  );
}
