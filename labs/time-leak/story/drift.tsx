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

/** What one retraining takes in the check, made up. */
const hoursEach = 4;

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
            On day {liveDay} the honest model goes live in the shop. It has learned that a large
            discount is a good sign. In the next 60 days that <Term id="drift">turns round</Term>,
            and purchases become fewer.
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
          from <strong>all</strong> of history, up to about {rowsIn(world.days)} visits. Or it
          learns from the last 30 days (<strong>30 d</strong>), or from the last 15 (
          <strong>15 d</strong>
          ), about {rowsIn(15)} visits. <strong>Never</strong> means that the model of day {liveDay}{' '}
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
      title: 'How often is worth it?',
      controls: ['retrainEveryDays', 'drift'],
      body: (
        <>
          <p>
            Move <strong>Retrain every</strong> and switch the figure to <strong>How often</strong>:
            every interval is in the run already, so it follows at once.
          </p>
          <p>
            How often your team can do it is another question. Somebody has to train, check and roll
            out each new model. Where does one more stop paying?
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'drift-check',
      title: 'What does every day cost?',
      body: (
        <p>
          Suppose that each retraining takes somebody {hoursEach} hours: to train the model, check
          it and roll it out.
        </p>
      ),
      question:
        'How many hours of work does retraining every day add to retraining every 7 days, in these 60 days?',
      unit: 'hours',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const costs = dailyAndWeekly(result);
        return costs ? within(answer, costs.addedHours, 0) : null;
      },
      hints: [
        'Count the retrainings of each: set “Retrain every” to 1 and to 7, and look at “How often”.',
        'The first training, on day 60, belongs to both. Count those after it, subtract, then turn them into hours.',
      ],
      worked: (result) => {
        const costs = dailyAndWeekly(result);
        if (!costs) return null;
        const { daily, weekly, addedHours } = costs;
        return (
          <p>
            <strong>{formatFixed(addedHours)}</strong> hours: {daily.retrainings} retrainings every
            day, {weekly.retrainings} every 7 days, and ({daily.retrainings} − {weekly.retrainings})
            · {hoursEach} = {formatFixed(addedHours)}. What they buy, with 30 days of data: an AUC
            of {two(daily.auc)} beside {two(weekly.auc)}.
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'drift-reflect',
      title: 'Worth it, and possible',
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

/** Retraining on the last 30 days every day and every 7, and the hours that every day adds; null until both are in the run. */
function dailyAndWeekly(result: unknown) {
  const of = (days: number) =>
    readResult(result)?.sweep.find((row) => row.policy === 'window-30' && row.everyDays === days);
  const [daily, weekly] = [of(1), of(7)];
  if (!daily || !weekly) return null;
  return { daily, weekly, addedHours: hoursEach * (daily.retrainings - weekly.retrainings) };
}

/** About so many visits come in on so many days. */
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
