import { useMemo } from 'react';
import type { StoryPart } from '../../../../labs/view.ts';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { labStatus } from '../../../model/prediction/progress.ts';
import { labsInLecture } from '../../../shared/lab/lab-order.ts';
import { useOutcomes } from '../../../shared/lab/use-outcomes.ts';
import { useLecture } from '../../../shared/window/lecture-context.ts';
import { useShell } from '../../../shared/window/shell.ts';
import type { LabState } from '../run/use-lab.ts';
import { PartRow } from './part-row.tsx';
import styles from './lab-end.module.css';

/** A lab's end: for each part what the learner expected, what came, and what it teaches; then where to go on. */
export function LabEnd({ lab, onClose }: { lab: LabState; onClose: () => void }) {
  const { addresses } = useShell();
  const { slides } = useLecture();
  const { story, progress } = lab;
  const manifest = lab.lab;
  const { id, title } = manifest;
  const asked = useMemo(
    () =>
      labStatus(story, progress).each.predictions.map((prediction) => ({
        lab: manifest,
        story,
        prediction,
      })),
    [story, progress, manifest],
  );
  const outcomes = useOutcomes(asked);
  const inOrder = labsInLecture(slides);
  const next = inOrder[inOrder.findIndex((one) => one.id === id) + 1];
  const askedIn = (part: StoryPart) =>
    asked.find((one) => one.prediction.part === part)?.prediction;
  const leave = (go: () => void) => () => {
    onClose();
    go();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={`Your summary: ${title}`}
      about="What you expected, what came, and what each part teaches. It is kept in your notebook and stands in your report."
      actions={
        <>
          <Button
            icon="notes"
            onClick={leave(() => addresses.go({ room: 'report', labs: [id], numbers: 'answered' }))}
          >
            Put it in a report
          </Button>
          {next ? (
            <Button
              variant="primary"
              onClick={leave(() =>
                addresses.go({
                  room: 'labs',
                  lab: { id: next.id, step: null, preset: null, seed: null, parameters: {} },
                }),
              )}
            >
              {`Next lab: ${next.title}`}
            </Button>
          ) : (
            <Button variant="primary" onClick={leave(() => addresses.go({ room: 'exercises' }))}>
              See all labs
            </Button>
          )}
        </>
      }
    >
      <table className={styles.parts}>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className={styles.you}>
              You expected
            </th>
            <th scope="col" className={styles.came}>
              It came to
            </th>
            <th scope="col">The lesson</th>
          </tr>
        </thead>
        <tbody>
          {story.parts.map((part, index) => {
            const prediction = askedIn(part);
            return (
              <PartRow
                key={part.id}
                number={index + 1}
                part={part}
                prediction={prediction}
                outcome={prediction && outcomes.get(`${id}/${prediction.step.id}`)}
              />
            );
          })}
        </tbody>
      </table>
    </Dialog>
  );
}
