import type { Annotations } from '../../../main/contract/annotation.ts';
import type { RunSnapshot, RunStatus } from '../../../main/contract/run.ts';
import { findLab } from '../../model/lab/registry.ts';
import { nameOf, settingsOf, startedWords } from '../../model/runs/run-names.ts';

/** What the list is narrowed to. */
export interface Filter {
  words: string;
  lab: string | null;
  status: RunStatus | null;
  starred: boolean;
}
export const everything: Filter = { words: '', lab: null, status: null, starred: false };
export const isNarrow = (filter: Filter): boolean =>
  filter.words.trim() !== '' || filter.lab !== null || filter.status !== null || filter.starred;

/** A run, and the text that a search looks at. */
export interface Listed {
  run: RunSnapshot;
  text: string;
}

/** Texts of runs that have not changed since: making one takes longer than searching it. */
const known = new WeakMap<RunSnapshot, { annotation: unknown; text: string }>();

function textOf(run: RunSnapshot, annotations: Annotations): string {
  const annotation = annotations[run.id];
  const kept = known.get(run);
  if (kept && kept.annotation === annotation) return kept.text;
  const lab = findLab(run.lab);
  const settings = settingsOf(run, lab)
    .filter(({ preset }) => preset !== null)
    .map(({ label, value, unit }) => `${label} ${value} ${unit}`);
  const text = [
    `run ${run.number}`,
    nameOf(run, lab, annotation),
    lab?.title ?? run.lab,
    annotation?.note ?? '',
    run.status,
    `seed ${run.seed}`,
    run.backend ?? '',
    startedWords(run),
    run.prediction?.question ?? '',
    ...settings,
  ]
    .join('\n')
    .toLowerCase();
  known.set(run, { annotation, text });
  return text;
}

/** Every run with its text, newest first. */
export function listRuns(
  runs: Readonly<Record<string, RunSnapshot>>,
  annotations: Annotations,
): Listed[] {
  return Object.values(runs)
    .map((run) => ({ run, text: textOf(run, annotations) }))
    .sort((a, b) => b.run.number - a.run.number);
}

/** Those that fit: every word must stand somewhere in a run's text. */
export function narrow(
  listed: readonly Listed[],
  filter: Filter,
  annotations: Annotations,
): RunSnapshot[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return listed
    .filter(
      ({ run, text }) =>
        (filter.lab === null || run.lab === filter.lab) &&
        (filter.status === null || run.status === filter.status) &&
        (!filter.starred || annotations[run.id]?.starred === true) &&
        words.every((word) => text.includes(word)),
    )
    .map(({ run }) => run);
}
