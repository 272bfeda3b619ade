import { useState } from 'react';
import { useStore } from 'zustand';
import { useSlide } from '../../../renderer/shared/slide/deck-context.ts';
import { useAlone } from '../../../renderer/shared/window/use-use.ts';
import { AloneNote } from '../../lecture-1/figures/breakout/alone-note.tsx';
import { CountdownFace } from '../../lecture-1/figures/breakout/countdown-face.tsx';
import { GroupForm } from '../../lecture-1/figures/breakout/group-form.tsx';
import { GroupList } from '../../lecture-1/figures/breakout/group-list.tsx';
import { resetCountdown } from '../../lecture-1/figures/breakout/countdown.ts';
import { useCountdown } from '../../lecture-1/figures/breakout/use-countdown.ts';
import { useGroups } from '../../lecture-1/figures/breakout/use-groups.ts';
import { folderStore } from '../folder-store.ts';
import styles from './widgets.module.css';

const minute = 60_000;

/** The room's countdown. Standing, it can be set to the minutes that the slide plans. */
export function FolderCountdown({ minutes }: { minutes: number }) {
  const { countdown, change, running } = useCountdown();
  const planned = Math.min(99, minutes) * minute;
  return (
    <div className={styles.countdown}>
      <CountdownFace />
      {!running && countdown.leftMs !== planned && (
        <button
          type="button"
          className={styles.set}
          onClick={() => change({ ...resetCountdown(countdown), leftMs: planned })}
        >
          Set it to {minutes} {minutes === 1 ? 'minute' : 'minutes'}
        </button>
      )}
    </div>
  );
}

/** Groups by chance, from the class list. Whoever is alone thinks for themselves. */
export function FolderGroups() {
  const state = useGroups();
  const [editing, setEditing] = useState(false);
  const { groups } = state;
  const alone = useAlone();
  const place = useNotePlace();
  if (alone && groups === null)
    return (
      <AloneNote
        lead="Alone? Think for yourself about what this slide asks, and write down what you find."
        place={place}
      />
    );
  if (groups && !editing)
    return <GroupList groups={groups} state={state} onEdit={() => setEditing(true)} />;
  const back = groups && (
    <button type="button" onClick={() => setEditing(false)}>
      Back to the groups
    </button>
  );
  return <GroupForm state={state} onDone={() => setEditing(false)} back={back} />;
}

/** Each slide has a note of its own: two lectures may have slides of the same name. */
function useNotePlace(): string {
  const { slide } = useSlide();
  const folder = useStore(folderStore, ({ outline }) => outline?.id ?? '');
  return `breakout/note-${folder}-${slide.id}`.slice(0, 100);
}
