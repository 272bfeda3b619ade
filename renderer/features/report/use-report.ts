import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReportSummary } from '../../../main/contract/table-report.ts';
import { cardsOf } from '../../host/card-cache.ts';
import { useHost, useHostState } from '../../host/use-host.ts';
import { labs as known, loadLab } from '../../model/lab/registry.ts';
import { isLive } from '../../model/runs/choose-run.ts';
import { collectLab, labsWithAnything, type ReportLab } from './collect.ts';

export interface CollectedReport {
  /** Labs with anything in them. */
  available: string[];
  /** The labs that were asked for; null until the first time all are collected. */
  labs: ReportLab[] | null;
  /** Cards that have come since it began to collect; null while there is nothing to wait for. */
  arrived: number | null;
}

/** Collects what a report says, and again when a run ends or the learner says something. `wanted` null: all labs with anything in them. */
export function useReport(wanted: readonly string[] | null): CollectedReport {
  const host = useHost();
  const listed = useHostState((state) => state.listed);
  const annotations = useHostState((state) => state.annotations);
  const said = useHostState((state) => state.learner.labs);
  const saidKey = useMemo(() => JSON.stringify(said), [said]);
  // Who they are is not collected: figures are not drawn anew, and the buttons not shut, as a name is kept.
  const learner = useMemo(
    () => host.store.getState().learner,
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says when what they said has changed.
    [host, saidKey],
  );
  // A run under way changes ten times a second and is not in the report.
  const endedKey = useHostState((state) =>
    Object.values(state.runs)
      .map((run) => (isLive(run) ? '' : `${run.id}${run.pinned ? '+' : ''}`))
      .join(' '),
  );
  const runs = useMemo(
    () => Object.values(host.store.getState().runs).filter((run) => !isLive(run)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says when they have changed.
    [host, endedKey],
  );
  const reports = useHostState((state) => state.reports);
  const tables = useMemo(
    () =>
      Object.values(reports)
        .filter((one): one is ReportSummary => one.readable)
        .sort((a, b) => b.keptAt.localeCompare(a.keptAt)),
    [reports],
  );
  const available = useMemo(
    () =>
      labsWithAnything(
        known.map(({ id }) => id),
        runs,
        learner,
        tables,
      ),
    [runs, learner, tables],
  );
  const ids = useMemo(
    () => (wanted ? available.filter((id) => wanted.includes(id)) : available),
    [available, wanted],
  );
  const [labs, setLabs] = useState<ReportLab[] | null>(null);
  const [arrived, setArrived] = useState<number | null>(0);
  // The report keeps what it was made from: it is collected anew at every word the learner says.
  const held = useRef(new Map<string, () => void>());
  useEffect(() => {
    const all = held.current;
    return () => {
      for (const release of all.values()) release();
      all.clear();
    };
  }, []);

  useEffect(() => {
    if (!listed) return;
    let live = true;
    let count = 0;
    const cards = cardsOf(host);
    const card = (id: string) => {
      if (live && !held.current.has(id)) held.current.set(id, cards.hold([id]));
      return cards.get(id);
    };
    const table = (id: string) => host.call('report.get', { id });
    const source = { runs, annotations, learner, card, tables, table, load: loadLab };
    const collect = async () => {
      const all: ReportLab[] = [];
      for (const id of ids) {
        all.push(
          await collectLab(id, source, () => {
            if (live) setArrived((count += 1));
          }),
        );
        if (!live) return;
      }
      setLabs(all);
      setArrived(null);
    };
    collect().catch((error: unknown) => live && host.report(error));
    return () => void (live = false);
  }, [host, listed, ids, runs, annotations, learner, tables]);
  return { available, labs, arrived };
}
