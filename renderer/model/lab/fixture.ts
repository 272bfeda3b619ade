import { z } from 'zod';
import { defineLab, type Lab } from '../../../labs/lab.ts';
import { choiceParameter, numberParameter } from '../../../labs/parameters.ts';
import type { Story } from '../../../labs/view.ts';
import type { RunCard, RunSnapshot } from '../../../main/contract/run.ts';

/** A made-up lab for this room's tests: two parts, a setting that needs a run and one that does not. */
export const tinyLab = defineLab({
  id: 'tiny',
  version: 1,
  title: 'Tiny',
  question: 'Why?',
  expectedSeconds: 1,
  parameters: z.object({
    epochs: numberParameter({
      label: 'Epochs',
      help: '',
      min: 1,
      max: 10,
      default: 3,
      integer: true,
    }),
    load: numberParameter({
      label: 'Load',
      unit: '/s',
      help: '',
      min: 1,
      max: 100,
      default: 10,
      needsRun: false,
    }),
    kind: choiceParameter({
      label: 'Kind',
      help: '',
      options: ['a', 'b'],
      default: 'a',
      needsRun: false,
    }),
  }),
  presets: [
    { id: 'default', title: 'Usual', about: '', parameters: {} },
    { id: 'busy', title: 'Busy', about: '', parameters: { load: 90 } },
  ],
  result: z.object({ n: z.number() }),
  measured: z.null(),
  needs: [],
  questions: {},
  summary: (result) => [
    ['what', 'n'],
    ['all', String(result.n)],
  ],
  recap: (result) => ({ what: 'n', value: String(result.n), unit: '', answers: 'one' }),
}) as unknown as Lab;

export const tinyStory: Story = {
  parts: [
    {
      id: 'one',
      title: 'One',
      controls: ['load', 'missing'],
      steps: [
        { kind: 'read', id: 'one-read', title: '', body: '' },
        {
          kind: 'predict',
          id: 'one-predict',
          title: '',
          body: '',
          question: 'How many?',
          unit: 'ms',
          input: { kind: 'number', min: 0, max: 9, step: 1, scale: 'linear' },
          outcome: () => 1,
          verdict: () => '',
        },
        {
          kind: 'run',
          id: 'one-run',
          title: '',
          body: '',
          preset: 'default',
          reuseMeasurements: false,
        },
      ],
    },
    {
      id: 'two',
      title: 'Two',
      controls: ['epochs'],
      steps: [
        {
          kind: 'run',
          id: 'two-run',
          title: '',
          body: '',
          preset: 'busy',
          reuseMeasurements: true,
        },
        { kind: 'reflect', id: 'two-reflect', title: '', body: '', question: '' },
      ],
    },
  ],
};

export function tinyRun(over: Partial<RunSnapshot> = {}): RunSnapshot {
  return {
    id: `run-${over.number ?? 1}-aaaa`,
    number: 1,
    lab: 'tiny',
    labVersion: 1,
    parameters: { epochs: 3, load: 10, kind: 'a' },
    seed: 1,
    preset: 'default',
    prediction: null,
    pinned: false,
    measuredFrom: null,
    status: 'finished',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 2134,
    backend: 'tensorflow',
    series: {},
    result: { n: 1 },
    complete: true,
    error: null,
    phase: null,
    ...over,
  };
}

/** The card that such a run leaves. */
export function tinyCard(over: Partial<RunCard> = {}): RunCard {
  const { phase: _phase, ...identity } = tinyRun({ number: over.number ?? 1 });
  return {
    format: 'lectern-run',
    formatVersion: 1,
    ...identity,
    measured: null,
    threads: 1,
    versions: null,
    machine: { platform: 'linux', arch: 'x64', cpu: 'none', cores: 1, memoryGb: 1 },
    hash: '',
    ...over,
  };
}
