import { useShared } from '../../host/use-shared.ts';
import { NumberField } from '../../kit/number/number-field.tsx';
import { useTypedNumber } from '../../kit/number/use-typed-number.ts';
import { readMinutes, sharedPresenterSettings } from '../../model/lecture/presenter-settings.ts';
import { Row } from './row.tsx';
import styles from './settings.module.css';

/** How long the lecture is planned to take: the same value that the presenter's window counts against. */
export function PlannedRow() {
  const [settings, setSettings] = useShared(sharedPresenterSettings);
  const { field, problem, problemId, refused } = useTypedNumber({
    shown: String(settings.planned),
    read: readMinutes,
    onCommit: (planned) => {
      if (planned !== settings.planned) setSettings({ ...settings, planned });
    },
  });
  return (
    <Row
      name="Planned length"
      about={
        problem || refused ? (
          <span className={styles.wrong} id={problemId} role="alert">
            {problem?.what ?? refused}
          </span>
        ) : (
          'What the presenter’s pace is measured against.'
        )
      }
    >
      <NumberField
        {...field}
        whole
        className={styles.minutes}
        label="Planned length of the lecture, minutes"
      />
      <span>minutes</span>
    </Row>
  );
}
