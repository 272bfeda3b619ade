import type { RunSummary } from '../../main/contract/run.ts';
import type { HostState } from './host.ts';

export type Runs = HostState['runs'];

/** So many ended runs keep their series and result here. Older ones are like those of the list: whoever shows one asks for its card. */
export const keptWhole = 8;

const isWhole = ({ status, result, series }: Runs[string]) =>
  status !== 'queued' &&
  status !== 'running' &&
  (result !== null || Object.keys(series).length > 0);

/** Takes in what the host tells of a run. A window that is open all day must not keep every result it ever heard of. */
export function takeRun(known: Runs, run: Runs[string]): Runs {
  const taken = { ...known, [run.id]: run };
  if (!isWhole(run)) return taken;
  const whole = Object.values(taken)
    .filter(isWhole)
    .sort((a, b) => b.number - a.number);
  for (const old of whole.slice(keptWhole)) taken[old.id] = { ...old, series: {}, result: null };
  return taken;
}

/**
 * Takes in a part of the host's list: summaries become snapshots that keep the series and result this window has. `before` is what was
 * known when the list was asked for: a run that the host has told of since is newer than the list and stays.
 */
export function takeList(known: Runs, before: Runs, list: readonly RunSummary[]): Runs {
  const taken = { ...known };
  for (const summary of list) {
    const old = known[summary.id];
    if (old === before[summary.id])
      taken[summary.id] = { series: old?.series ?? {}, result: old?.result ?? null, ...summary };
  }
  return taken;
}

/** Leaves out runs that are in no part of the list: they were deleted while this window did not hear of it. */
export function dropUnlisted(known: Runs, before: Runs, listed: ReadonlySet<string>): Runs {
  return Object.fromEntries(
    Object.entries(known).filter(([id, run]) => listed.has(id) || run !== before[id]),
  );
}
