import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { foldRows } from '../data.ts';
import { audited, distance, near, ratio, readResult, two } from '../panel/read-result.ts';

/** Part 1: a model that learned from past approvals, audited by who would have repaid. */
export const audit: StoryPart = {
  id: 'audit',
  title: 'Audit',
  lesson:
    'A model that learns from past decisions learns their bias, and an audit shows where to look.',
  controls: ['groupPenalty', 'zoneLink', 'abilityShift'],
  steps: [
    {
      kind: 'read',
      id: 'audit-read',
      title: 'A lender learns from its past',
      body: (
        <>
          <p>
            A made-up lender trains a model on {formatFixed(foldRows.train)} past applications. What
            it learns from is not who <strong>repaid</strong>, but whom its staff{' '}
            <strong>approved</strong>.
          </p>
          <p>
            Because this world is made up, we also know who of everybody would have repaid. No real
            auditor has that; here it is the yardstick.
          </p>
          <p>
            30 in 100 applicants belong to a minority. The staff held their group, and four of
            twelve zones, against people.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'audit-predict',
      title: 'How unequal?',
      body: (
        <p>
          The model sees every column, the group included. Take its share of approvals in the
          minority and divide it by that in the majority: the{' '}
          <Term id="parity-ratio">demographic parity ratio</Term>. 1 is equal.
        </p>
      ),
      question: 'What will that ratio be?',
      unit: '',
      input: { kind: 'number', min: 0, max: 1, step: 0.01, scale: 'linear' },
      outcome: (result) => ratio(result, 'with-group'),
      verdict: (said, result) => {
        const was = ratio(result, 'with-group');
        return was === null ? '' : distance(said, was);
      },
    },
    {
      kind: 'run',
      id: 'audit-run',
      title: 'Train and audit',
      preset: 'default',
      reuseMeasurements: false,
      body: (result) => {
        const row = audited(result, 'with-group');
        return row ? (
          <p>
            Of those who would have repaid, {two(row.tpr.majority)} of the majority are approved and{' '}
            {two(row.tpr.minority)} of the minority. Both numbers are{' '}
            <Term id="tpr">true positive rates</Term>. Point at a row, or use the arrow keys, to see
            what it is computed from.
          </p>
        ) : (
          <p>
            Press <strong>Run</strong>. Five models are trained side by side and each is audited on{' '}
            {formatFixed(foldRows.test)} applicants that none has seen.
          </p>
        );
      },
    },
    {
      kind: 'explore',
      id: 'audit-explore',
      title: 'Where does it come from?',
      controls: ['groupPenalty', 'zoneLink', 'abilityShift'],
      offers: ['fair-labels', 'everything-equal'],
      body: (
        <>
          <p>
            Take the preset “Fair labels” and run: nobody was held anything against. Is the gap
            gone?
          </p>
          <p>
            Then take “Everything equal”. It is the <Term id="control">control</Term>: there is
            nothing to find, and the audit should find nothing.
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'audit-check',
      title: 'How many people is that?',
      body: (
        <p>
          The <Term id="four-fifths-rule">four-fifths rule</Term> of US employment law flags a ratio
          below 0.8. It is a screen: it says where to look and decides nothing.
        </p>
      ),
      question:
        'Of 1,000 in the minority who would repay, how many more would be approved at the majority’s rate?',
      unit: 'people',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const gap = audited(result, 'with-group')?.equalOpportunityDifference;
        if (gap == null) return null;
        // With the gap the other way round these people would lose their approval: some write that with a sign.
        return typeof answer === 'number' && near(Math.abs(answer), 1000 * gap, 15);
      },
      hints: [
        'Look at the row “of those who repay, approved”: it has both true positive rates.',
        'A rate of 0.80 approves 800 of 1,000. How many does the other rate approve?',
      ],
      worked: (result) => {
        const { majority, minority } = audited(result, 'with-group')?.tpr ?? {};
        if (majority == null || minority == null) return null;
        const [at, own] = [perThousand(majority), perThousand(minority)];
        return (
          <p>
            <strong>{formatFixed(Math.abs(at - own))}</strong> people: at the majority’s rate{' '}
            {formatFixed(at)} of 1,000 are approved, at their own {formatFixed(own)}. All of them
            would repay.
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'audit-reflect',
      title: 'In your words',
      body: (result) => (
        <p>
          {readResult(result).models.length > 0
            ? 'Open the table: it also audits each group’s calibration. '
            : ''}
          A real auditor has only the lender’s own decisions to compare with.
        </p>
      ),
      question:
        'What would such an audit have missed, and whom would you ask for the missing data?',
    },
  ],
};

/** A rate in people of 1,000, as the figure writes the rate: with two decimals. */
const perThousand = (rate: number) => 10 * Math.round(100 * rate);
