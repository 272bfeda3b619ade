import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { said } from '../../kit/compare.ts';
import { accuracyOf, rateOf } from '../panel/compared.ts';
import { audited, differenceWords, distance, near, two } from '../panel/read-result.ts';

const biasedTpr = (result: unknown) => audited(result, 'hardt-biased')?.tpr.minority ?? null;

/** Part 5: repairs, and what they are made on. */
export const mitigate: StoryPart = {
  id: 'mitigate',
  title: 'Mitigate',
  lesson: 'A repair is only as fair as the labels that it is made on.',
  controls: ['groupPenalty', 'zonePenalty', 'seeds'],
  steps: [
    {
      kind: 'read',
      id: 'mitigate-read',
      title: 'Two repairs',
      body: (
        <>
          <p>
            <strong>
              <Term id="reweighing">Reweighing</Term>
            </strong>{' '}
            (Kamiran & Calders, 2012): training rows are weighted until group and past approval are
            independent. The model is trained on that.
          </p>
          <p>
            <strong>
              <Term id="equal-opportunity">Equal opportunity</Term>
            </strong>{' '}
            (Hardt, Price & Srebro, 2016): the model stays, and each group gets a{' '}
            <Term id="threshold">threshold</Term> so that the{' '}
            <Term id="tpr">true positive rates</Term> agree. Positives are those whom the{' '}
            <em>
              <Term id="label">labels</Term>
            </em>{' '}
            call so.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'mitigate-predict',
      title: 'Equal by whose labels?',
      body: (
        <p>
          The lender equalises true positive rates on its own past approvals, to within 0.01. Then
          we look at who would have repaid.
        </p>
      ),
      question: 'Of the minority who would repay, what share is approved?',
      unit: '',
      input: { kind: 'number', min: 0, max: 1, step: 0.01, scale: 'linear' },
      outcome: (result) => biasedTpr(result),
      verdict: (said, result) => {
        const was = biasedTpr(result);
        return was === null
          ? ''
          : `${distance(said, was)} The majority’s is ${two(audited(result, 'hardt-biased')?.tpr.majority)}.`;
      },
    },
    {
      kind: 'run',
      id: 'mitigate-run',
      title: 'Repair',
      preset: 'default',
      reuseMeasurements: false,
      body: (result) => {
        const [biased, oracle] = [audited(result, 'hardt-biased'), audited(result, 'hardt-oracle')];
        return biased && oracle ? (
          <p>
            Equal on past approvals leaves {two(biased.tpr.majority)} against{' '}
            {two(biased.tpr.minority)}. Equal on repayment, which no lender knows of those it
            rejected, gives {two(oracle.tpr.majority)} against {two(oracle.tpr.minority)};{' '}
            {accuracyWords(result)}. {inheritsWords(result)}
          </p>
        ) : (
          <p>
            Press <strong>Run</strong>. Every repair is judged by who would have repaid.
          </p>
        );
      },
    },
    {
      kind: 'explore',
      id: 'mitigate-explore',
      title: 'Fair labels',
      controls: ['groupPenalty', 'zonePenalty', 'seeds'],
      offers: ['fair-labels'],
      body: (
        <>
          <p>Set both penalties to 0 and run: the labels are fair now. Do the two lines meet?</p>
          <p>
            Each line is the <Term id="accuracy">accuracy</Term> that is left when a gap is allowed;
            the band is its spread over a few worlds. More <strong>worlds</strong> make it surer.
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'mitigate-check',
      title: 'How far off?',
      body: <p>Compare the minority’s true positive rate under the two ways of equalising.</p>,
      question: 'How much higher is it with repayment as the label?',
      unit: '',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const [a, b] = [audited(result, 'hardt-oracle')?.tpr.minority, biasedTpr(result)];
        return a == null || b == null ? null : near(answer, a - b, 0.015);
      },
      hints: ['Both numbers stand under the figure.', 'Subtract the first from the second.'],
      worked: (result) => {
        const [a, b] = [audited(result, 'hardt-oracle')?.tpr.minority, biasedTpr(result)];
        return a == null || b == null ? null : (
          <p>
            {two(a)} − {two(b)} = <strong>{differenceWords(a, b)}</strong>.
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'mitigate-reflect',
      title: 'In your words',
      body: <p>A lender never learns whether those it rejected would have repaid.</p>,
      question: 'How could a lender get labels that are less biased, and what would that cost?',
    },
  ],
};

/** Which of the two ways of equalising is the more accurate. */
function accuracyWords(result: unknown): string {
  const [oracle, biased] = (['hardt-oracle', 'hardt-biased'] as const).map((name) =>
    accuracyOf(audited(result, name)),
  );
  if (!oracle || !biased) return 'their accuracy is not known';
  return said(
    oracle,
    biased,
    {
      less: 'it is less accurate',
      equal: 'it is as accurate',
      more: 'it is more accurate',
      unclear: 'which is more accurate can’t be told',
    },
    { margin: 0.002 },
  );
}

/** Whether the gap between the groups stays where the labels are the lender's own. */
function inheritsWords(result: unknown): string {
  const biased = audited(result, 'hardt-biased');
  const [majority, minority] = [
    rateOf(biased, 'majority', 'tpr'),
    rateOf(biased, 'minority', 'tpr'),
  ];
  if (!majority || !minority) return '';
  return said(
    majority,
    minority,
    {
      less: 'On the lender’s labels the majority now has less.',
      equal: 'Here the lender’s labels leave both the same.',
      more: 'On the lender’s labels the majority still has more: the repair inherits their bias.',
      unclear: 'Whether the lender’s labels leave a gap can’t be told.',
    },
    { margin: 0.03, format: two },
  );
}
