import { compare, inWords, said as saying, type Comparison } from '../../kit/compare.ts';
import { formatDuration, formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import {
  akamaiAt2s,
  akamaiPer100Ms,
  akamaiValidToMs,
  askedMs,
  bookingChange,
  changeOf,
  type Curve,
} from '../conversion.ts';
import { latencyParameters } from '../parameters.ts';
import { ownDelay, type OwnDelay } from '../own-models.ts';
import type { LatencyResult } from '../result.ts';
import { near, readResult } from './read-result.ts';

const percent = (relative: number) => formatFixed(relative * 100, 1);

/** The page that the question is about: the settings the lab begins with. */
const asked = latencyParameters.parse({});

/** What the three studies say of the delay in question, by their formulas: per cent, Akamai's phones first. */
export function saidByStudies(): [akamai: number, booking: number, google: number] {
  const of = (curve: Curve) => (changeOf(curve, asked, askedMs)?.relative ?? NaN) * 100;
  return [of('akamai-phone'), of('booking'), of('google')];
}

/** What Akamai's figure for 100 ms would give at two seconds, per cent, if it were drawn on that far. */
export const drawnOn = (): number => ((1 + akamaiPer100Ms.phone) ** 20 - 1) * 100;

/** Part 4: what a slower answer costs, and who says so. */
export const convert: StoryPart = {
  id: 'convert',
  title: 'Convert',
  lesson:
    'A number for what a delay costs holds where it was measured, for the people it was measured on.',
  controls: ['extraMs', 'answerMs', 'pageMedianS'],
  steps: [
    {
      kind: 'read',
      id: 'convert-read',
      title: 'Who pays for a slow answer?',
      body: (
        <>
          <p>
            A shop’s page answers in 300 ms. A better model would take 390. Somebody has to say what
            those 90 ms cost.
          </p>
          <p>
            Three companies published a number. Each measured other people doing other things, so
            the numbers are <strong>never averaged</strong> here.
          </p>
          <p>
            The curves are formulas from the studies and need no run. A run adds the delay between
            your own models.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'convert-predict',
      title: 'What do 90 ms cost?',
      body: (
        <p>
          The page answers in 300 ms now and in 390 with the better model. Half of all visits have
          the rest of the page within 0.8 s.
        </p>
      ),
      question: '90 ms slower will cost this share of sales',
      unit: '%',
      // A twentieth of the whole range would hold all three answers at once.
      input: { kind: 'number', min: -100, max: 100, step: 0.1, scale: 'linear', close: 1 },
      needsRun: false,
      outcome: () => {
        const [akamai, booking, google] = saidByStudies().map((value) => formatFixed(value, 1));
        return `${akamai}, ${booking} or ${google}`;
      },
      verdict: (said) => {
        if (typeof said !== 'number') return '';
        const all = saidByStudies();
        const gaps = all.map((value) => Math.abs(Math.abs(said) - Math.abs(value)));
        const order = ['Akamai (phones)', 'Booking.com', 'Google']
          .map((name, i) => ({ name, gap: gaps[i]! }))
          .sort((a, b) => a.gap - b.gap) as [
          { name: string; gap: number },
          { name: string; gap: number },
        ];
        const near = saying(
          { value: order[0].gap },
          { value: order[1].gap },
          {
            less: `You are nearest to ${order[0].name}`,
            equal: `You are as far from ${order[0].name} as from ${order[1].name}`,
            more: '',
            unclear: '',
          },
        );
        return `${near}, ${gapWords(order[0].gap)}. None of the three is wrong: each counted something else.`;
      },
    },
    {
      kind: 'run',
      id: 'convert-run',
      title: 'Set them side by side',
      preset: 'default',
      reuseMeasurements: true,
      body: (result, parameters) => {
        const read = readResult(result);
        const own = read && ownDelay(read, Number(parameters.answerMs), pageFrom(parameters));
        if (!read || !own || !isSimulated(read))
          return (
            <p>
              The studies’ curves need no run. Press <strong>Run</strong> to find how much later
              your own large model answers than the small one.
            </p>
          );
        if (!own.waiting)
          return (
            <p>
              At these arrivals one of your queues has no end, so your models have no delay that
              could be priced.
            </p>
          );
        return (
          <p>
            {laterWords(own)}
            {own.comparison.relation === 'more' && ` ${priceWords(own)}`}
          </p>
        );
      },
    },
    {
      kind: 'explore',
      id: 'convert-explore',
      title: 'Which study speaks for your page?',
      controls: ['extraMs', 'answerMs', 'pageMedianS'],
      body: (_result, parameters) => {
        const now = Number(parameters.answerMs);
        const later = now + Number(parameters.extraMs);
        const booking = bookingChange(now, Number(parameters.extraMs));
        return (
          <>
            <p>
              Your page answers in {formatFixed(now)} ms. A better model would take{' '}
              {formatFixed(later)}. Move the delay: the figure is live and follows at once. Read
              each study only where it measured something.
            </p>
            <p>
              {booking?.extrapolated ? (
                'Booking.com measured near +30 % only, so it has no number for this delay.'
              ) : (
                <>
                  Now make the page itself slow: set its <Term id="p50">median</Term> to 2 s. Which
                  of the three notices?
                </>
              )}
            </p>
          </>
        );
      },
    },
    {
      kind: 'check',
      id: 'convert-check',
      title: 'How far does a curve carry?',
      body: (
        <p>
          Akamai’s report also has a number for a page that is 2 seconds slower: −
          {formatFixed(-akamaiAt2s.phone! * 100)} % on phones, −
          {formatFixed(-akamaiAt2s.desktop! * 100)} % on desktop.
        </p>
      ),
      question: 'What would −7.1 % for every 100 ms give on phones at two seconds more?',
      unit: '%',
      input: { kind: 'number' },
      needsRun: false,
      judge: (answer) => typeof answer === 'number' && near(-Math.abs(answer), drawnOn(), 0.03),
      hints: [
        'Each 100 ms leaves 92.9 % of what was there before. Two seconds are twenty times 100 ms.',
        'Raise 0.929 to the power of 20; what is missing to 1 is lost.',
      ],
      worked: () => {
        const truth = drawnOn();
        return (
          <p>
            0.929 to the power of 20 leaves {formatFixed(100 + truth, 0)} %, so{' '}
            <strong>{formatFixed(truth, 0)} %</strong>. The report measured −
            {formatFixed(-akamaiAt2s.phone! * 100)} %: {drawnWords(truth)} And at 2 s desktop loses{' '}
            {desktopWords(akamaiAt2s.desktop!, akamaiAt2s.phone!)} phones, at 100 ms{' '}
            {desktopWords(akamaiPer100Ms.desktop, akamaiPer100Ms.phone)} phones.
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'convert-reflect',
      title: 'Commit to one',
      body: '',
      choices: [
        { name: 'Akamai', about: 'a shop on phones' },
        { name: 'Booking.com', about: 'a travel site' },
        { name: 'Google', about: 'a page people leave' },
      ],
      question: 'Whose visitors are most like yours, and why?',
    },
  ],
};

/** "1.5 points off": how far a guess is from the nearest study. */
function gapWords(gap: number): string {
  if (gap < 0.05) return 'spot on';
  return gap < 0.95 || gap >= 1.05 ? `${formatFixed(gap, 1)} points off` : '1 point off';
}

/** "under 0.1 %", "−0.4 %": what is lost. */
const costs = (relative: number) =>
  Math.abs(relative) < 0.0005 ? 'under 0.1 %' : `${percent(relative)} %`;

/** What a delay costs by two of the studies. What a study did not measure is not given as its number. */
function priceWords({ akamai, google, laterMs }: OwnDelay): string {
  const delay = formatDuration(laterMs, 2);
  const visits = google ? `Google’s figure: ${costs(google.relative)} of visits.` : '';
  if (!akamai) return visits;
  if (!akamai.extrapolated)
    return `Akamai’s figure for phones: ${costs(akamai.relative)} of orders. ${visits}`;
  return (
    `Akamai measured 100 ms. We draw a curve through it up to ${formatFixed(akamaiValidToMs)} ms. ` +
    `Drawn on to ${delay}, it would say ${costs(akamai.relative)} of orders, which nobody measured. ${visits}`
  );
}

const pageFrom = (parameters: Record<string, unknown>) => ({
  medianS: Number(parameters.pageMedianS),
  sigma: Number(parameters.pageSigma),
});

/** Whether the queues of both models have been simulated at the run's own setting. */
const isSimulated = ({ simulation }: LatencyResult) =>
  ['small', 'large'].every((name) => simulation.some((row) => row.chosen && row.model === name));

/** How much later the large model answers, or that it does not. */
function laterWords({ comparison, laterMs }: { comparison: Comparison; laterMs: number }): string {
  const by = formatDuration(Math.abs(laterMs), 2);
  return inWords(comparison, {
    less: `Waiting included, your large model answers ${by} sooner than your small one.`,
    equal: 'Waiting included, your large model takes as long as your small one.',
    more: `Waiting included, your large model answers ${by} later than your small one.`,
    unclear:
      'Waiting included, it can’t be told whether your large model takes longer than your small one.',
  });
}

/** What drawing the curve on gives, per cent, beside what was measured there. */
function drawnWords(truth: number): string {
  const comparison = compare(
    { value: Math.abs(truth) },
    { value: Math.abs(akamaiAt2s.phone! * 100) },
    { scale: 'ratio', margin: 0.05 },
  );
  return inWords(comparison, {
    less: 'drawn on, the curve gives less.',
    equal: 'drawn on, the curve gives the same.',
    more: `drawn on, the curve gives ${formatFixed(comparison.by, 1)} times that.`,
    unclear: '',
  });
}

/** "more than" where desktop loses the larger part. */
const desktopWords = (desktop: number, phone: number) =>
  saying(
    { value: Math.abs(desktop) },
    { value: Math.abs(phone) },
    { less: 'less than', equal: 'the same as', more: 'more than', unclear: '' },
  );
