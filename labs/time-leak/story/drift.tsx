import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { counted } from '../../../renderer/kit/number/counted.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { policyOptions } from '../panel/drift-figures.ts';
import { policies, type Policy } from '../names.ts';
import { said as saying } from '../../kit/compare.ts';
import { world } from '../data.ts';
import { liveDay } from '../drift.ts';
import { policyWords } from '../panel/words.ts';
import { aucGain, bestPolicies, driftAuc, readResult, two, within } from './read-result.ts';

/** Part 5: how often should you retrain? */
export const drift: StoryPart = {
  id: 'drift',
  title: 'Drift',
  lesson:
    'How much of the past to train on, and how often, depends on how fast the world turns: measure both.',
  controls: ['retrainEveryDays', 'drift'],
  steps: [
    {
      kind: 'read',
      id: 'drift-read',
      title: 'A model grows old',
      body: (
        <>
          <p>
            On day 60 the honest model goes live. Within the next 60 days the effect of x2{' '}
            <Term id="drift">turns round</Term> and good ends become fewer.
          </p>
          <p>
            A new model can be <Term id="retraining">trained</Term> on any morning, on labels known
            by then. It learns from all of history, from the last 30 days, or from the last 15.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'drift-predict',
      title: 'More data, or newer data?',
      body: (_, parameters) => (
        <p>
          A new model every {counted(Number(parameters.retrainEveryDays ?? 7), 'day')}. It learns
          from <strong>all</strong> of history, up to about {rowsIn(world.days)} rows. Or it learns
          from the last 30 days (<strong>30 d</strong>), or from the last 15 (<strong>15 d</strong>
          ), about {rowsIn(15)} rows. <strong>Never</strong> means that the model of day {liveDay}{' '}
          stays.
        </p>
      ),
      question: 'Over days 60 to 120, best is',
      unit: '',
      input: { kind: 'choice', options: [...policyOptions] },
      outcome: (result) => {
        const [best, second] = bestPolicies(result);
        return best && !second ? optionOf(best) : null;
      },
      verdict: (said, result) => {
        const best = bestPolicies(result);
        if (best.length === 0) return '';
        const figures = policies.map(
          (policy) => `${policyWords[policy]} ${two(driftAuc(result, policy))}`,
        );
        return `${openingWords(best, said)}: ${figures.join(', ')}.${bestWords(result)}`;
      },
    },
    {
      kind: 'run',
      id: 'drift-run',
      title: 'Let sixty days pass',
      preset: 'drift',
      reuseMeasurements: false,
      body: (result) =>
        readResult(result) ? (
          <p>
            A model was fitted for every morning and <Term id="window">window</Term>, 180 in all.
            Press <strong>Play the weeks</strong> over the figure to see them one by one.
          </p>
        ) : (
          <p>
            Press <strong>Run</strong>. A model is fitted for every morning and{' '}
            <Term id="window">window</Term>, 180 in all; then the weeks are played one by one.
          </p>
        ),
    },
    {
      kind: 'explore',
      id: 'drift-explore',
      title: 'How often SHOULD you?',
      controls: ['retrainEveryDays', 'drift'],
      body: (
        <>
          <p>
            Move <strong>Retrain every</strong> and switch the figure to <strong>How often</strong>:
            every interval is in the run already, so it follows at once.
          </p>
          <p>
            How often you <strong>can</strong> is another question: someone has to train, check and
            roll out each of them. Where does one more stop paying?
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'drift-check',
      title: 'Read it off your run',
      body: <p>Set the interval to 60 days: trained once, never again. Then to 7.</p>,
      question: 'How many retrainings are there in 60 days at one every 7 days?',
      unit: '',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const known = readResult(result)?.sweep.find(
          (row) => row.policy === 'window-30' && row.everyDays === 7,
        );
        return known ? within(answer, known.retrainings, 0) : null;
      },
      hints: [
        'The first training is on day 60; count those after it.',
        'They are on days 67, 74, 81 and so on, before day 120.',
      ],
      worked: (result) => {
        const of = (days: number) =>
          readResult(result)?.sweep.find(
            (row) => row.policy === 'window-30' && row.everyDays === days,
          );
        const [weekly, daily] = [of(7), of(1)];
        return weekly && daily ? (
          <p>
            <strong>{weekly.retrainings}</strong>, for an AUC of {two(weekly.auc)} with 30 days of
            data. Every day would be {daily.retrainings}, for {two(daily.auc)}.
          </p>
        ) : null;
      },
    },
    {
      kind: 'reflect',
      id: 'drift-reflect',
      title: 'Should and can',
      offers: ['no-drift'],
      body: (result) => (
        <p>
          {windowWords(result)} In a world that stands still a window only throws data away: try the
          preset “No drift (control)”.
        </p>
      ),
      question:
        'How would you find out, without the future, how often your model should be retrained?',
    },
  ],
};

/** About so many rows come in on so many days. */
const rowsIn = (days: number) =>
  formatFixed(Number((days * world.users * world.eventsPerUserDay).toPrecision(2)));

const optionOf = (policy: Policy) => policyOptions[policies.indexOf(policy)]!;

function openingWords(best: readonly Policy[], said: number | string): string {
  if (best.length > 1) return 'Here';
  return best.map(optionOf).some((option) => option === said) ? 'So it is' : 'Not here';
}

/** Whether the best way to retrain has another beside it. */
function bestWords(result: unknown): string {
  const [best, next] = [...(readResult(result)?.drift ?? [])].sort((a, b) => b.auc - a.auc);
  if (!best || !next) return '';
  return saying(
    { value: best.auc },
    { value: next.auc },
    {
      less: '',
      equal: ` To two decimals ${policyWords[best.policy]} and ${policyWords[next.policy]} are the same.`,
      more: ` None has a higher AUC than ${policyWords[best.policy]}.`,
      unclear: '',
    },
    { format: (value) => formatFixed(value, 2) },
  );
}

/** What 15 days of data are worth beside all of history. */
function windowWords(result: unknown): string {
  const gain = aucGain(result, 'window-15', 'all-history');
  if (gain === null) return `From day ${liveDay} on, old rows tell of an older world.`;
  return saying(
    gain,
    { value: 0 },
    {
      less: 'Here a short window is worse than all of history.',
      equal: 'Here a short window does as well as all of history.',
      more: 'Here a short window is better than all of history, because this world turns.',
      unclear: 'Here a short window can’t be told from all of history.',
    },
    { margin: 0.005 },
  );
}
