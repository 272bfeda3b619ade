import { useCallback } from 'react';
import type { Use } from '../../../main/contract/learner.ts';
import type { HostState } from '../../host/host.ts';
import { useHost, useHostState } from '../../host/use-host.ts';

/** What Lectern is used for, where that was said, and how to say it. The host keeps it; all windows follow. */
export function useUse(): { use: Use | undefined; setUse: (use: Use) => void } {
  const host = useHost();
  const use = useHostState((state) => state.settings.use);
  const setUse = useCallback(
    (next: Use) => void host.call('settings.set', { use: next }).catch(host.report),
    [host],
  );
  return { use, setUse };
}

/** Whether one person learns alone here: that was chosen, and no room is open to phones. Whoever opens one has people in it. */
export const isAlone = ({ settings, room }: Pick<HostState, 'settings' | 'room'>): boolean =>
  settings.use === 'alone' && room.open === null;

export const useAlone = (): boolean => useHostState(isAlone);

/** The three uses, in the order in which they are offered. */
export const uses: readonly { use: Use; title: string; about: string }[] = [
  {
    use: 'alone',
    title: 'Learn alone',
    about: 'A short tour leads you to your first experiment; then you go on at your own pace.',
  },
  {
    use: 'present',
    title: 'Present',
    about: 'You show the slides to a class, with notes and time in a window of their own.',
  },
  {
    use: 'look',
    title: 'Look around',
    about: 'You go through slides and labs as you like.',
  },
];
