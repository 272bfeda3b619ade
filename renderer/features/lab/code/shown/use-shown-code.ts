import { useEffect, useState } from 'react';
import { shown } from 'lectern:shown-code';
import type { ShownLines } from '../../../../../labs/kit/code/shown.ts';

/** The code behind a part's figure: null while it is fetched, empty where none is shown or it can't be had. */
export function useShownCode(lab: string, part: string): readonly ShownLines[] | null {
  const [state, setState] = useState<{ of: string; pieces: readonly ShownLines[] } | null>(null);
  const of = `${lab}/${part}`;
  useEffect(() => {
    const dropped = { is: false };
    const keep = (pieces: readonly ShownLines[]) => {
      if (!dropped.is) setState({ of, pieces });
    };
    const load = shown[lab] ?? (async () => ({ figures: {} as Record<string, ShownLines[]> }));
    load().then(
      ({ figures }) => keep(figures[part] ?? []),
      () => keep([]),
    );
    return () => {
      dropped.is = true;
    };
  }, [lab, part, of]);
  return state?.of === of ? state.pieces : null;
}
