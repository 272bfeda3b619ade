import { useState } from 'react';
import { useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { useUse } from '../../../../renderer/shared/window/use-use.ts';
import { AloneNote } from './alone-note.tsx';
import { CountdownFace } from './countdown-face.tsx';
import { GroupForm } from './group-form.tsx';
import { GroupList } from './group-list.tsx';
import { useGroups } from './use-groups.ts';

/** First who sits with whom, then the clock. Whoever is alone thinks for themselves, and writes it down. */
export function BreakoutRoom() {
  const { step } = useSlide();
  const state = useGroups();
  const [editing, setEditing] = useState(false);
  const { groups } = state;
  const { use } = useUse();
  if (step > 1) return <CountdownFace />;
  if (use === 'alone' && groups === null) return <AloneNote />;
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
