import { useCallback, useEffect, useState, type RefObject } from 'react';

/**
 * What to call when the control that had the focus was taken away, such as a run that went or came back: the focus goes to the open row,
 * else to the first button.
 */
export function useRefocus(main: RefObject<HTMLElement | null>): () => void {
  const [moved, setMoved] = useState(0);
  useEffect(() => {
    if (moved > 0)
      (
        main.current?.querySelector<HTMLElement>('[data-lit] [data-row]') ??
        main.current?.querySelector('button')
      )?.focus();
  }, [main, moved]);
  return useCallback(() => setMoved((times) => times + 1), []);
}
