import {
  formatDuration,
  formatFixed,
  formatSignificant,
} from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { featureCount } from '../data.ts';
import { hiddenUnits } from '../model.ts';
import type { ModelName } from '../names.ts';
import type { ModelRow } from '../result.ts';
import { inWords } from '../../kit/compare.ts';
import { ratioOf, times } from '../panel/compared.ts';
import {
  comparison,
  costsOf,
  largeBesideSmall,
  modelOf,
  near,
  oneRow,
  readResult,
  weightsRatio,
} from './read-result.ts';

/** Part 1: what one answer takes, on this machine. */
export const measure: StoryPart = {
  id: 'measure',
  title: 'Measure',
  lesson: 'A model’s size sets the cost of each row, and every call adds a fixed cost of its own.',
  controls: ['repetitions', 'epochs'],
  steps: [
    {
      kind: 'read',
      id: 'measure-read',
      title: 'How long does one answer take?',
      body: (
        <>
          <p>
            Three models guess whether a visitor will click. They learn from the same data; only
            their size differs.
          </p>
          <p>
            The{' '}
            <strong>
              <Term id="service-time">service time</Term>
            </strong>{' '}
            is what one call takes when nobody else is waiting: from the row going in to the number
            being back.
          </p>
          <p>
            Three mistakes make it look better or worse than it is. They are timing the very first
            call, stopping the clock before the answer has been read back, and taking the average of{' '}
            <Term id="percentile">percentiles</Term>.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'measure-predict',
      title: 'What does size cost?',
      body: (
        <p>
          The small model has one hidden layer of {units('small')} units. The large one has two, of{' '}
          {units('large')}: {timesTheWeights(weightsIn('large'), weightsIn('small'))}.
        </p>
      ),
      question:
        'For one request, how many times as long as the small model does the large one take?',
      unit: '×',
      input: { kind: 'number', min: 0.1, max: 10_000, step: 0.1, scale: 'log' },
      outcome: (result) => largeBesideSmall(readResult(result))?.ratio ?? null,
      verdict: (said, result) => {
        const read = readResult(result);
        const cost = largeBesideSmall(read);
        const weights = weightsRatio(read);
        if (cost?.ratio == null || weights === null || typeof said !== 'number') return '';
        const near = inWords(cost.comparison, {
          less: ' The large model takes less time.',
          equal: ' The two take about as long.',
          more: '',
          unclear: ' Whether the large model takes longer at all can’t be told from these calls.',
        });
        return `${comparison(said, cost.ratio)}, for ${timesTheWeights(weights, 1)}.${near} Each call also has a fixed cost.`;
      },
    },
    {
      kind: 'run',
      id: 'measure-run',
      title: 'Train and time them',
      preset: 'default',
      reuseMeasurements: false,
      body: (result) => {
        const read = readResult(result);
        const small = modelOf(read, 'small');
        const large = modelOf(read, 'large');
        if (!small || !large)
          return (
            <p>
              Press <strong>Run</strong>. All three models are trained here, then called again and
              again with 1 to 64 rows at a time, after 20 <Term id="warm-up">warm-up</Term> calls
              that do not count.
            </p>
          );
        return (
          <p>
            And what the models are worth: the small one has an <Term id="auc">AUC</Term> of{' '}
            {formatFixed(small.auc, 2)}, the large one {formatFixed(large.auc, 2)}.
          </p>
        );
      },
    },
    {
      kind: 'explore',
      id: 'measure-explore',
      title: 'Many rows in one call',
      controls: ['repetitions', 'epochs'],
      body: (result) => {
        const large = modelOf(readResult(result), 'large');
        const fit = large?.service;
        return (
          <>
            <p>
              A call with b rows takes about{' '}
              <strong>
                <Term id="alpha">α</Term> + <Term id="beta">β</Term>·b
              </strong>
              : α is paid once for each call, β for each row.
            </p>
            {fit && fit.alphaMs > 0 && (
              <p>
                Large model here: α = {formatDuration(fit.alphaMs, 2)}, β ={' '}
                {formatDuration(fit.betaMs, 2)}. {sharingWords(large!)}
              </p>
            )}
            <p>
              Does the <Term id="p99">99th percentile</Term> settle when more calls are timed? Raise{' '}
              <strong>timed calls</strong>, run again, and compare.
            </p>
          </>
        );
      },
    },
    {
      kind: 'check',
      id: 'measure-check',
      title: 'How long is the tail?',
      body: (
        <p>
          A <Term id="tail">tail</Term> is a promise to nearly everyone: 99 of 100 calls are at most
          this slow. Half of all calls take the median, p50, at most. One in a hundred takes longer
          than the p99.
        </p>
      ),
      question:
        'For one row, how many times as long as its median does the medium model’s 99th percentile take?',
      unit: '×',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const truth = tailRatio(result);
        return truth === null ? null : near(answer, truth, 0.1);
      },
      hints: [
        'Both stand in the table of the chart, in the row of the medium model with one row.',
        'Divide p99 by p50. Within a tenth counts.',
      ],
      worked: (result) => {
        const entry = oneRow(readResult(result), 'medium');
        const ratio = tailRatio(result);
        if (!entry || ratio === null) return null;
        return (
          <p>
            {formatDuration(entry.p99Ms)} / {formatDuration(entry.p50Ms)} ={' '}
            <strong>{formatSignificant(ratio, 3)}</strong>: the tail is {tailWords(entry)}. The
            mean, {formatDuration(entry.meanMs)}, says nothing of it.
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'measure-reflect',
      title: 'In your words',
      body: (result) => {
        const slow = largeBesideSmall(readResult(result));
        return (
          <p>
            {slow === null
              ? 'A colleague times one call, the first one, and puts the number in a report.'
              : 'A colleague times the large model once, right after it is loaded, and reports that ' +
                `number for all ${formatFixed(1000)} requests of the day.`}
          </p>
        );
      },
      question: 'What would you ask them to measure instead, and why?',
    },
  ],
};

/** The medium model's p99 over its median, for one row; null where either is not known. */
function tailRatio(result: unknown): number | null {
  const entry = oneRow(readResult(result), 'medium');
  return entry && entry.p50Ms > 0 ? entry.p99Ms / entry.p50Ms : null;
}

/** "1,024 and 512" */
function units(name: ModelName): string {
  return hiddenUnits[name].map((count) => formatFixed(count)).join(' and ');
}

/** Weights of a model: each layer has one for each input of each unit, and one more for each unit. */
function weightsIn(name: ModelName): number {
  const layers = [featureCount, ...hiddenUnits[name], 1];
  return layers.slice(1).reduce((sum, count, i) => sum + (layers[i]! + 1) * count, 0);
}

function timesTheWeights(a: number, b: number): string {
  const comparison = ratioOf({ value: a }, { value: b });
  const many = `${formatSignificant(a / b, 2)} times the weights`;
  return inWords(comparison, { less: many, equal: 'as many weights', more: many, unclear: many });
}

/** What sharing a call saves: its fixed cost, beside that of one more row. */
function sharingWords(model: ModelRow): string {
  const { call, row } = costsOf(model);
  const comparison = ratioOf(call, row);
  // Of no cost at all nothing is so many times as large.
  const many = comparison.scale === 'ratio' ? `, ${times(comparison.by)} that of a row` : '';
  return inWords(comparison, {
    less: 'A call’s fixed cost is smaller than that of one row: sharing saves little.',
    equal: 'A call’s fixed cost is about the same as that of one row.',
    more: `A call’s fixed cost is larger${many}: sharing pays.`,
    unclear: 'Whether sharing a call pays can’t be told: the times lie too far from a line.',
  });
}

/** Both are figures of the same calls: p99 is never below the median, and by how much is what the two say. */
function tailWords({ p99Ms, p50Ms }: { p99Ms: number; p50Ms: number }): string {
  const comparison = ratioOf({ value: p99Ms }, { value: p50Ms });
  const same = 'about the same as the median';
  return inWords(comparison, {
    less: same,
    equal: same,
    more: `${times(comparison.by)} the median`,
    unclear: same,
  });
}
