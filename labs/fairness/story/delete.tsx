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
          A model was trained to guess the group from what is left. An <Term id="auc">AUC</Term> of
          0.5 is a coin; 1 is certainty.
        </p>
      ),
      question: 'What is its AUC, with all features together?',
      unit: '',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const auc = readResult(result).groupFromFeaturesAuc;
        return auc == null ? null : near(answer, auc, 0.015);
      },
      hints: [
        'Switch the figure to “What tells the group”.',
        'It is the number on the left under the figure.',
      ],
      worked: (result) => (
        <p>
          It is <strong>{two(readResult(result).groupFromFeaturesAuc)}</strong>.{' '}
          {tellsWords(readResult(result).groupFromFeaturesAuc)}
        </p>
      ),
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
