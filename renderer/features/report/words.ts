import type { Lab } from '../../../labs/lab.ts';
import type { Who } from '../../../main/contract/learner.ts';
import type { RunCard, RunSnapshot } from '../../../main/contract/run.ts';
import { formatFixed } from '../../kit/number/format.ts';
import type { Outcome } from '../../model/prediction/outcome.ts';
import { outcomeWords } from '../../model/prediction/outcome-words.ts';
import { backendNames } from '../../model/runs/backend-names.ts';
import { placeOf } from '../../model/runs/run-names.ts';
import { duration } from '../../model/runs/run-words.ts';

export const backendOf = ({ backend, threads }: Pick<RunCard, 'backend' | 'threads'>): string =>
  backend
    ? `${backendNames[backend]}${threads ? `, ${threads} ${threads === 1 ? 'thread' : 'threads'}` : ''}`
    : 'none';

export const machineOf = ({ machine }: Pick<RunCard, 'machine'>): string =>
  `${machine.cpu}, ${machine.cores} ${machine.cores === 1 ? 'core' : 'cores'}, ` +
  `${formatFixed(machine.memoryGb)} GB, ${machine.platform} ${machine.arch}`;

export const versionsOf = ({ versions }: Pick<RunCard, 'versions'>): string =>
  versions
    ? `Lectern ${versions.lectern}, TensorFlow.js ${versions.tfjs}` +
      (versions.tensorflow ? `, TensorFlow ${versions.tensorflow}` : '') +
      `, Node ${versions.node}`
    : 'not known';

/** So many of a hash's signs are set bold: enough to tell runs apart on paper. */
export const shortHash = 12;

/** Where most runs of a report were made, in words. */
export interface Usual {
  machine: string;
  versions: string;
}

export const tookOf = (run: Pick<RunSnapshot, 'durationMs'>): string =>
  duration(run.durationMs).join(' ');

/** How a run ended that has no whole result; null for one that has. */
export function endedOf(
  run: Pick<RunSnapshot, 'status' | 'complete' | 'durationMs' | 'error'>,
): string | null {
  if (run.status === 'stopped')
    return `Stopped after ${tookOf(run)}: only what it had by then is here.`;
  if (run.status === 'failed') return `It failed${run.error ? `: ${run.error.what}` : '.'}`;
  return run.complete ? null : 'Its result is not whole.';
}

/** A value as it was said, and as exact as it was measured. */
export const asSaid = (value: number | string): string =>
  typeof value === 'number' ? (huge(value) ?? formatFixed(value)) : value;
export const asMeasured = (value: Outcome): string =>
  (typeof value === 'number' ? huge(value) : null) ?? outcomeWords(value);

/** A number that nobody could read written out: "1.0e+308". Null for any other. */
const huge = (value: number): string | null =>
  Math.abs(value) >= 1e15 ? value.toExponential(1) : null;

/** A word for the command line as it must be typed: quoted where a shell would take it apart. */
const typed = (word: string): string =>
  /^[\w.:=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** The command that makes a run again without its card: the same parameters and seed, with timings of the machine that it runs on. */
export function commandOf(run: RunSnapshot, lab: Lab | null): string {
  const { preset, parameters } = placeOf(run, lab);
  const words = [
    'npm run lab --',
    run.lab,
    ...(preset ? ['--preset', preset] : []),
    '--seed',
    String(run.seed),
    ...Object.entries(parameters).flatMap(([name, value]) => ['--set', typed(`${name}=${value}`)]),
  ];
  return words.join(' ');
}

/** "24 November 2026". */
export const dayOf = (at: Date): string =>
  at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** What the report is called: in the window's title, in its files and in their names. */
export const reportTitle = ({ name }: Pick<Who, 'name'>): string =>
  ['Lectern report', name.trim()].filter(Boolean).join(', ');
