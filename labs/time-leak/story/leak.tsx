import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { aucOf, comparedWords, readResult } from './read-result.ts';

const two = (value: number | null) => (value === null ? '–' : formatFixed(value, 2));

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
            All four see x1 and x2, and a user’s share of good ends until now. They differ in what
            that share is made of:
          </p>
          <ul>
            <li>
              <strong>Honest:</strong> <Term id="label">labels</Term> known by then.
            </li>
            <li>
              <strong>User mean:</strong> all of the user’s labels, as a GROUP BY gives it.
            </li>
            <li>
              <strong>Mean of the others:</strong> the same without the row’s own.
            </li>
            <li>
              <strong>Tickets:</strong> honest, and how many support tickets the event led to.
            </li>
          </ul>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'leak-predict',
      title: 'What will be left of it?',
      body: (
        <p>
          The user mean wins <Term id="offline">offline</Term> with an <Term id="auc">AUC</Term> of
          about 0.85. <Term id="live">Live</Term>, every <Term id="feature">feature</Term> is made
          anew from what is known at that moment; the model stays as it is. 0.5 would be a coin.
        </p>
      ),
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
        return `${comparedWords(said, live, 0.03)}. The honest model, the weaker one offline, has ${two(honest)}.`;
      },
    },
    {
      kind: 'run',
      id: 'leak-run',
      title: 'Offline, and then live',
      preset: 'leaky-features',
      reuseMeasurements: false,
      body: (
        <p>
          Press <strong>Run</strong>. Each model is scored three times: on a{' '}
          <Term id="random-split">random split</Term>, in order of time, and live.
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
            starts when a value was known and ends at the row that uses it. Orange ones point back.
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
          Three of the four sets use values that nobody had. Two of them fall by much more than a
          tenth.
        </p>
      ),
      question: 'Which leaky set falls hardly more than the honest one?',
      unit: '',
      input: { kind: 'choice', options: ['mean', 'tickets', 'others'] },
      judge: (answer, result) => {
        const known = readResult(result);
        if (!known || known.gaps.length < 8) return null;
        const gap = (features: string) =>
          known.gaps.find((row) => row.features === features && row.model === 'logistic')!.gap;
        const names = {
          mean: 'own-label-mean',
          tickets: 'post-event',
          others: 'own-row-removed',
        } as const;
        const least = (Object.keys(names) as (keyof typeof names)[]).reduce((a, b) =>
          gap(names[b]) < gap(names[a]) ? b : a,
        );
        return answer === least;
      },
      hints: [
        'Look at the right edge of the figure: random split minus live.',
        'Without the row’s own label, what still comes from the future are labels of other days.',
      ],
      worked: (result) => {
        const gap = (features: string) =>
          two(
            readResult(result)?.gaps.find(
              (row) => row.features === features && row.model === 'logistic',
            )?.gap ?? null,
          );
        return (
          <p>
            The mean of the others: it falls by {gap('own-row-removed')}, the honest set by{' '}
            {gap('honest')}. It does leak, but in this world later labels tell little more than
            earlier ones. The own label ({gap('own-label-mean')}) and the tickets (
            {gap('post-event')}) are the answer itself.
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'leak-reflect',
      title: 'You are shown 0.85',
      body: (
        <p>
          Kapoor and Narayanan (Patterns, 2023) found such leaks in 17 fields and 294 papers, and
          sorted them into eight types.
        </p>
      ),
      question:
        'A colleague’s model scores far above every earlier one. What do you ask before you are glad?',
    },
  ],
};
