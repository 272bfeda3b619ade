import type { Lab } from '../../../labs/lab.ts';
import {
  describeParameters,
  parseParameters,
  type ParameterDescription,
} from '../../../labs/parameters.ts';
import type { Annotation } from '../../../main/contract/annotation.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { formatFixed } from '../../kit/number/format.ts';
import type { LabPlace } from '../address/lab-place.ts';
import { overridesOf } from '../lab/resolve-place.ts';
import { pinName } from './pin-words.ts';
import { duration } from './run-words.ts';

/** What a run is called: the learner's name for it, else its preset and what was changed. */
export function nameOf(
  run: RunSnapshot,
  lab: Lab | null,
  annotation: Annotation | undefined,
): string {
  if (annotation?.name) return annotation.name;
  return lab ? pinName(lab, run) : run.lab;
}

export function startedWords(run: Pick<RunSnapshot, 'startedAt'>): string {
  return new Date(run.startedAt).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** How a run that has no whole result stands; null for a finished one. */
export function endedWords(run: RunSnapshot): string | null {
  const [figure, unit] = duration(run.durationMs);
  switch (run.status) {
    case 'finished':
      return null;
    case 'stopped':
      return `You stopped it after ${figure} ${unit}. What it had is kept.`;
    case 'failed':
      return run.error?.what ?? 'It failed.';
    case 'queued':
      return 'Waiting for its turn';
    case 'running':
      return run.phase ? `Running: ${Math.round(run.phase.fraction * 100)} %` : 'Running';
  }
}

/** The run's parameters that its preset does not already say: what a link to it needs. */
export function placeOf(run: RunSnapshot, lab: Lab | null): LabPlace {
  const preset = lab?.presets.find((one) => one.id === run.preset);
  const base = lab && parseParameters(lab.parameters, preset?.parameters ?? {});
  const parameters = overridesOf(
    base?.ok ? (base.parameters as RunSnapshot['parameters']) : {},
    run.parameters,
  );
  return {
    id: run.lab,
    step: run.prediction?.step ?? null,
    preset: run.preset,
    seed: run.seed,
    parameters,
  };
}

export interface Setting {
  name: string;
  label: string;
  value: string;
  unit: string;
  /** What the preset says; null where the run does not differ from it. */
  preset: string | null;
}

/**
 * A run's parameters in words: those that differ from its preset first, each group in the lab's order. What answers one of the `open`
 * questions, by their parts, is left out.
 */
export function settingsOf(
  run: RunSnapshot,
  lab: Lab | null,
  open: Pick<ReadonlyMap<string, unknown>, 'has'> = new Map(),
): Setting[] {
  const changed = placeOf(run, lab).parameters;
  const described = new Map(
    (lab ? describeParameters(lab.parameters) : []).map((one) => [one.name, one]),
  );
  const preset = lab?.presets.find((one) => one.id === run.preset)?.parameters as
    Record<string, unknown> | undefined;
  const tells = (name: string) => {
    const part = described.get(name)?.answers;
    return part !== undefined && open.has(part);
  };
  const names = [...new Set([...described.keys(), ...Object.keys(run.parameters)])].filter(
    (name) => run.parameters[name] !== undefined && !tells(name),
  );
  const all = names.map((name): Setting => {
    const own = described.get(name);
    return {
      name,
      label: own?.label ?? name,
      ...shown(run.parameters[name], own),
      preset: name in changed && own ? inWords(preset?.[name] ?? own.default) : null,
    };
  });
  return [...all.filter((one) => one.preset !== null), ...all.filter((one) => one.preset === null)];
}

/** Zero reads as what it means where it means something of its own. */
const shown = (value: unknown, own: ParameterDescription | undefined) =>
  value === 0 && own?.zero
    ? { value: own.zero, unit: '' }
    : { value: inWords(value), unit: own?.unit ?? '' };
const inWords = (value: unknown): string =>
  typeof value === 'number' ? formatFixed(value) : String(value);

/** "130 kB", "2.4 MB"; "1 kB" for less. */
export function sizeWords(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
  return bytes < 1e9 ? `${formatFixed(bytes / 1e6, 1)} MB` : `${formatFixed(bytes / 1e9, 2)} GB`;
}

/** "1 Oct, 18:30"; with its year where that is not this one. */
export function shortWhen({ startedAt }: Pick<RunSnapshot, 'startedAt'>): string {
  const at = new Date(startedAt);
  const year = at.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return at.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year,
    hour: '2-digit',
    minute: '2-digit',
  });
}
