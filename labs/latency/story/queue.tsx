import {
  formatDuration,
  formatFixed,
  formatSignificant,
} from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import { inWords, said as saying } from '../../kit/compare.ts';
import type { StoryPart } from '../../view.ts';
import { sayable } from '../explore/asked-numbers.ts';
import { ratioOf, times } from '../panel/compared.ts';
import type { LatencyResult, SimulationRow } from '../result.ts';
import { drawnLoads, tailCurve } from '../panel/drawn-tail.ts';
import { ceiling, comparison, near, oneByOne, readResult, rowAt, stretch } from './read-result.ts';

const busy = 0.8;
const atBusy = (result: unknown) => stretch(rowAt(readResult(result), 'large', busy));

/** Part 2: what a request feels once others ask too. */
export const queue: StoryPart = {
  id: 'queue',
  title: 'Queue',
  lesson:
    'Requests come at random moments, so they wait long before a replica is full; near full, waiting grows without end.',
  controls: ['loadPercent', 'replicas', 'queueCapacity', 'limitTimes'],
  steps: [
    {
      kind: 'read',
      id: 'queue-read',
      title: 'Now others ask too',
      body: (
        <>
          <p>
            A{' '}
            <strong>
              <Term id="replica">replica</Term>
            </strong>{' '}
            is one running copy of the model. It answers one request at a time; the others stand in
            a queue.
          </p>
          <p>
            Requests come at <Term id="poisson-arrivals">random moments</Term>. Sometimes three
            arrive together, sometimes none: so there is a queue long before the replica is full.
          </p>
          <p>
            <strong>
              <Term id="utilisation">Utilisation</Term>
            </strong>{' '}
            is the share of the time that the replica is busy. At 100 % the queue never ends.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'queue-predict',
      title: 'What does waiting add?',
      body: (
        <p>
          One replica of the large model, busy 80 % of the time. Four requests come for every five
          that it could answer. It still has a fifth of its time to spare. Count the waiting too.
        </p>
      ),
      question: 'On average, how many times its service time does a request take?',
      unit: '×',
      input: { kind: 'number', min: 1, max: 1_000, step: 0.1, scale: 'log' },
      draws: {
        ask: 'Draw how long the slowest request in a hundred takes',
        x: { label: '% busy, large model', places: drawnLoads },
        y: {
          label: '99th percentile of latency, in service times',
          unit: '×',
          min: 1,
          max: 100,
          step: 0.1,
          scale: 'log',
        },
        close: 1.5,
        truth: (result) => tailCurve(readResult(result)?.simulation ?? [], 'large'),
      },
      outcome: atBusy,
      verdict: (said, result) => {
        const was = atBusy(result);
        if (was === null || typeof said !== 'number') return '';
        const waiting = Math.max(0, Math.round((1 - 1 / was) * 100));
        const at = rowAt(readResult(result), 'large', busy)!.utilization! * 100;
        return `${comparison(said, was)}: at ${formatFixed(at, 0)} % busy, ${waiting} % of the time goes by in the queue.`;
      },
    },
    {
      kind: 'run',
      id: 'queue-run',
      title: 'Put a queue in front',
      preset: 'default',
      reuseMeasurements: true,
      body: (result) => {
        const read = readResult(result);
        const high = rowAt(read, 'large', 0.95);
        const low = rowAt(read, 'large', 0.5);
        if (!high?.p99Ms || !low?.p99Ms)
          return (
            <p>
              Press <strong>Run</strong>. The times measured in part 1 become the{' '}
              <Term id="service-time">service times</Term> of a simulated replica. The load rises
              from a tenth of what it can do to 95 %.
            </p>
          );
        return (
          <p>
            {askedWords(read)}From {percentBusy(low)} to {percentBusy(high)} % busy, the large
            model’s <Term id="p99">99th percentile</Term> goes from {formatDuration(low.p99Ms, 2)}{' '}
            to {formatDuration(high.p99Ms, 2)}. {queueWords(low, high)}
          </p>
        );
      },
    },
    {
      kind: 'explore',
      id: 'queue-explore',
      title: 'Push it, then save it',
      controls: ['loadPercent', 'replicas', 'queueCapacity', 'limitTimes'],
      body: (
        <>
          <p>
            Raise the{' '}
            <strong>
              <Term id="arrival-rate">load</Term>
            </strong>{' '}
            until a model is called <Term id="unstable">unstable</Term>: no number could be true
            there. The figure is live: it follows a slider at once, without a run.
          </p>
          <p>
            Then bring it back in two ways: more <strong>replicas</strong>, or only a few places in
            the <strong>queue</strong>. The second keeps answers fast by turning people away.
          </p>
          <p>
            Which formula is nearest to the simulation? <Term id="mm-c">M/M/c</Term> expects very
            uneven service times, <Term id="md-1">M/D/1</Term> perfectly even ones.{' '}
            <Term id="mg-1">M/G/1</Term> takes their spread as it was measured.
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'queue-check',
      title: 'Where does it tip over?',
      body: <p>There is a load that no queue can save.</p>,
      question:
        'At how many requests a second does one replica of the large model fall behind for good?',
      unit: '/s',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const truth = ceiling(readResult(result), 'large');
        return truth === null ? null : near(answer, truth, 0.15);
      },
      hints: [
        'It tips over where arrivals times service time reaches one: busy 100 % of the time.',
        'At s milliseconds an answer, a second holds 1,000 / s answers. The mean for one row is in the table of part 1.',
      ],
      worked: (result) => {
        const read = readResult(result);
        const most = oneByOne(read, 'large');
        if (!most) return null;
        return (
          <p>
            One answer takes {formatDuration(most.meanMs)} on average: 1,000 /{' '}
            {formatSignificant(most.meanMs)} ≈{' '}
            <strong>{formatSignificant(most.perSecond, 2)}</strong> a second. Beyond it the queue
            has no end.
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'queue-reflect',
      title: 'In your words',
      body: (result) => {
        const was = atBusy(result);
        return (
          <p>
            {was === null
              ? 'Your manager sees a replica that is idle a fifth of the time and asks why it is not used fully.'
              : 'Your manager sees a replica that is idle a fifth of the time, while requests ' +
                `already take ${stretchWords(was)}, and asks why ` +
                'it is not used fully.'}
          </p>
        );
      },
      question: 'What do you answer, in two sentences?',
    },
  ],
};

/** "Here 80 % busy are 92.2 of at most 115 requests a second. " */
const askedWords = (result: LatencyResult | null) =>
  result?.asked
    ? `Here 80 % busy are ${formatFixed(result.asked.arrivalsPerSecond)} of at most ` +
      `${formatFixed(sayable(result.asked.perSecond))} requests a second. `
    : '';

const percentBusy = (row: SimulationRow) => formatFixed(row.utilization! * 100, 0);

/** What the load did to the tail: the service times of both are the same. */
const queueWords = (low: SimulationRow, high: SimulationRow) =>
  saying(
    { value: high.p99Ms!, interval: high.ci95.p99Ms },
    { value: low.p99Ms!, interval: low.ci95.p99Ms },
    {
      less: 'Here it falls, by chance of the simulation.',
      equal: 'That is the same.',
      more: 'It grows with the queue alone: the model itself takes what it took.',
      unclear: 'These simulations can’t tell the two apart.',
    },
    { scale: 'ratio', margin: 0.02 },
  );

function stretchWords(stretched: number): string {
  const comparison = ratioOf({ value: stretched }, { value: 1 });
  const same = 'about the bare service time';
  return inWords(comparison, {
    less: same,
    equal: same,
    more: `${times(comparison.by)} the bare service time`,
    unclear: same,
  });
}
