import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { compare, inWords } from '../../kit/compare.ts';
import type { FeatureSet } from '../names.ts';
import { featureWords } from '../panel/words.ts';
import { columnWords } from '../product.ts';
import { aucOf, comparedWords, readResult, saidOfAucs, two } from './read-result.ts';

/** Part 3: features that know too much. */
export const leak: StoryPart = {
  id: 'leak',
  title: 'Leak',
  lesson:
    'A feature that holds the answer looks best offline, because the same leak stands on both sides of any split.',
  controls: ['features', 'model'],
  steps: [
    {
      kind: 'read',
      id: 'leak-read',
      title: 'Four models, one to ship',
      body: (
        <>
          <p>
            All four see {columnWords.basket.name}, {columnWords.discount.name} and{' '}
            {columnWords['purchase rate'].name}. They differ in which visits of the user that rate
            is made of:
          </p>
          <ul>
            <li>
              <strong>Honest:</strong> those whose <Term id="label">label</Term> was known by then.
            </li>
            <li>
              <strong>User mean:</strong> all of them, as a GROUP BY gives it. So the visit itself
              and later ones count too.
            </li>
            <li>
              <strong>Mean of the others:</strong> all but the visit itself.
            </li>
            <li>
              <strong>Tickets:</strong> the honest ones, and {columnWords.tickets.about}.
            </li>
          </ul>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'leak-predict',
      title: 'What will be left of it?',
      body: (result) => {
        const offline = aucOf(result, 'own-label-mean', 'random');
        return (
          <p>
            <Term id="offline">Offline</Term>,{' '}
            {offline === null ? (
              'the model on the user mean is tested on rows whose labels helped to make its feature.'
            ) : (
              <>
                the model on the user mean has an <Term id="auc">AUC</Term> of {two(offline)}.
              </>
            )}{' '}
            <Term id="live">Live</Term>, every <Term id="feature">feature</Term> is made anew from
            what is known at that moment; the model stays as it is. 0.5 would be a coin.
          </p>
        );
      },
      question: 'Live, the model on the user mean has an AUC of',
      unit: '',
      input: { kind: 'number', min: 0, max: 1, step: 0.01, scale: 'linear' },
      outcome: (result) => {
        const live = aucOf(result, 'own-label-mean', 'live');
        return live === null ? null : Number(live.toFixed(2));
      },
      verdict: (said, result) => {
        const live = aucOf(result, 'own-label-mean', 'live');
        const honest = aucOf(result, 'honest', 'live');
        if (live === null || honest === null || typeof said !== 'number') return '';
        return `${comparedWords(said, live, 0.03)}. The honest model has ${two(honest)} live${honestWords(result)}.`;
      },
    },
    {
      kind: 'run',
      id: 'leak-run',
      title: 'Offline, and then live',
      preset: 'leaky-features',
      reuseMeasurements: false,
      body: (result) => (
        <p>
          {readResult(result) ? (
            'Each model has'
          ) : (
            <>
              Press <strong>Run</strong>. Each model gets
            </>
          )}{' '}
          three scores: on a <Term id="random-split">random split</Term>, in order of time, and
          live.
        </p>
      ),
    },
    {
      kind: 'explore',
      id: 'leak-explore',
      title: 'Follow a value home',
      controls: ['features', 'model'],
      body: (
        <>
          <p>
            Choose a set of features and switch the figure to <strong>Timeline</strong>. Each arrow
            starts when a value was known and ends at the visit that uses it. Orange ones point
            back.
          </p>
          <p>
            The split in order of time does not see them: the <Term id="leakage">leak</Term> is in
            the table, on both sides of the cut.
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'leak-check',
      title: 'Which leak is small?',
      body: (
        <p>
          Three of the four sets use values that nobody had. They do not fall by as much from the
          random split to live.
        </p>
      ),
      question: 'Which leaky set falls least?',
      unit: '',
      input: { kind: 'choice', options: ['mean', 'tickets', 'others'] },
      judge: (answer, result) => {
        const least = leakyByFall(result)?.[0];
        return least ? leakyNames[least.features] === answer : null;
      },
      hints: [
        'Look at the right edge of the figure: random split minus live.',
        'Without the row’s own label, what still comes from the future are labels of other days.',
      ],
      worked: (result) => {
        const order = leakyByFall(result);
        const honest = fallOf(result, 'honest');
        if (!order || !honest) return null;
        const [least, ...others] = order;
        return (
          <p>
            {featureWords[least!.features].name}: random split minus live is {two(least!.gap)}, for
            the honest set {two(honest.gap)}: {leastFall(least!, honest)}. For the other two it is{' '}
            {others.map(({ gap }) => two(gap)).join(' and ')}.
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'leak-reflect',
      title: 'You are shown a high score',
      body: (
        <p>
          Kapoor and Narayanan (Patterns, 2023) found such leaks in 17 fields and 294 papers, and
          sorted them into eight types.
        </p>
      ),
      question: 'A colleague’s model beats every earlier one. What do you ask before you are glad?',
    },
  ],
};

type Fall = { gap: number; ci95: readonly [number, number] };
type Leaky = Exclude<FeatureSet, 'honest'>;

/** What can be answered, and which set of features it means. */
const leakyNames: Record<Leaky, string> = {
  'own-label-mean': 'mean',
  'post-event': 'tickets',
  'own-row-removed': 'others',
};

const fallOf = (result: unknown, features: FeatureSet): Fall | null =>
  readResult(result)?.gaps.find((row) => row.features === features && row.model === 'logistic') ??
  null;

/** The leaky sets, the one that falls least first; null where one has no gap yet. */
function leakyByFall(result: unknown): (Fall & { features: Leaky })[] | null {
  const all = (Object.keys(leakyNames) as Leaky[]).flatMap((features) => {
    const fall = fallOf(result, features);
    return fall ? [{ ...fall, features }] : [];
  });
  return all.length === 3 ? all.sort((a, b) => a.gap - b.gap) : null;
}

/** What a leak costs beyond the honest set. */
const leastFall = (leaky: Fall, honest: Fall) =>
  saidOfAucs(
    { value: leaky.gap, interval: leaky.ci95 },
    { value: honest.gap, interval: honest.ci95 },
    {
      less: 'that is less',
      equal: 'about the same',
      more: 'that is more',
      unclear: 'these two can’t be told apart',
    },
  );

/** Where the honest model stood offline beside the one on the user mean. */
function honestWords(result: unknown): string {
  const [honest, mean] = (['honest', 'own-label-mean'] as const).map((features) =>
    readResult(result)?.scores.find(
      (row) => row.features === features && row.model === 'logistic' && row.split === 'random',
    ),
  );
  if (!honest || !mean) return '';
  const comparison = compare(
    { value: honest.auc, interval: honest.ci95 },
    { value: mean.auc, interval: mean.ci95 },
    { format: two },
  );
  const offline = `offline it had ${two(honest.auc)}`;
  return inWords(comparison, {
    less: `; ${offline}, less than the ${two(mean.auc)} of the user mean`,
    equal: `; ${offline}, the same as the user mean`,
    more: `; ${offline}, more than the ${two(mean.auc)} of the user mean`,
    unclear: `; ${offline}, which can’t be told from the user mean’s ${two(mean.auc)}`,
  });
}
