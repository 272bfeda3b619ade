import { useCallback, useEffect, useRef } from 'react';
import { useShell } from '../../shared/window/shell.ts';

/**
 * Opens a run or a report of the notebook; null opens none. Once the notebook was left it does nothing: an answer of the host that comes
 * late must not lead back.
 */
export function useGo(): (id: string | null) => void {
  const { addresses } = useShell();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => void (here.current = false);
  }, []);
  return useCallback(
    (run) => {
      if (here.current) addresses.go({ room: 'notebook', run }, 'replace');
    },
    [addresses],
  );
}
