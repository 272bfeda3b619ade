import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReportContent } from '../../../view.ts';
import { problemOf } from '../../../../renderer/host/problem-of.ts';
import { useHost, useHostState } from '../../../../renderer/host/use-host.ts';
import { fitted } from './fitted.ts';

type Problem = ReturnType<typeof problemOf>;

/** What became of a report: `gone`: it was kept, and somebody deleted it. */
export type Kept =
  | { state: 'keeping' }
  | { state: 'kept'; id: string }
  | { state: 'gone'; keep: () => void }
  | { state: 'failed'; problem: Problem; keep: () => void };

/** Findings that were kept, with their card: who goes on and comes back keeps nothing twice. */
const cards = new WeakMap<object, string>();
/** A threshold that is dragged makes findings many times a second: the last of them are kept. */
const restMs = 700;

/** Hands a finished report to the notebook. `findings` tells one from the next; `content` is made of it. */
export function useKept(findings: object, content: ReportContent): Kept {
  const host = useHost();
  const newest = useRef({ findings, content });
  const [failed, setFailed] = useState<{ of: object; problem: Problem } | null>(null);
  const [, setCount] = useState(0);
  const keep = useCallback(
    async (one: { findings: object; content: ReportContent }) => {
      try {
        const { id } = await host.call('report.keep', fitted(one.content));
        cards.set(one.findings, id);
        setCount((count) => count + 1);
      } catch (error) {
        setFailed({ of: one.findings, problem: problemOf(error) });
      }
    },
    [host],
  );
  useEffect(() => {
    const one = { findings, content };
    const first = newest.current.findings === findings;
    newest.current = one;
    if (cards.has(findings)) return;
    // Not taken back when the part is left: what was found is kept all the same.
    setTimeout(
      () => {
        if (newest.current.findings === findings && !cards.has(findings)) void keep(one);
      },
      first ? 0 : restMs,
    );
    // The findings say when the content is another.
  }, [findings, keep]);
  const id = cards.get(findings);
  const listed = useHostState((state) => id !== undefined && state.reports[id] !== undefined);
  const again = () => void keep({ findings, content });
  if (id !== undefined) return listed ? { state: 'kept', id } : { state: 'gone', keep: again };
  if (failed?.of === findings) return { state: 'failed', problem: failed.problem, keep: again };
  return { state: 'keeping' };
}
