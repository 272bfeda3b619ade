import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import { defineLab } from '../../labs/lab.ts';
import { numberParameter } from '../../labs/parameters.ts';
import type { Story, StoryStep } from '../../labs/view.ts';
import { useLab, type LabState } from '../../renderer/features/lab/run/use-lab.ts';
import type { LabPlace } from '../../renderer/model/address/lab-place.ts';
import type { LoadedLab } from '../../renderer/model/lab/registry.ts';
import { WithHost, type MemoryHost } from './memory-host.tsx';

const lab = defineLab({
  id: 'trial',
  version: 1,
  title: 'Trial',
  question: 'How many answers come late?',
  expectedSeconds: 4,
  parameters: z.object({
    wait: numberParameter({ label: 'Wait', help: '', unit: 'ms', min: 0, max: 50, default: 20 }),
  }),
  presets: [
    { id: 'usual', title: 'As it is', about: 'Nothing changed.', parameters: {} },
    { id: 'patient', title: 'Very patient', about: 'Nobody leaves.', parameters: { wait: 50 } },
  ],
  result: z.object({ late: z.number() }),
  measured: z.null(),
  needs: [],
  questions: {},
  summary: ({ late }) => [
    ['what', 'share'],
    ['late', `${late} %`],
  ],
  recap: () => null,
});

const lateOf = (result: unknown) => (result as { late: number }).late;

const story: Story = {
  parts: [
    {
      id: 'count',
      title: 'Count',
      controls: ['wait'],
      steps: [
        {
          id: 'say',
          title: 'Say',
          body: 'Say it first.',
          kind: 'predict',
          question: 'How many per cent come late?',
          unit: '%',
          input: { kind: 'number', min: 0, max: 100, step: 0.5, scale: 'linear' },
          outcome: lateOf,
          verdict: (said, result) => `You said ${said}, it was ${lateOf(result)}.`,
        },
        {
          id: 'run',
          title: 'Run',
          body: '',
          kind: 'run',
          preset: 'usual',
          reuseMeasurements: false,
        },
        {
          id: 'check',
          title: 'Check',
          body: '',
          kind: 'check',
          question: 'How many in a thousand?',
          unit: 'calls',
          input: { kind: 'number' },
          judge: (answer, result) => answer === 10 * lateOf(result),
          hints: ['Look at the share.', 'A per cent is ten in a thousand.'],
          worked: (result) => `Ten times ${lateOf(result)}.`,
        },
        {
          id: 'explore',
          title: 'Explore',
          body: 'Let them wait.',
          kind: 'explore',
          controls: ['wait'],
          offers: ['patient'],
        },
      ],
    },
    {
      id: 'again',
      title: 'Again',
      controls: ['wait'],
      steps: [
        { id: 'read-again', title: 'Read again', body: 'Another question.', kind: 'read' },
        { id: 'explore-again', title: 'Explore again', body: '', kind: 'explore', controls: [] },
      ],
    },
    {
      id: 'formula',
      title: 'Formula',
      controls: [],
      steps: [
        {
          id: 'say-formula',
          title: 'Say what a formula knows',
          body: '',
          kind: 'predict',
          question: 'How many is twice three?',
          unit: '%',
          input: { kind: 'number', min: 0, max: 100, step: 1, scale: 'linear' },
          needsRun: false,
          outcome: () => 6,
          verdict: () => 'Twice three is six.',
        },
      ],
    },
  ],
};

const storyOf = (only: StoryStep): Story => ({
  parts: [{ id: 'only', title: 'Only', controls: [], steps: [only] }],
});

const loaded: LoadedLab = { lab: lab as never, story, Panel: () => null };

/**
 * A small lab with a number to predict (0 to 100 %), one to check (ten times what came late) and
 * one that a formula answers, and what of its screen is tried.
 */
export function TrialLab({
  host,
  children,
  ...at
}: {
  host: MemoryHost;
  /** Null is where one left off. */
  step: 'say' | 'run' | 'check' | 'explore' | 'say-formula' | null;
  /** What the address sets otherwise. */
  parameters?: LabPlace['parameters'];
  /** A step that is the whole story. */
  only?: StoryStep;
  children: (lab: LabState) => ReactNode;
}) {
  return (
    <WithHost host={host}>
      <AtPlace {...at}>{children}</AtPlace>
    </WithHost>
  );
}

/** The same where somebody else holds the place, as the address or the lecture does. */
export function PlacedTrialLab({
  place,
  onPlace,
  children,
}: {
  place: LabPlace;
  onPlace: (place: LabPlace) => void;
  children: (lab: LabState) => ReactNode;
}) {
  return children(useLab(loaded, place, onPlace));
}

export const trialLab = lab;

function AtPlace({
  step,
  parameters = {},
  only,
  children,
}: {
  step: string | null;
  parameters?: LabPlace['parameters'];
  only?: StoryStep;
  children: (lab: LabState) => ReactNode;
}) {
  const [place, setPlace] = useState<LabPlace>({
    id: 'trial',
    step,
    preset: null,
    seed: null,
    parameters,
  });
  const [own] = useState(() => (only ? { ...loaded, story: storyOf(only) } : loaded));
  return children(useLab(own, place, setPlace));
}
