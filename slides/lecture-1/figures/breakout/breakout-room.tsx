import { useState } from 'react';
import { useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { useAlone } from '../../../../renderer/shared/window/use-use.ts';
import { AloneClock, AloneNote } from './alone-note.tsx';
import { CountdownFace } from './countdown-face.tsx';
import { GroupForm } from './group-form.tsx';
import { GroupList } from './group-list.tsx';
import { useGroups } from './use-groups.ts';

const aloneWords =
  'Alone? Think for yourself: what scares you most about this class, what would you build, and who would use it?';

/** First who sits with whom, then the clock. Whoever is alone thinks for themselves, and writes it down. */
export function BreakoutRoom() {
  const { step } = useSlide();
  const state = useGroups();
  const [editing, setEditing] = useState(false);
  const { groups } = state;
  const alone = useAlone();
  if (step > 1) return <CountdownFace />;
  if (alone && groups === null)
    return <AloneNote lead={aloneWords} place="breakout/note" clock={<AloneClock />} />;
  if (groups && !editing)
    return <GroupList groups={groups} state={state} onEdit={() => setEditing(true)} />;
  return (
    <GroupForm
      state={state}
      onDone={() => setEditing(false)}
      back={
        groups && (
          <button type="button" onClick={() => setEditing(false)}>
            Back to the groups
          </button>
        )
      }
    />
  );
}
