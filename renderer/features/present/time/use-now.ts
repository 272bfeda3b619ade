import { useEffect, useState } from 'react';
import { steadyNow } from './clock.ts';

/** This window's wall clock, which never goes back. */
export const now = steadyNow(Date.now);

/** The time, four times a second. Only the component that asks is drawn again. */
export function useNow(): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 250);
    return () => clearInterval(timer);
  }, []);
  return at;
}
