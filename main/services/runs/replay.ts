import type { ReplayDifference, ReplayReport } from '../../contract/replay.ts';
import type { RunCard } from '../../contract/run.ts';
import type { Elsewhere } from '../../compute/lab-catalog.ts';

/** Relative difference below which two numbers of the same machine, backend and versions match. */
export const sameMachine = 1e-4;
/** The same on another machine, backend or version, where float arithmetic adds up in another order. */
export const otherMachine = 0.02;
const mostShown = 50;
/** Below this both numbers are zero for every purpose here. */
const tiny = 1e-12;

type Replayed = Pick<
  RunCard,
  'backend' | 'versions' | 'threads' | 'machine' | 'labVersion' | 'result'
>;

/**
 * Compares the results of a card and of its replay, value by value. `hashFits`: what `contentHash` says of the card; `elsewhere`: how the
 * lab wants to be compared on another machine. Pure.
 */
export function compareReplay(
  card: Replayed,
  replay: Replayed,
  hashFits: boolean,
  elsewhere: Elsewhere = {},
): ReplayReport {
  const other = otherThan(card, replay);
  const here = other.length === 0;
  const tolerance = here ? sameMachine : (elsewhere.tolerance ?? otherMachine);
  const within = here ? 0 : (elsewhere.within ?? 0);
  const leftOut = here
    ? []
    : (elsewhere.leftOut ?? []).filter(
        (name) => isGroup(card.result) && Object.hasOwn(card.result, name),
      );
  const differences: ReplayDifference[] = [];
  const compared = walk(
    '',
    without(card.result, leftOut),
    without(replay.result, leftOut),
    { tolerance, within },
    differences,
  );
  differences.sort((a, b) => (b.by ?? Infinity) - (a.by ?? Infinity) || 0);
  return {
    agrees: differences.length === 0,
    other,
    tolerance,
    within,
    leftOut,
    compared,
    differing: differences.length,
    differences: differences.slice(0, mostShown),
    hashFits,
  };
}

/** What a card's surroundings had that the replay's have not: backend, versions, machine. */
function otherThan(card: Replayed, replay: Replayed): string[] {
  const rows: [string, unknown, unknown][] = [
    ['lab version', card.labVersion, replay.labVersion],
    ['backend', card.backend, replay.backend],
    ['threads', card.threads, replay.threads],
    ['TensorFlow.js', card.versions?.tfjs, replay.versions?.tfjs],
    ['TensorFlow', card.versions?.tensorflow, replay.versions?.tensorflow],
    ['Lectern', card.versions?.lectern, replay.versions?.lectern],
    ['processor', card.machine.cpu, replay.machine.cpu],
    [
      'system',
      `${card.machine.platform} ${card.machine.arch}`,
      `${replay.machine.platform} ${replay.machine.arch}`,
    ],
  ];
  return rows
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is]) => `${what} ${words(was)}, now ${words(is)}`);
}

/** Walks both values and notes every leaf that differs. Returns how many leaves there were. */
function walk(
  path: string,
  was: unknown,
  is: unknown,
  near: { tolerance: number; within: number },
  found: ReplayDifference[],
): number {
  if (isGroup(was) && isGroup(is) && Array.isArray(was) === Array.isArray(is)) {
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return names.reduce(
      (sum, name) =>
        sum + walk(join(path, name, Array.isArray(was)), was[name], is[name], near, found),
      0,
    );
  }
  const by = distance(was, is);
  const close =
    by !== null && (by <= near.tolerance || Math.abs(Number(was) - Number(is)) <= near.within);
  if (!close) found.push({ path: path || 'result', was: words(was), is: words(is), by });
  return 1;
}

/** Relative difference of two numbers, 0 where equal in any other way; null where they can't be compared. */
function distance(was: unknown, is: unknown): number | null {
  if (typeof was === 'number' && typeof is === 'number') {
    const size = Math.max(Math.abs(was), Math.abs(is));
    return size < tiny ? 0 : Math.abs(was - is) / size;
  }
  return was === is || (was == null && is == null) ? 0 : null;
}

const without = (value: unknown, names: readonly string[]): unknown =>
  isGroup(value) && names.length > 0
    ? Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
    : value;
const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const join = (path: string, name: string, list: boolean) => {
  if (list) return `${path}[${name}]`;
  return path === '' ? name : `${path}.${name}`;
};

function words(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a group of values';
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
