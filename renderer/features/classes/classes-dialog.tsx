import { useState } from 'react';
import type { EarlierClass } from '../../../main/contract/lecture-class.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { currentWords, earlierWords, listWords } from './class-words.ts';
import styles from './classes-dialog.module.css';
import { useClasses } from './use-classes.ts';

/** Begins a new class, and opens or deletes earlier ones. */
export function ClassesDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { classes, kept, roomEnds, begin, open: openClass, remove } = useClasses();
  const done = (asked: Promise<unknown>) =>
    void asked.then((worked) => {
      if (worked === true) onClose();
    });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Classes"
      about={
        'A new class begins with the first slide: clock, polls, hands, groups, countdown, ink ' +
        'and lab settings are as on the first day. Labs ask the new room what it expects, and ' +
        'show it no result before. Runs, notebook and your own answers in labs stay.'
      }
      width="middle"
      actions={
        <Button variant="primary" icon="plus" onClick={() => done(begin())}>
          Begin a new class
        </Button>
      }
    >
      <p className={styles.current}>
        <b>This class.</b> {currentWords(classes.current, kept)}
      </p>
      {roomEnds && <p className={styles.room}>{roomEnds}</p>}
      {classes.earlier.length > 0 && (
        <section aria-labelledby="earlier-classes">
          <h3 className={styles.title} id="earlier-classes">
            {listWords(classes)}
          </h3>
          <ul className={styles.list}>
            {classes.earlier.map((one) => (
              <Earlier
                key={one.number}
                one={one}
                onOpen={() => done(openClass(one.number))}
                onDelete={() => remove(one.number)}
              />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

interface EarlierProps {
  one: EarlierClass;
  onOpen: () => void;
  onDelete: () => void;
}

/** One earlier class. Deleting is for good, so it asks once more. */
function Earlier({ one, onOpen, onDelete }: EarlierProps) {
  const [asking, setAsking] = useState(false);
  const words = earlierWords(one);
  return (
    <li className={styles.row}>
      <span className={styles.name}>{words}</span>
      {asking ? (
        <>
          <Button icon="trash" onClick={onDelete}>
            Delete for good
          </Button>
          <Button variant="quiet" onClick={() => setAsking(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <>
          {one.problem === null && (
            <Button aria-label={`Open the class of ${words}`} onClick={onOpen}>
              Open
            </Button>
          )}
          {one.problem !== 'newer' && (
            <Button
              variant="quiet"
              icon="trash"
              aria-label={`Delete the class of ${words}`}
              onClick={() => setAsking(true)}
            />
          )}
        </>
      )}
    </li>
  );
}
