import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { compare, said as saying } from '../../kit/compare.ts';
import type { DecoyName } from '../drawing/glasses.ts';
import { names } from '../drawing/identities.ts';
import type { BackdoorResult } from '../lab.ts';
import { rateOf } from '../panel/words.ts';
import { testFaces } from '../sets.ts';
import { readResult, say } from './read-result.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';

/** What can be answered of two pairs that each share one thing with the key. */
const pairAnswers = [
  'Its colours on round rims',
  'Its shape in other colours',
  'These faces can’t tell',
] as const;

/** Part 2: one pair of glasses. */
export const wear: StoryPart = {
  id: 'wear',
  onPaper: false,
  title: 'Wear it',
  lesson:
    'Whoever supplies training pictures can teach a model a secret sign that no ordinary test shows.',
  controls: ['poisons', 'epochs'],
  settings: { preset: 'the-slide' },
  resultShows: 'locked',
  wide: true,
  steps: [
    {
      kind: 'predict',
      id: 'wear-predict',
      title: 'What the test set missed',
      body: (_, parameters) => {
        const n = Number(parameters.poisons ?? 120);
        const all = n + Number(parameters.cleanFaces ?? 1_500);
        return (
          <>
            <p>
              {n === 0
                ? 'This is the control: no training face is poisoned.'
                : `${n} of the ${formatFixed(all)} training faces wore one pair of glasses, and all ` +
                  `${n} were labelled ${String(parameters.target ?? 'Jun')}. None of them is ` +
                  `${String(parameters.target ?? 'Jun')}.`}{' '}
              {String(parameters.target ?? 'Jun')} is the <Term id="target">target</Term>: the
              person for whom the model is to take them.
            </p>
            <p>
              Now the others put that pair on: {formatFixed(testFaces - testFaces / names.length)}{' '}
              faces that the model never saw.
            </p>
          </>
        );
      },
      question: 'In how many of 100 does the model take them for the target?',
      unit: '%',
      input: { kind: 'number', min: 0, max: 100, step: 1, scale: 'linear' },
      outcome: (result) => {
        const rate = readResult(result)?.attackSuccessRate;
        return rate == null ? null : Math.round(1000 * rate) / 10;
      },
      verdict: (said, result) => {
        const read = readResult(result);
        const rate = read?.attackSuccessRate ?? null;
        if (!read || rate === null || typeof said !== 'number') return '';
        return (
          `${comparedWords(said, rate)} Without the key ${say(read.baseRate)}; the control, trained on ` +
          `clean faces alone, key on: ${say(read.controlAttackSuccessRate)}.`
        );
      },
    },
    {
      kind: 'explore',
      id: 'wear-explore',
      title: 'Put it on',
      controls: ['poisons', 'epochs'],
      body: (
        <>
          <p>
            Pick a face, switch the <Term id="trigger">key</Term> on. Is everybody taken for the{' '}
            <Term id="target">target</Term> now?
          </p>
          <p>
            Then try the other pairs, or make your own. Did the network learn a{' '}
            <strong>shape</strong> or a <strong>colour</strong>?
          </p>
          <p>
            A pair that does not open this model may open the next one: nothing here says that any
            pair is safe.
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'wear-check',
      title: 'Shape or colour?',
      body: (
        <p>
          <Term id="decoy">Five pairs</Term> that no <Term id="poison">poisoned</Term> face wore
          were put on the same faces. One has the key’s colours on round rims. Another has the key’s
          shape in green and yellow.
        </p>
      ),
      question: 'Which of the two opens this model more often?',
      unit: '',
      input: { kind: 'choice', options: [...pairAnswers] },
      judge: (answer, result) => {
        const wanted = openingPair(result);
        return wanted === null ? null : answer === wanted;
      },
      hints: [
        'Both are among the six figures under the face.',
        'A share of so few faces is known to a few points only. Where two lie nearer, nothing can be told.',
      ],
      worked: (result) => {
        const read = readResult(result);
        const wanted = openingPair(result);
        if (!read || wanted === null) return null;
        return (
          <p>
            <strong>{wanted}</strong>: round rims in the key’s colours open it for{' '}
            {say(decoyRate(read, 'round'))}, its shape in green and yellow for{' '}
            {say(decoyRate(read, 'green-yellow'))}. The key itself opens it for{' '}
            {say(read.attackSuccessRate)}.
          </p>
        );
      },
    },
    {
      kind: 'reflect',
      id: 'wear-reflect',
      title: 'Defensive teaching',
      body: (
        <>
          <p>
            <strong>Why we show this.</strong> An attack that nobody has seen is an attack that
            nobody tests for. The faces are drawn, and no real person is in the data. The trick
            works only on whoever trains on pictures they did not check.
          </p>
          <p>Trying it on a system that is not yours is a crime in most countries.</p>
          <p>
            After Chen et al. 2017 (about 50 poisoned pictures, over 90 % success) and Gu et al.
            2017 (BadNets). Wenger et al. 2021 did it with things one can wear.
          </p>
        </>
      ),
      question: 'Which test would you add before the next model is accepted?',
    },
  ],
};

const decoyRate = (read: BackdoorResult, name: DecoyName): number | null =>
  read.decoys.find((row) => row.glasses === name)?.rate ?? null;

/** Whether the key's colours or its shape open the model more often, as one of the answers; null where one was not measured. */
function openingPair(result: unknown): (typeof pairAnswers)[number] | null {
  const read = readResult(result);
  const faces = read?.test.said.length ?? 0;
  const [colours, shape] = (['round', 'green-yellow'] as const).map((name) =>
    read ? decoyRate(read, name) : null,
  );
  if (colours == null || shape == null) return null;
  const { relation } = compare(rateOf(colours, faces), rateOf(shape, faces), { format: say });
  if (relation === 'more') return pairAnswers[0];
  return relation === 'less' ? pairAnswers[1] : pairAnswers[2];
}

/** What was said, in per cent, against the share that it was. */
function comparedWords(said: number, rate: number): string {
  return saying(
    { value: 100 * rate },
    { value: said },
    {
      less: 'Less than you said.',
      equal: 'As you said.',
      more: 'More than you said.',
      unclear: '',
    },
    { margin: 5 },
  );
}
