import { useCallback } from 'react';
import { isWorthKeeping, type ClassList } from '../../../main/contract/lecture-class.ts';
import { useHost, useHostState } from '../../host/use-host.ts';
import { roomEndsWords } from './class-words.ts';

interface ClassActions {
  classes: ClassList;
  /** Whether the class in progress is kept when another begins. */
  kept: boolean;
  /** What another class does to an open room; null where none is open. */
  roomEnds: string | null;
  begin: () => Promise<unknown>;
  goOn: () => void;
  open: (number: number) => Promise<unknown>;
  remove: (number: number) => void;
}

/** The classes as the host keeps them. What fails is told to the person; the promise then never resolves to `true`. */
export function useClasses(): ClassActions {
  const host = useHost();
  const classes = useHostState((state) => state.classes);
  const kept = useHostState(({ shared, learner }) => isWorthKeeping(shared, learner));
  const roomEnds = useHostState(({ room }) => roomEndsWords(room));
  const told = useCallback(
    (asked: Promise<unknown>) =>
      asked.then(
        () => true,
        (error: unknown) => host.report(error),
      ),
    [host],
  );
  return {
    classes,
    kept,
    roomEnds,
    begin: () => told(host.call('class.begin', {})),
    goOn: () => void told(host.call('class.goOn', {})),
    open: (number) => told(host.call('class.open', { number })),
    remove: (number) => void told(host.call('class.delete', { number })),
  };
}
