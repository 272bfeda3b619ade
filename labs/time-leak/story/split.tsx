import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { world } from '../data.ts';
import { inWords } from '../../kit/compare.ts';
import { splitsCompared } from '../panel/words.ts';
import { comparedWords, divisionAuc, readResult, two, within } from './read-result.ts';

/** How much higher the random split is than the one in order of time. */
export function flattery(result: unknown): number | null {
  const [random, ordered] = [divisionAuc(result, 'random'), divisionAuc(result, 'chronological')];
  return random === null || ordered === null ? null : random - ordered;
}

/** Part 2: one honest model, three splits. */
export const split: StoryPart = {
  id: 'split',
  title: 'Split',
  lesson: 'Where the world changes, only a test in order of time asks what production will ask.',
  controls: ['split', 'gapDays'],
  steps: [
    {
      kind: 'read',
      id: 'split-read',
      title: 'Which rows test the model?',
      body: (
        <>
          <p>
            {formatFixed(world.users)} users do something now and then, over {world.days} days. A
            model says which of it ends well. Its <Term id="feature">features</Term> are honest:
            only what was known by then.
          </p>
          <p>
            Meanwhile good ends become fewer, and one input, x2, slowly turns from a good sign into
            a bad one.
          </p>
          <p>
            The usual way takes the <Term id="test-set">test rows</Term>{' '}
            <strong>
              <Term id="random-split">at random</Term>
            </strong>
            . Production knows one way only: train on what was, predict what comes.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'split-predict',
      title: 'Does the split matter?',
      body: (
        <p>
          Nothing <Term id="leakage">leaks</Term>: the same honest features, the same model, as many
          rows to train on. Only the choice of test rows differs. <Term id="auc">AUC</Term> is 0.5
          for a coin and 1 for perfect order.
        </p>
      ),
      question: 'The random split’s AUC is higher than that in order of time by',
      unit: '',
      input: { kind: 'number', min: -0.3, max: 0.5, step: 0.01, scale: 'linear' },
      outcome: (result) => {
        const found = flattery(result);
        return found === null ? null : Number(found.toFixed(2));
      },
      verdict: (said, result) => {
        const found = flattery(result);
        if (found === null || typeof said !== 'number') return '';
        return `${comparedWords(said, found, 0.02)}: ${two(divisionAuc(result, 'random'))} at random, ${two(divisionAuc(result, 'chronological'))} in order.`;
      },
    },
    {
      kind: 'run',
      id: 'split-run',
      title: 'Train, and test three ways',
      preset: 'random-split',
      reuseMeasurements: false,
      body: (result) =>
        readResult(result) ? (
          <p>
            Six users of the world that was drawn stand on a line of time. Filled rows were trained
            on, hollow ones test.
          </p>
        ) : (
          <p>
            Press <strong>Run</strong>. A world is drawn, models are trained on it, and six of its
            users stand on a line of time. Filled rows are trained on, hollow ones test.
          </p>
        ),
    },
    {
      kind: 'explore',
      id: 'split-explore',
      title: 'Who is older than whom?',
      controls: ['split', 'gapDays'],
      body: (
        <>
          <p>
            Click a hollow row. Under a random split, rows from <strong>after</strong> it have
            already taught the model: orange.
          </p>
          <p>
            Switch to “<Term id="chronological-split">chronological</Term>”, then to “
            <Term id="gap">gap</Term>”. What is left out, and why might one want that when labels
            come late?
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'split-check',
      title: 'Read it off your run',
      body: (
        <p>
          Under <strong>Scores</strong> stand three numbers for one and the same model.
        </p>
      ),
      question: 'What is its AUC in order of time?',
      unit: '',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const truth = divisionAuc(result, 'chronological');
        return truth === null ? null : within(answer, truth, 0.006);
      },
      hints: [
        'Switch the figure to Scores; the second row is the split in order of time.',
        'Go to the figure and press the arrow keys: each score is read out with three decimals.',
      ],
      worked: (result) => (
        <p>
          {two(divisionAuc(result, 'chronological'))}. The random split says{' '}
          {two(divisionAuc(result, 'random'))}
          {whyWords(result)}.
        </p>
      ),
    },
    {
      kind: 'reflect',
      id: 'split-reflect',
      title: 'When is random all right?',
      offers: ['no-drift'],
      body: (result) => {
        return (
          <p>
            {flatteryWords(result) ||
              'A random split answers another question than production asks.'}{' '}
            The <Term id="control">control</Term>, “No <Term id="drift">drift</Term>”, shows a world
            that stands still.
          </p>
        );
      },
      question: 'For which data would you trust a random split, and how would you know?',
    },
  ],
};

/** What the random split gains, and why it may. */
function whyWords(result: unknown): string {
  const known = readResult(result);
  const comparison = known && splitsCompared(known);
  if (!comparison) return '';
  return inWords(comparison, {
    less: ', which is less',
    equal: ', the same',
    more: ', which is more: it lets the model learn how the world will be before it is asked about it',
    unclear: '; the two can’t be told apart',
  });
}

/** What the random split says beside the order of time; empty before a run. */
function flatteryWords(result: unknown): string {
  const known = readResult(result);
  const comparison = known && splitsCompared(known);
  if (!comparison) return '';
  const by = formatFixed(comparison.by, 2);
  return inWords(comparison, {
    less: `Here the random split is lower by ${by}.`,
    equal: 'Here both splits say the same.',
    more: `Here the random split flatters: it is higher by ${by}.`,
    unclear: 'Here the two splits can’t be told apart.',
  });
}
