import { useEffect, useState } from 'react';
import type { CodeOwn } from '../../../../../main/contract/code.ts';
import { toErrorData, type ErrorData } from '../../../../../main/contract/errors.ts';
import { useHost } from '../../../../host/use-host.ts';

/** How code is being tried on a run. */
export interface OwnTry {
  /** What came of it; null while nothing has. Stays while newer code is being tried. */
  own: CodeOwn | null;
  trying: boolean;
  problem: ErrorData | null;
}

const nothing: OwnTry = { own: null, trying: false, problem: null };

/** Tries code on a run as soon as there are both, and again with other code or another run. */
export function useOwnTry(
  lab: string,
  exercise: string,
  code: string | null,
  run: string | null,
): OwnTry {
  const host = useHost();
  const [told, setTold] = useState<Omit<OwnTry, 'trying'> & { of: string }>({ ...nothing, of: '' });
  const key = JSON.stringify([lab, exercise, code, run]);
  useEffect(() => {
    if (code === null || run === null) return;
    const dropped = { is: false };
    host.call('code.try', { lab, exercise, code, run }).then(
      (own) => {
        if (!dropped.is) setTold({ own, problem: null, of: key });
      },
      (error: unknown) => {
        if (!dropped.is) setTold({ own: null, problem: toErrorData(error), of: key });
      },
    );
    return () => {
      dropped.is = true;
    };
  }, [host, key, lab, exercise, code, run]);
  // Of code that can't be run, and without a run, nothing is said.
  if (code === null || run === null) return nothing;
  const trying = told.of !== key;
  return { own: told.own, trying, problem: trying ? null : told.problem };
}
