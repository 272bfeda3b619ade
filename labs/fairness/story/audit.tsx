import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { foldRows } from '../data.ts';
import {
  audited,
  differenceWords,
  distance,
  near,
  ratio,
  readResult,
  two,
} from '../panel/read-result.ts';

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
      title: 'Read the audit',
      body: (
        <p>
          The <Term id="four-fifths-rule">four-fifths rule</Term> of US employment law flags a ratio
          below 0.8. It is a screen: it says where to look and decides nothing.
        </p>
      ),
      question: 'By how much do the two true positive rates differ?',
      unit: '',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const gap = audited(result, 'with-group')?.equalOpportunityDifference;
        if (gap == null) return null;
        // With the gap the other way round, the majority’s minus the minority’s is below 0.
        return typeof answer === 'number' && near(Math.abs(answer), gap, 0.015);
      },
      hints: [
        'Look at the row “of those who repay, approved”.',
        'It is the majority’s rate minus the minority’s; the read-outs call it the gap in TPR.',
      ],
      worked: (result) => {
        const row = audited(result, 'with-group');
        return row ? (
          <p>
            {two(row.tpr.majority)} − {two(row.tpr.minority)} ={' '}
            <strong>{differenceWords(row.tpr.majority, row.tpr.minority)}</strong>.
          </p>
        ) : null;
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
