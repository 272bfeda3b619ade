import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { said } from '../../kit/compare.ts';
import { accuracyOf, gapChange } from '../panel/compared.ts';
import { audited, distance, near, ratio, readResult, two } from '../panel/read-result.ts';

/** Part 2: the group column is deleted and the model trained again. */
export const deletion: StoryPart = {
  id: 'delete',
  title: 'Delete',
  lesson: 'Deleting the group column does not delete the group: other columns can stand in for it.',
  controls: ['zonePenalty', 'zoneLink', 'groupPenalty'],
  steps: [
    {
      kind: 'read',
      id: 'delete-read',
      title: 'Just delete the column?',
      body: (
        <>
          <p>
            The first idea of most teams, and of some laws: a model can’t discriminate by what it
            can’t see. So the group column goes and everything else stays: income, credit score,
            debt, tenure, zone.
          </p>
          <p>
            It is called{' '}
            <strong>
              <Term id="unawareness">fairness through unawareness</Term>
            </strong>
            .
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'delete-predict',
      title: 'Is it fair now?',
      body: (result) => {
        const was = ratio(result, 'with-group');
        return (
          <p>
            {was === null
              ? 'Part 1 asked for the demographic parity ratio with the column.'
              : `With the column the demographic parity ratio was ${two(was)}.`}
          </p>
        );
      },
      question: 'And without it?',
      unit: '',
      input: { kind: 'number', min: 0, max: 1, step: 0.01, scale: 'linear' },
      outcome: (result) => ratio(result, 'group-deleted'),
      verdict: (said, result) => {
        const was = ratio(result, 'group-deleted');
        return was === null ? '' : distance(said, was);
      },
    },
    {
      kind: 'run',
      id: 'delete-run',
      title: 'Train without it',
      preset: 'default',
      reuseMeasurements: false,
      body: (result) => {
        const [before, after, zone] = [
          ratio(result, 'with-group'),
          ratio(result, 'group-deleted'),
          ratio(result, 'group-and-zone-deleted'),
        ];
        return after === null ? (
          <p>
            Press <strong>Run</strong>: the same applicants, the same labels, one column less.
          </p>
        ) : (
          <p>
            From {two(before)} to {two(after)}:{' '}
            {gapChange(audited(result, 'group-deleted'), audited(result, 'with-group'))}. With the
            zone deleted too it is {two(zone)}. Switch the figure to{' '}
            <strong>What tells the group</strong> to see why.
          </p>
        );
      },
    },
    {
      kind: 'explore',
      id: 'delete-explore',
      title: 'Break the proxy',
      controls: ['zoneLink', 'zonePenalty', 'groupPenalty'],
      offers: ['strong-redlining'],
      body: (
        <>
          <p>
            The zone stands in for the group: a{' '}
            <strong>
              <Term id="proxy">proxy</Term>
            </strong>
            . Set{' '}
            <strong>
              <Term id="redlining">redlining</Term>
            </strong>{' '}
            to 0.5, so that a zone says nothing of the group, and run. Does deletion work now?
          </p>
          <p>
            Then try the preset <strong>Strong redlining</strong>.
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'delete-check',
      title: 'Who tells?',
      body: (
        <p>
          A model was trained to guess the group from what is left. It is shown one person of each
          group and says who is of the minority. A coin is right for 50 of 100 such pairs. Its{' '}
          <Term id="auc">AUC</Term> says how often the model is right.
        </p>
      ),
      question: 'For how many of 100 pairs is the model right beyond the coin’s 50?',
      unit: 'of 100',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const beyond = beyondCoin(result);
        return beyond === null ? null : near(answer, beyond, 1.5);
      },
      hints: [
        'Switch the figure to “What tells the group”. The AUC with all features together is the number on the left under it.',
        'An AUC of 0.6 is right for 60 of 100 pairs. A coin has 50 of them.',
      ],
      worked: (result) => {
        const auc = readResult(result).groupFromFeaturesAuc;
        const beyond = beyondCoin(result);
        return auc == null || beyond === null ? null : (
          <p>
            The AUC is {two(auc)}: {formatFixed(50 + beyond)} − 50 ={' '}
            <strong>{formatFixed(beyond)}</strong> pairs. {tellsWords(auc)}
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'delete-reflect',
      title: 'In your words',
      body: (result) => (
        <p>
          {zoneWords(result) ||
            'Deleting the zone as well takes away what the zone honestly knew, too.'}
        </p>
      ),
      question:
        'Which columns of a lender’s data would you suspect of standing in for a group, and how would you test it?',
    },
  ],
};

/** Of 100 pairs of one person from each group, for how many the model is right beyond the 50 of a coin; null before a run. */
function beyondCoin(result: unknown): number | null {
  const auc = readResult(result).groupFromFeaturesAuc;
  return auc == null ? null : Math.round(100 * auc) - 50;
}

/** What the other columns know of the group, beside a coin; empty where it is not known. */
function tellsWords(auc: number | null | undefined): string {
  if (auc == null) return '';
  const none = 'The other columns tell the group about as well as a coin.';
  return said(
    { value: auc },
    { value: 0.5 },
    {
      less: none,
      equal: none,
      more: 'The other columns know more of the group than a coin does.',
      unclear: none,
    },
    { margin: 0.05, format: two },
  );
}

/** What it did to the gap and to the accuracy that the zone was deleted as well; empty before a run. */
function zoneWords(result: unknown): string {
  const [one, both] = [audited(result, 'group-deleted'), audited(result, 'group-and-zone-deleted')];
  const [before, after] = [accuracyOf(one), accuracyOf(both)];
  const gap = gapChange(both, one);
  if (!before || !after || gap === '') return '';
  const accuracy = said(
    after,
    before,
    {
      less: 'accuracy falls',
      equal: 'accuracy stays the same',
      more: 'accuracy rises',
      unclear: 'the accuracies can’t be told apart',
    },
    { margin: 0.005 },
  );
  return `With the zone deleted as well ${gap}, and ${accuracy}.`;
}
