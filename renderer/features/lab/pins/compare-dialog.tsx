import { useState } from 'react';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { useKnownRuns } from '../../../host/own-runs.ts';
import { waitingWords } from '../../../model/prediction/open-questions.ts';
import type { Compared } from '../../../model/runs/compare-runs.ts';
import { pinName } from '../../../model/runs/pin-words.ts';
import { CompareTable } from '../../../shared/lab/compare-table.tsx';
import type { LabState } from '../run/use-lab.ts';
import styles from '../../../shared/lab/compare.module.css';

/**
 * The run on screen beside the pinned ones that are drawn: first the settings that differ, then the
 * numbers, each with its exact difference.
 */
export function CompareDialog({
  lab,
  open,
  onClose,
}: {
  lab: LabState;
  open: boolean;
  onClose: () => void;
}) {
  const [anyway, setAnyway] = useState(false);
  const known = useKnownRuns();
  // The part on screen shows its numbers already, or there would be no such dialog; the others' questions may be answered by them too.
  const others = lab.story.parts.filter(({ id }) => id !== lab.at.part.id);
  const waiting = anyway
    ? ''
    : waitingWords({ lab: lab.lab, story: { parts: others } }, lab.progress, known);
  const drawn = lab.pins.filter((pin) => lab.looks.has(pin.id) && pin.id !== lab.shown?.id);
  const runs: Compared[] = [
    ...(lab.shown?.result ? [lab.shown] : []),
    ...drawn.map((pin) => lab.pinCards[pin.id] ?? pin),
  ];
  const all = [...drawn, ...(lab.shown ? [lab.shown] : [])];
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Compare runs"
      about={
        runs.length > 1
          ? `Only what differs. Small: the difference from run ${runs[0]!.number}.`
          : undefined
      }
      width="wide"
    >
      {waiting !== '' && runs.length > 1 && (
        <p className={styles.waits}>
          {waiting}, and the numbers may answer a question: only the settings stand here.{' '}
          <Button variant="quiet" onClick={() => setAnyway(true)}>
            Show the numbers
          </Button>
        </p>
      )}
      {runs.length < 2 ? (
        <p>Pin a second run, or switch a pinned one on, and the two stand side by side here.</p>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Runs side by side">
          <CompareTable
            lab={lab.lab}
            runs={runs}
            numbersShown={waiting === ''}
            heads={runs.map(({ id, number }) => ({
              id,
              number,
              look: lab.looks.has(id) && id !== lab.shown?.id ? lab.looks.get(id)! : null,
              name:
                id === lab.shown?.id
                  ? 'on screen'
                  : pinName(
                      lab.lab,
                      all.find((run) => run.id === id)!,
                    ),
            }))}
          />
        </div>
      )}
    </Dialog>
  );
}
