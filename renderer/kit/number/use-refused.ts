import { useEffect, useState } from 'react';

/** Long enough to be read, in ms; what is told stands over other things. */
const shownMs = 8000;

/** What a field that is gone did not take, told for a while: see `refused` of `useTypedNumber`. */
export function useRefused(): [told: string | null, tell: (refused: string | null) => void] {
  const [told, tell] = useState<string | null>(null);
  useEffect(() => {
    if (told === null) return;
    const timer = setTimeout(() => tell(null), shownMs);
    return () => clearTimeout(timer);
  }, [told]);
  return [told, tell];
}
