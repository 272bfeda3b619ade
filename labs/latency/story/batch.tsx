import {
  formatDuration,
  formatFixed,
  formatSignificant,
} from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import { compare, inWords } from '../../kit/compare.ts';
import type { StoryPart } from '../../view.ts';
import { ratioOf, times } from '../panel/compared.ts';
import { batchGain, throughputOf, costs, limitOf } from './read-frontier.ts';
import { comparison, near, oneByOne, readResult } from './read-result.ts';

const over = (reach: { atLeast: boolean }) => (reach.atLeast ? 'at least ' : '');

/**
 * What the limit is a multiple of. Not the p99 of part 1: how long calls are held up is counted over
 * all batch sizes, as the simulation of batches does it.
 */
const yardstickWords = (many: number, p99Ms: number | null) =>
  `That is ${formatFixed(many)} × ${p99Ms === null ? 'the time' : `${formatDuration(p99Ms, 2)}, the time`} that 99 of 100 ` +
  'calls with one row keep here. Calls of every batch size say how long a call may be held up.';

/** What batches carry beside one by one: "3.2 times what it carries one by one". */
function gainWords({ times: ratio, atLeast }: { times: number; atLeast: boolean }, what: string) {
  const comparison = ratioOf({ value: ratio }, { value: 1 });
  return inWords(comparison, {
    less: `less than ${what}`,
    equal: `the same as ${what}`,
    more: `${over({ atLeast })}${times(ratio)} ${what}`,
    unclear: '',
  });
}

/** A lower bound beside a guess: of a guess above it nothing can be told. */
function boundWords(perSecond: number, said: number): string {
  const bound = `It is at least ${formatSignificant(perSecond, 2)} a second`;
  const beyond = inWords(compare({ value: perSecond }, { value: said }), {
    less: '',
    equal: '',
    more: ', which is more than your guess',
    unclear: '',
  });
  return beyond
    ? `${bound}${beyond}`
    : `${bound}. The simulation goes no further, so it can’t tell about your guess`;
}

/** Part 3: several requests answered in one go. */
export const batch: StoryPart = {
  id: 'batch',
  title: 'Batch',
  lesson:
    'A batch shares the fixed cost of a call, and only that: it pays where this cost is large.',
  controls: ['maxBatch', 'maxWaitMs', 'replicas', 'limitTimes'],
  steps: [
    {
      kind: 'read',
      id: 'batch-read',
      title: 'Several in one go',
      body: (
        <>
          <p>
            A <Term id="replica">replica</Term> that becomes free may take all who wait, up to a{' '}
            <strong>
              largest <Term id="batch">batch</Term>
            </strong>
            , and answer them in one call.
          </p>
          <p>
            A call of b requests takes about{' '}
            <strong>
              <Term id="alpha">α</Term> + <Term id="beta">β</Term>·b
            </strong>
            . α is paid once for the call, β for each request in it. Batches share α and nothing
            else.
          </p>
          <p>
            The replica may also hold a batch open for a moment, the{' '}
            <strong>
              <Term id="max-wait">max wait</Term>
            </strong>
            , in the hope of more company.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'batch-predict',
      title: 'How much more fits?',
      body: (result, { limitTimes, limitMs }) => {
        const read = readResult(result);
        const limit = limitOf(read);
        const follows = !Number(limitMs) && (limit === null || read?.asked);
        return (
          <p>
            One replica of the large model, no wait. It may now take up to 64 requests at once. 99
            of 100 must be answered within{' '}
            {limit === null ? 'the limit' : `${formatFixed(limit)} ms`}.{' '}
            {follows && yardstickWords(Number(limitTimes), read?.asked?.p99Ms ?? null)}
          </p>
        );
      },
      question: 'How many requests a second can it answer within the limit?',
      unit: '/s',
      input: { kind: 'number', min: 1, max: 1_000_000, step: 1, scale: 'log' },
      outcome: (result) => {
        const most = throughputOf(readResult(result), 'large', 64);
        return most?.atLeast ? { atLeast: most.perSecond } : (most?.perSecond ?? null);
      },
      verdict: (said, result) => {
        const read = readResult(result);
        const was = throughputOf(read, 'large', 64);
        const gain = batchGain(read, 'large');
        if (!was || typeof said !== 'number') return '';
        const beside = was.atLeast
          ? boundWords(was.perSecond, said)
          : comparison(said, was.perSecond);
        return `${beside}.${gain ? ` That is ${gainWords(gain, 'what it carries one by one')}.` : ''}`;
      },
    },
    {
      kind: 'run',
      id: 'batch-run',
      title: 'Let them share a call',
      preset: 'default',
      reuseMeasurements: true,
      body: (result) => {
        const read = readResult(result);
        const one = throughputOf(read, 'large', 1);
        const most = throughputOf(read, 'large', 64);
        if (limitOf(read) !== null && (!one || !most))
          return (
            <p>
              On this computer, this time,{' '}
              {one ? 'batches of up to 64 don’t' : 'one by one doesn’t'} keep 99 of 100 answers
              within {formatFixed(limitOf(read)!)} ms at any load. Raise the limit, or close other
              programs and measure again.
            </p>
          );
        if (!one || !most)
          return (
            <p>
              Press <strong>Run</strong>. The measured times stay; only the way requests are taken
              changes: one by one, up to 4, up to 16, up to 64.
            </p>
          );
        return (
          <p>
            Within {formatFixed(limitOf(read)!)} ms the large model carries {over(one)}
            {formatSignificant(one.perSecond, 2)} requests a second one by one, and {over(most)}
            {formatSignificant(most.perSecond, 2)} with batches of up to 64. Nothing else was
            changed.
          </p>
        );
      },
    },
    {
      kind: 'explore',
      id: 'batch-explore',
      title: 'Does waiting help?',
      controls: ['loadPercent', 'maxBatch', 'maxWaitMs', 'replicas'],
      body: (result) => {
        const [small, large] = (['small', 'large'] as const).map((name) =>
          costs(readResult(result), name),
        );
        return (
          <>
            <p>
              Set the <strong>largest batch</strong> to 16 and raise the <strong>max wait</strong>.
              The figure is live: it follows a slider at once. On one replica, is there a wait that
              lowers the mean? Try a calm load and a busy one; the line under the table judges it.
            </p>
            <p>
              Then take four <strong>replicas</strong> and a busy load, and look again.
            </p>
            {small && large && (
              <p>
                Batches share α only. In the small model α is{' '}
                {formatFixed((100 * small.alphaMs) / small.alone, 0)} % of a lone call, in the large
                one {formatFixed((100 * large.alphaMs) / large.alone, 0)} %.
              </p>
            )}
          </>
        );
      },
    },
    {
      kind: 'check',
      id: 'batch-check',
      title: 'What is the ceiling?',
      body: (result) => {
        const cost = costs(readResult(result), 'large');
        return (
          <p>
            {cost
              ? `For the large model α is ${formatDuration(cost.alphaMs)} and β is ${formatDuration(cost.betaMs)}.`
              : 'α and β of the large model stand in the table of part 1.'}{' '}
            Suppose every batch is full.
          </p>
        );
      },
      question:
        'With batches of 64, at how many requests a second is one replica busy all the time?',
      unit: '/s',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const cost = costs(readResult(result), 'large');
        return cost === null ? null : near(answer, 1000 / cost.shared, 0.15);
      },
      hints: [
        'One full batch takes α + 64·β. How many such batches fit into a second?',
        'Each of those batches answers 64 requests: 64 × 1,000 / (α + 64·β), with both in milliseconds.',
      ],
      worked: (result) => {
        const cost = costs(readResult(result), 'large');
        const alone = oneByOne(readResult(result), 'large');
        if (!cost || !alone) return null;
        const whole = cost.shared * 64;
        return (
          <p>
            A full batch takes {formatDuration(whole)}: 64 × 1,000 / {formatSignificant(whole)} ≈{' '}
            <strong>{formatSignificant(1000 / cost.shared, 2)}</strong> a second. One by one it was
            1,000 / {formatSignificant(alone.meanMs)} ≈ {formatSignificant(alone.perSecond, 2)} in
            part 2, with the mean of the timed calls.
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'batch-reflect',
      title: 'In your words',
      body: (result) => {
        const gain = batchGain(readResult(result), 'large');
        return (
          <p>
            {gain === null
              ? 'A colleague wants every request to wait a few milliseconds, so that batches fill up.'
              : `Batches of up to 64 carry ${gainWords(gain, 'the traffic of one by one')} here. ` +
                'A colleague now wants every request to wait a few milliseconds as ' +
                'well, so that batches fill up.'}
          </p>
        );
      },
      question:
        'On one replica, when would you hold a batch open, and what would you look at first?',
    },
  ],
};
