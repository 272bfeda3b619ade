import { useEffect, useMemo } from 'react';
import { emptyLabProgress } from '../../../main/contract/learner.ts';
import { useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { labStatus } from '../../model/prediction/progress.ts';
import { Places } from '../../shared/window/places.tsx';
import { useShell } from '../../shared/window/shell.ts';
import { LabSection } from './lab-section.tsx';
import { OverallPane } from './overall-pane.tsx';
import { useOutcomes, type Asked } from '../../shared/lab/use-outcomes.ts';
import { useStories } from './use-stories.ts';
import styles from './exercises-room.module.css';

/** Where the learner stands: every lab with its parts, and all of it in numbers. */
export function ExercisesRoom() {
  const shell = useShell();
  const ready = useHostState((state) => state.ready);
  const learner = useHostState((state) => state.learner.labs);
  const { stories, again } = useStories();
  const labs = useMemo(
    () =>
      (stories ?? []).map(({ lab, story }) => ({
        id: lab.id,
        lab,
        story,
        status:
          story &&
          labStatus(story, Object.hasOwn(learner, lab.id) ? learner[lab.id]! : emptyLabProgress),
      })),
    [stories, learner],
  );
  const asked = useMemo(
    () =>
      labs.flatMap(({ lab, story, status }): Asked[] =>
        story && status
          ? status.each.predictions.map((prediction) => ({ lab, story, prediction }))
          : [],
      ),
    [labs],
  );
  const outcomes = useOutcomes(asked);
  useEffect(() => {
    document.title = 'Progress · Lectern';
  }, []);
  const open = ready && stories !== null;
  return (
    <div className={`${styles.room} grows`}>
      <header className={styles.bar}>
        <Icon name="progress" />
        <h1>Labs and progress</h1>
        <span className={styles.gap} />
        <Places here="labs" />
        <Button
          variant="quiet"
          icon="notes"
          onClick={() => shell.addresses.go({ room: 'report', labs: null, numbers: 'answered' })}
        >
          Report
        </Button>
        <Button variant="quiet" icon="search" kbd="Ctrl K" onClick={() => shell.open('find')}>
          Find
        </Button>
      </header>
      <main className={styles.page}>
        {!open && (
          <p className={styles.waiting} role="status">
            Reading what the labs ask…
          </p>
        )}
        {open && (
          <>
            <OverallPane
              labs={labs.flatMap(({ id, lab, status }) => (status ? [{ id, lab, status }] : []))}
              outcomes={outcomes}
            />
            <div className={styles.labs}>
              {labs.map(({ id, lab, status }) =>
                status ? (
                  <LabSection key={id} lab={lab} status={status} outcomes={outcomes} />
                ) : (
                  <p key={id} className={styles.missing}>
                    What “{lab.title}” asks could not be read. Your answers are safe.{' '}
                    <Button variant="quiet" icon="replay" onClick={again}>
                      Try again
                    </Button>
                  </p>
                ),
              )}
            </div>
          </>
        )}
      </main>
    </div>
  );
}
