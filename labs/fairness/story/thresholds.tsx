import { compare, said, type Amount } from '../../kit/compare.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { strategyWords } from '../panel/thresholds-part.tsx';
import { strategies } from '../strategies.ts';
import { millions, readResult } from '../panel/read-result.ts';

const options = strategies.map((strategy) => strategyWords[strategy]);

/** The rules that earn the lender least in a run: more than one where what they earn reads the same. */
function poorest(result: unknown): string[] {
  const rows = readResult(result).strategies ?? [];
  const least = { value: Math.min(...rows.map(({ profit }) => profit)) };
  return rows
    .filter(({ profit }) => beside({ value: profit }, least).relation === 'equal')
    .map(({ strategy }) => strategyWords[strategy]);
}

const beside = (a: Amount, b: Amount) => compare(a, b, { format: millions });

const earned = (result: unknown, strategy: (typeof strategies)[number]) =>
  readResult(result).strategies?.find((row) => row.strategy === strategy)?.profit ?? null;

/** Part 4: a threshold for each group. */
export const thresholds: StoryPart = {
  id: 'thresholds',
  onPaper: false,
  title: 'Thresholds',
  lesson:
    'Every rule for thresholds is unequal by some measure, so a rule is a choice of which measure counts.',
  controls: ['majorityThreshold', 'minorityThreshold', 'interest', 'loss'],
  steps: [
    {
      kind: 'read',
      id: 'thresholds-read',
      title: 'Where to draw the line',
      body: (
        <>
          <p>
            A model gives <Term id="score">scores</Term>; somebody draws the line. Each dot is 20
            applicants, scored by the model without the group column.
          </p>
          <p>
            Drag a line, or focus it and use the arrow keys. Dots ringed in blue are decided
            otherwise than at 0.50.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'thresholds-predict',
      title: 'What does fairness cost?',
      body: (
        <p>
          Four rules, each with the most profitable <Term id="threshold">thresholds</Term> that it
          allows: one threshold for all; equal <Term id="selection-rate">selection rates</Term> (
          <Term id="parity-ratio">demographic parity</Term>); equal{' '}
          <Term id="tpr">true positive rates</Term> (
          <Term id="equal-opportunity">equal opportunity</Term>); whatever earns most.
        </p>
      ),
      question: 'Which rule earns the lender least?',
      unit: '',
      input: { kind: 'choice', options },
      outcome: (result) => {
        const [least, second] = poorest(result);
        return second === undefined ? (least ?? null) : null;
      },
      verdict: (answer, result) => {
        const [least, second] = poorest(result);
        if (least === undefined) return '';
        if (second !== undefined) return `Here both “${least}” and “${second}” do.`;
        return answer === least ? 'So it is.' : `Here it is “${least}”.`;
      },
    },
    {
      kind: 'run',
      id: 'thresholds-run',
      title: 'Count the money',
      preset: 'default',
      reuseMeasurements: false,
      body: (result) => {
        const [one, fair, most] = [
          earned(result, 'one-threshold'),
          earned(result, 'equal-opportunity'),
          earned(result, 'maximum-profit'),
        ];
        return one === null || fair === null || most === null ? (
          <p>
            Press <strong>Run</strong>. Then try the four rules over the figure.
          </p>
        ) : (
          <p>
            One threshold earns $ {millions(one)} million, equal opportunity {millions(fair)}, the
            rule that is after profit {millions(most)}. {moneyWords(fair, one)}
          </p>
        );
      },
    },
    {
      kind: 'explore',
      id: 'thresholds-explore',
      title: 'Draw your own',
      controls: ['majorityThreshold', 'minorityThreshold', 'interest', 'loss'],
      body: (
        <>
          <p>
            Make those who would repay have the same chance in both groups, by hand. How near do you
            come to the most profitable pair?
          </p>
          <p>Then make a bad loan dearer. Who loses their loans first?</p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'thresholds-check',
      title: 'By whose data?',
      body: (
        <p>The rules choose their thresholds on one set of applicants and are shown on another.</p>
      ),
      question: 'What would go wrong if both were the same?',
      unit: '',
      input: {
        kind: 'choice',
        options: [
          'Nothing: the numbers would be the same',
          'The rules would look better than they are',
          'The minority would be too small',
        ],
      },
      judge: (answer, result) =>
        readResult(result).strategies
          ? answer === 'The rules would look better than they are'
          : null,
      hints: [
        'A threshold can be fitted to chance as well.',
        'It is the same reason why a model is not tested on its training data.',
      ],
      worked: () => (
        <p>
          Thresholds chosen on the test applicants fit their chance too, and what was promised would
          hold there and nowhere else.
        </p>
      ),
    },
    {
      kind: 'reflect',
      id: 'thresholds-reflect',
      title: 'In your words',
      body: (
        <p>
          Different thresholds treat two people with the same score differently. One threshold
          treats two people who would both repay differently.
        </p>
      ),
      question: 'Which of the two would you rather explain to an applicant?',
    },
  ],
};

/** What equal opportunity earns beside one threshold, and why it may. */
const moneyWords = (fair: number, one: number) =>
  said(
    { value: fair },
    { value: one },
    {
      less: 'Equal opportunity earns less here.',
      equal: 'Equal opportunity earns the same.',
      more:
        'Equal opportunity earns more: one threshold gives good customers of the minority away, ' +
        'whose scores were learned from unfair approvals.',
      unclear: '',
    },
    { format: millions },
  );
