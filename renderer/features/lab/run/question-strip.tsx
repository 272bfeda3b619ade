import { Button } from '../../../kit/button.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { differenceWords } from '../../../model/lab/difference-words.ts';
import { questionSettings } from '../../../model/lab/question-settings.ts';
import type { LabState } from './use-lab.ts';
import styles from './question-strip.module.css';

/**
 * One line by the controls: how what is on screen differs from what the part's question is about,
 * with the way back; while the question asks what the learner expects, why nothing can be moved.
 */
export function QuestionStrip({ lab }: { lab: LabState }) {
  const { control } = lab;
  if (control.locked)
    return (
      <p className={styles.strip}>
        <Icon name="lock" size={14} />
        The question is about these settings. You can change them in the steps after it.
      </p>
    );
  const { parameters } = questionSettings(lab.lab, lab.at.part);
  const words = control.away
    ? differenceWords(lab.lab, parameters, control.parameters, lab.asking)
    : null;
  if (words === null) return null;
  return (
    <div className={styles.strip} role="group" aria-label="The question’s settings">
      <Icon name="info" size={14} />
      <span>{words}</span>
      <Button variant="quiet" className={styles.back} onClick={control.reset}>
        Back to the question’s settings
      </Button>
    </div>
  );
}
