import { useEffect, useState } from 'react';

const stepMs = 360;
const still = () =>
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Steps that appear one after another when `key` names something new: one every third of a second, all at once for who wants no motion. */
export function usePlay(
  steps: number,
  key: string | null,
): { shown: number; playing: boolean; toggle: () => void } {
  const [state, setState] = useState({ key, shown: steps });
  if (state.key !== key) setState({ key, shown: key === null || still() ? steps : 1 });
  const playing = state.shown < steps;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(
      () => setState((old) => ({ ...old, shown: Math.min(steps, old.shown + 1) })),
      stepMs,
    );
    return () => clearInterval(timer);
  }, [playing, steps]);
  return {
    shown: state.shown,
    playing,
    toggle: () => setState((old) => ({ ...old, shown: old.shown < steps || still() ? steps : 1 })),
  };
}
