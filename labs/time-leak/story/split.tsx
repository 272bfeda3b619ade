import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { world } from '../data.ts';
import { inWords } from '../../kit/compare.ts';
import { splitsCompared } from '../panel/words.ts';
import { columnWords, driftWords } from '../product.ts';
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
            {formatFixed(world.users)} users visit an online shop now and then, for {world.days}{' '}
            days. As a visit begins, a model predicts whether it will end with a purchase.
          </p>
          <p>
            It has three <Term id="feature">features</Term>. The{' '}
            <strong>{columnWords.basket.name}</strong> says {columnWords.basket.about}. The{' '}
            <strong>{columnWords.discount.name}</strong> says {columnWords.discount.about}. The{' '}
            <strong>{columnWords['purchase rate'].name}</strong> is{' '}
            {columnWords['purchase rate'].about} so far. All are honest: only what was known by
            then.
          </p>
          <p>
            Over these days {driftWords}. At first a large discount makes people buy; in the end
            they wait for a larger one.
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
            Six users of the shop stand on a line of time. Each dot is a visit: 1 ended with a
            purchase, 0 did not. The filled ones were trained on, the hollow ones test.
          </p>
        ) : (
          <p>
            Press <strong>Run</strong>. Users and visits are drawn, and models are trained on them.
            Six users then stand on a line of time, and each dot is a visit. Filled ones are trained
            on, hollow ones test.
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
            Click a hollow dot. Under a random split, visits from <strong>after</strong> it have
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
      title: 'What does an AUC promise?',
      body: (
        <p>
          Take a visit that ended with a purchase and one that did not. The <strong>AUC</strong> is
          how often the model gives the first a higher score than the second.
        </p>
      ),
      question:
        'In order of time, how many of 100 such pairs does the model put the wrong way round?',
      unit: 'of 100',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const auc = divisionAuc(result, 'chronological');
        return auc === null ? null : within(answer, 100 * (1 - auc), 0.6);
      },
      hints: [
        'Switch the figure to Scores; the second row is the split in order of time.',
        'An AUC of 1 puts every pair the right way round, and 0.5 every second one, as a coin does.',
      ],
      worked: (result) => {
        const ordered = divisionAuc(result, 'chronological');
        const random = divisionAuc(result, 'random');
        if (ordered === null || random === null) return null;
        return (
          <p>
            The AUC is {two(ordered)}, so <strong>{wrongWords(ordered)}</strong> of 100 pairs are
            wrong. The random split says {two(random)}, and so {wrongWords(random)} of 100
            {whyWords(result)}.
          </p>
        );
      },
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

/** Of 100 pairs how many are the wrong way round, so that it fits the AUC as `two` writes it; a tie counts as half. */
const wrongWords = (auc: number) => formatFixed(100 - Math.round(100 * auc));

/** What the random split gains, and why it may. */
function whyWords(result: unknown): string {
  const known = readResult(result);
  const comparison = known && splitsCompared(known);
  if (!comparison) return '';
  return inWords(comparison, {
    less: '. Its AUC is lower',
    equal: '. The two are the same',
    more: '. Its AUC is higher: it lets the model learn how the world will be before it is asked about it',
    unclear: '. The two can’t be told apart',
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
