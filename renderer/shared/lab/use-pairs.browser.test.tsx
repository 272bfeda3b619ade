import { act } from 'react';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { LecternError } from '../../../main/contract/errors.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { madeRun, memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import type { Host } from '../../host/host.ts';
import { usePairs } from './use-pairs.ts';
import { useSaid } from './use-said.ts';

const score = { averagePrecision: 0.5, logLoss: 0.5, ece: 0, ci95: [0, 1], perWorld: [] };

/** A run of a lab whose story is there, with a prediction of which policy is best. It was `15 d`. */
const predicted = (number: number): RunSnapshot =>
  madeRun({
    number,
    lab: 'time-leak',
    prediction: {
      step: 'drift-predict',
      question: 'Best is',
      value: 'all',
      unit: '',
      lockedAt: '2026-03-01T09:00:00.000Z',
    },
    result: {
      scores: [{ features: 'honest', model: 'logistic', split: 'live', auc: 0.7, ...score }],
      drift: [
        { policy: 'never', auc: 0.6, retrainings: 0, weekly: [] },
        { policy: 'window-15', auc: 0.8, retrainings: 8, weekly: [] },
      ],
    },
  });

const lost = new LecternError({ code: 'internal', what: 'Gone', safe: '', next: '' });

/** The pairs of these runs, on a host that fails each request for a run that is `out`. */
async function open(runs: readonly RunSnapshot[], out: Set<string>) {
  const memory = memoryHost({ runs: Object.fromEntries(runs.map((run) => [run.id, run])) });
  const asked: string[] = [];
  const host: Host = {
    ...memory,
    call: async (method, params) => {
      const { run } = params as { run: string };
      if (method === 'run.get') asked.push(run);
      if (out.has(run)) throw lost;
      return memory.call(method, params);
    },
  };
  await render(
    <WithHost host={host}>
      <Pairs runs={runs} />
    </WithHost>,
  );
  return {
    asked,
    connection: (connection: 'lost' | 'open') => act(() => memory.store.setState({ connection })),
  };
}

function Pairs({ runs }: { runs: readonly RunSnapshot[] }) {
  const pairs = usePairs(runs, useSaid());
  return runs.map(({ id, number }) => (
    <p key={id} aria-label={`run ${number}`} role="group">
      said {pairs.get(id)?.said}, was {pairs.get(id)?.was ?? 'not there'}
    </p>
  ));
}

const pair = (number: number) => expect.element(page.getByRole('group', { name: `run ${number}` }));

it('what could not be had is said without its outcome, and the others come', async () => {
  const [first, second] = [predicted(1), predicted(2)];
  const { asked } = await open([first, second], new Set([first.id]));
  await pair(2).toHaveTextContent('said all, was 15 d');
  await pair(1).toHaveTextContent('said all, was not there');
  expect(asked).toEqual([first.id, second.id]);
});

it('what could not be had is asked for again when the host is back, and nothing else is', async () => {
  const [first, second] = [predicted(3), predicted(4)];
  const out = new Set([first.id]);
  const { asked, connection } = await open([first, second], out);
  await pair(4).toHaveTextContent('said all, was 15 d');
  await connection('lost');
  expect(asked).toEqual([first.id, second.id]);
  out.clear();
  await connection('open');
  await pair(3).toHaveTextContent('said all, was 15 d');
  expect(asked).toEqual([first.id, second.id, first.id]);
});
