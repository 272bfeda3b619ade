import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { compare, inWords, type Comparison } from '../../kit/compare.ts';
import { near, readResult, two } from '../panel/read-result.ts';

const options = [
  'They become equal too',
  'The majority’s is higher',
  'The minority’s is higher',
] as const;

/** The false positive rates once the predictive values agree, the majority's beside the minority's; null where not known. */
function positives(result: unknown): Comparison | null {
  const fpr = readResult(result).equalPpv?.fpr;
  if (fpr?.majority == null || fpr.minority == null) return null;
  return compare({ value: fpr.majority }, { value: fpr.minority }, { margin: 0.02, format: two });
}

/** What happens to them, as one of the answers that can be given. */
function happened(result: unknown): string | null {
  const found = positives(result);
  if (!found) return null;
  if (found.relation === 'equal') return options[0];
  return found.relation === 'more' ? options[1] : options[2];
}

/**
 * What the false positive rates' ratio has to be where predictive value and false negative rate agree, by Chouldechova's identity: that
 * of the odds of repaying, by base rates as they are written. Null where they are not known.
 */
function forcedRatio(result: unknown): number | null {
  const base = readResult(result).equalPpv?.baseRate;
  if (base?.majority == null || base.minority == null) return null;
  const odds = (rate: number) => written(rate) / (1 - written(rate));
  const [high, low] = [odds(base.majority), odds(base.minority)];
  return low > 0 && Number.isFinite(high) ? high / low : null;
}

/** A rate as the figure writes it. */
const written = (rate: number) => Math.round(100 * rate) / 100;
const oddsWords = (rate: number) => `${two(written(rate))} / ${two(1 - written(rate))}`;

/** Part 6: three fair demands that can't hold together. */
export const impossible: StoryPart = {
  id: 'impossible',
  onPaper: false,
  title: 'Impossible',
  lesson:
    'Where base rates differ, the three fair demands can’t all be met at once, and somebody has to choose.',
  controls: ['majorityThreshold', 'minorityThreshold'],
  steps: [
    {
      kind: 'read',
      id: 'impossible-read',
      title: 'Three fair demands',
      body: (
        <>
          <p>
            “An approval should mean the same in both groups”: equal{' '}
            <strong>
              <Term id="precision">predictive value</Term>
            </strong>
            . “Who would repay should not be rejected more often”: equal{' '}
            <strong>
              <Term id="fnr">false negative rates</Term>
            </strong>
            . “Who would not should not be approved more often”: equal{' '}
            <strong>
              <Term id="fpr">false positive rates</Term>
            </strong>
            .
          </p>
          <p>
            Each sounds like fairness. Chouldechova (2017) and Kleinberg, Mullainathan & Raghavan
            (2017) showed that with unequal <Term id="base-rate">base rates</Term> they{' '}
            <Term id="impossibility">can’t hold together</Term>.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'impossible-predict',
      title: 'Equalise one',
      body: (
        <p>
          The majority’s <Term id="threshold">threshold</Term> is 0.50. The minority’s is moved
          until an approval predicts repayment equally well in both groups.
        </p>
      ),
      question: 'What happens to the false positive rates?',
      unit: '',
      input: { kind: 'choice', options: [...options] },
      outcome: (result) => happened(result),
      verdict: (said, result) => {
        const was = happened(result);
        if (was === null) return '';
        if (said === was) return 'So it is.';
        return inWords(positives(result)!, {
          less: { turned: 'Here the minority’s is higher.' },
          equal: 'Here they become equal too.',
          more: 'Here the majority’s is higher.',
          unclear: '',
        });
      },
    },
    {
      kind: 'run',
      id: 'impossible-run',
      title: 'Move it',
      preset: 'default',
      reuseMeasurements: false,
      body: (result, { minorityThreshold }) => {
        const equal = readResult(result).equalPpv;
        const now = two(Number(minorityThreshold));
        return equal ? (
          <>
            <p>
              With the minority’s threshold at {two(equal.threshold)} the predictive values are{' '}
              {two(equal.ppv.majority)} and {two(equal.ppv.minority)}. The false positive rates are
              then {two(equal.fpr.majority)} and {two(equal.fpr.minority)}, the false negative rates{' '}
              {two(equal.fnr.majority)} and {two(equal.fnr.minority)}.
            </p>
            {now === two(equal.threshold) ? (
              <p>The figure stands there.</p>
            ) : (
              <p>
                The figure stands at {now}. <strong>Equal PPV</strong> over it moves it there.
              </p>
            )}
          </>
        ) : (
          <p>
            Press <strong>Run</strong>, then make one rate after the other equal with the buttons
            over the figure.
          </p>
        );
      },
    },
    {
      kind: 'explore',
      id: 'impossible-explore',
      title: 'Try all three',
      controls: ['majorityThreshold', 'minorityThreshold'],
      body: (
        <>
          <p>
            Use <strong>Equal PPV</strong>, <strong>Equal FNR</strong>, <strong>Equal FPR</strong>.
            Is there a pair of thresholds where all three nearly agree? The identity under the
            figure says why not.
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'impossible-check',
      title: 'What the base rates force',
      body: (
        <p>
          In the identity under the figure p is the base rate, the share who would repay. Suppose
          that two demands are met: predictive value and false negative rate are equal in both
          groups. Then only p / (1 − p) is left to differ.
        </p>
      ),
      question:
        'How many times the minority’s false positive rate would the majority’s then have to be?',
      unit: '×',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const forced = forcedRatio(result);
        return forced === null ? null : near(answer, forced, 0.06 * forced);
      },
      hints: [
        'The first row of the figure has both base rates. Work out p / (1 − p) for each group.',
        'Divide the majority’s by the minority’s: what is equal in both groups cancels out.',
      ],
      worked: (result) => {
        const base = readResult(result).equalPpv?.baseRate;
        const forced = forcedRatio(result);
        return base?.majority == null || base.minority == null || forced === null ? null : (
          <p>
            ({oddsWords(base.majority)}) / ({oddsWords(base.minority)}) ={' '}
            <strong>{two(forced)}</strong>. No threshold changes that: p belongs to the people, not
            to the model.
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'impossible-reflect',
      title: 'In your words',
      body: <p>So somebody has to choose, and say why.</p>,
      question: 'For a lender: which of the three would you give up, and who should decide it?',
    },
  ],
};
