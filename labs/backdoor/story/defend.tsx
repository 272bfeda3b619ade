import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { said as saying } from '../../kit/compare.ts';
import type { BackdoorResult } from '../lab.ts';
import { methodWords, rateOf } from '../panel/words.ts';
import { defenceOf, readResult, say } from './read-result.ts';

/** Part 4: three defences, none of them whole. */
export const defend: StoryPart = {
  id: 'defend',
  title: 'Remove it',
  lesson:
    'A defence may leave some of the poison and cost clean pictures or accuracy: measure all of it.',
  controls: ['spectralShare', 'clusterShare', 'pruneShare'],
  wide: true,
  steps: [
    {
      kind: 'predict',
      id: 'defend-predict',
      title: 'Find the poison',
      body: (_, parameters) => (
        <>
          <p>
            You get the training pictures too, but nobody tells which are{' '}
            <Term id="poison">poisoned</Term>.
          </p>
          <p>
            <strong>
              <Term id="spectral-signatures">Spectral signatures</Term>
            </strong>{' '}
            look at the name that has most pictures and take away those that stand out in the
            model’s own features (Tran et al. 2018). You expect{' '}
            {String(parameters.spectralShare ?? 30)} % poison; to be sure, 1.5 times that are taken.
          </p>
        </>
      ),
      question: 'How many of every 100 poisoned faces do they find?',
      unit: '%',
      input: { kind: 'number', min: 0, max: 100, step: 1, scale: 'linear' },
      outcome: (result) => {
        const row = defenceOf(readResult(result), 'spectral');
        return row && row.found + row.missed > 0
          ? Math.round((100 * row.found) / (row.found + row.missed))
          : null;
      },
      verdict: (_, result) => {
        const row = defenceOf(readResult(result), 'spectral');
        return row
          ? `${row.found} found, ${row.missed} missed, ${row.cleanRemoved} clean faces lost. ` +
              `Trained anew, the key still opens ${say(row.attackSuccessRate)}.`
          : '';
      },
    },
    {
      kind: 'run',
      id: 'defend-run',
      title: 'Three defences',
      preset: 'defend',
      reuseMeasurements: false,
      body: (result) => {
        const read = readResult(result);
        if (!read || read.defences.length === 0)
          return (
            <p>
              Press <strong>Run</strong>: the model again, then three defences at your{' '}
              <Term id="operating-point">operating points</Term>, each with a new training.
            </p>
          );
        return <p>{bestWords(read)} Other seeds may choose another winner.</p>;
      },
    },
    {
      kind: 'explore',
      id: 'defend-explore',
      title: 'Set your operating point',
      controls: ['spectralShare', 'clusterShare', 'pruneShare'],
      body: (
        <>
          <p>
            Go over the marks: what has the cluster at the edge in common? Then reveal the poison.
          </p>
          <p>
            Move a slider: what is found and what it costs follow at once. <strong>Train</strong>{' '}
            shows what is left of the key.
          </p>
          <p>
            A <Term id="label">label</Term> that is mostly poison turns spectral signatures round:
            then the clean faces stand out.
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'defend-check',
      title: 'What does it cost?',
      body: <p>A defence that takes pictures away may take clean ones too.</p>,
      question:
        'Of every 100 faces that spectral signatures took in your run, how many were clean?',
      unit: 'of 100',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const taken = takenBySpectral(result);
        return taken === null || typeof answer !== 'number'
          ? null
          : Math.abs(answer - taken.cleanIn100) <= 1;
      },
      hints: [
        'The first of the three rows says how many poisoned faces it found, and how many clean ones it took with them.',
        'Both together are all that it took. If you moved the slider, press “Back to the ' +
          'question’s settings”: the question is about the run.',
      ],
      worked: (result) => {
        const taken = takenBySpectral(result);
        return taken ? (
          <p>
            It took {taken.clean} clean and {taken.found} poisoned faces: {taken.clean} / (
            {taken.clean} + {taken.found}) is{' '}
            <strong>{formatFixed(Math.round(taken.cleanIn100))}</strong> of 100.
          </p>
        ) : null;
      },
    },
    {
      kind: 'reflect',
      id: 'defend-reflect',
      title: 'What would you pay for?',
      body: (
        <p>
          <Term id="activation-clustering">Activation clustering</Term> is B. Chen et al. 2018;{' '}
          <Term id="fine-pruning">fine-pruning</Term> Liu et al. 2018; Wang et al. 2019 look for the
          key itself. Wenger et al. 2021 found that worn <Term id="trigger">triggers</Term> defeat
          several of them.
        </p>
      ),
      question:
        'If you could afford one measure, would you defend the model or the data’s way to you? Why?',
    },
  ],
};

/** What spectral signatures took away; null where the run has none, or they took nothing. */
function takenBySpectral(result: unknown) {
  const row = defenceOf(readResult(result), 'spectral');
  const all = row ? row.found + row.cleanRemoved : 0;
  if (!row || all === 0) return null;
  const { found, cleanRemoved: clean } = row;
  return { found, clean, cleanIn100: (100 * clean) / all };
}

/** Which defence leaves least of the key, or that the run can't tell. */
function bestWords({ defences, test }: BackdoorResult): string {
  const [best, next] = defences
    .flatMap(({ method, attackSuccessRate: rate }) => (rate === null ? [] : [{ method, rate }]))
    .sort((a, b) => a.rate - b.rate);
  if (!best) return 'No model was trained after a defence.';
  const words = `${methodWords[best.method]}: the key still opens ${say(best.rate)}`;
  if (!next) return `${words}.`;
  const second = `after ${methodWords[next.method].toLowerCase()} ${say(next.rate)}`;
  const faces = test.said.length;
  return saying(
    rateOf(best.rate, faces),
    rateOf(next.rate, faces),
    {
      less: `${words}, which is less than after any other; ${second}.`,
      equal: `${words}, and the same after another: ${second}.`,
      more: '',
      unclear: `${words}; ${second}. These two can’t be told apart with so few faces.`,
    },
    { format: say },
  );
}
