import { useId, useState } from 'react';
import { useShared } from '../../host/use-shared.ts';
import { readMinutes, sharedPresenterSettings } from '../../model/lecture/presenter-settings.ts';
import { Row } from './row.tsx';
import styles from './settings.module.css';

/** How long the lecture is planned to take: the same value that the presenter's window counts against. */
export function PlannedRow() {
  const [settings, setSettings] = useShared(sharedPresenterSettings);
  const [text, setText] = useState<string | null>(null);
  const id = useId();
  const typed = text === null ? settings.planned : readMinutes(text);
  const take = () => {
    if (typed !== null && typed !== settings.planned) setSettings({ ...settings, planned: typed });
    setText(null);
  };
  return (
    <Row
      name="Planned length"
      about={
        typed === null ? (
          <span className={styles.wrong} id={`${id}-wrong`} role="alert">
            5 to 300, whole minutes
          </span>
        ) : (
          'What the presenter’s pace is measured against.'
        )
      }
    >
      <input
        className={styles.minutes}
        inputMode="numeric"
        autoComplete="off"
        value={text ?? String(settings.planned)}
        aria-label="Planned length of the lecture, minutes"
        aria-invalid={typed === null}
        aria-describedby={typed === null ? `${id}-wrong` : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed !== null) take();
        }}
      />
      <span>minutes</span>
    </Row>
  );
}
