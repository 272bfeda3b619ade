import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { useHostState } from '../../../host/use-host.ts';
import { useShared, type Shared } from '../../../host/use-shared.ts';

type View = 'large' | 'whole';

/** What the person chose for the room; without a choice a lab is large while a presenter's window is open. */
const sharedView: Shared<View | null> = {
  key: 'lecture/lab-view',
  schema: z.enum(['large', 'whole']),
  fallback: null,
  keep: false,
};

/** Whether a lab over the whole window is shown for a room: figure, question and one control, large. */
export function useStageView(): { large: boolean; toggle: () => void } {
  const [chosen, choose] = useShared(sharedView);
  const presenting = useHostState(({ shared }) => shared['lecture/presenter'] !== undefined);
  const large = (chosen ?? (presenting ? 'large' : 'whole')) === 'large';
  return { large, toggle: () => choose(large ? 'whole' : 'large') };
}

const subscribe = (changed: () => void) => {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
};
const scale = () => Math.max(0.6, Math.min(innerWidth / 1280, innerHeight / 720));

/** By how much this window is larger than 1280 by 720, as a slide's scale is. */
export const useRoomScale = (): number => useSyncExternalStore(subscribe, scale);
