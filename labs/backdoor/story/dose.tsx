import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { curveOf, firstAboveHalf, readResult, say } from './read-result.ts';

/** Part 3: how little it takes. */
export const dose: StoryPart = {
  id: 'dose',
  title: 'Dose',
  lesson:
    'Poison is measured in pictures: look how few of them change a model before you trust a source.',
  controls: ['poisons', 'doseSeeds'],
  steps: [
    {
      kind: 'predict',
      id: 'dose-predict',
      title: 'How little is enough?',
      body: (
        <p>
          The attacker need not reach many pictures. A model is trained for each of 0, 10, 30, 60,
          120 and 240 <Term id="poison">poisoned</Term> faces beside 1,500 clean ones.
        </p>
      ),
      question: 'From which of these doses on does the key open more than half of the faces?',
      unit: 'faces',
      input: { kind: 'number', min: 0, max: 240, step: 1, scale: 'linear' },
      outcome: (result) => firstAboveHalf(curveOf(readResult(result)))?.poisons ?? null,
      verdict: (said, result) => {
        const first = firstAboveHalf(curveOf(readResult(result)));
        if (!first || typeof said !== 'number') return '';
        let compared = said > first.poisons ? 'Fewer than you said' : 'More than you said';
        if (said === first.poisons) compared = 'As you said';
        return (
          `${compared}: ${formatFixed(first.poisons)} give ${say(first.attackSuccessRate)} over ` +
          `${first.seeds} seeds.`
        );
      },
    },
    {
      kind: 'run',
      id: 'dose-run',
      title: 'Train every dose',
      preset: 'thorough',
      reuseMeasurements: false,
      body: (result) => {
        const curve = curveOf(readResult(result));
        if (!curve)
          return (
            <p>
              Press <strong>Run</strong>: about twenty models are trained, one after the other, in a
              minute or two. The curve grows dose by dose, and Stop keeps what there is.
            </p>
          );
        const worst = Math.min(...curve.map((row) => row.cleanAccuracy ?? 1));
        return (
          <p>
            <Term id="clean-accuracy">Clean accuracy</Term> never falls below {say(worst)}: at no
            dose does the test set show anything.
          </p>
        );
      },
    },
    {
      kind: 'explore',
      id: 'dose-explore',
      title: 'Seeds differ',
      controls: ['poisons', 'doseSeeds', 'epochs'],
      body: (
        <>
          <p>
            The pale band goes from the luckiest <Term id="seed">seed</Term> to the unluckiest.
            Where is it widest?
          </p>
          <p>
            Move <strong>poisoned faces</strong> to a dose of your own and run: it is put on the
            curve as well.
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'dose-check',
      title: 'The smallest share',
      body: <p>Ten faces among 1,510 are fewer than one in a hundred.</p>,
      question:
        'How often does the key open the model after ten poisoned faces, on average over your seeds?',
      unit: '%',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const ten = curveOf(readResult(result))?.find(
          (row) => row.poisons === 10,
        )?.attackSuccessRate;
        return ten == null || typeof answer !== 'number' ? null : Math.abs(answer - 100 * ten) <= 3;
      },
      hints: [
        'Read the orange line at 10; the arrow keys go from dose to dose.',
        'The table of the figure has it as a share: times 100. Within three points counts.',
      ],
      worked: (result) => {
        const ten = curveOf(readResult(result))?.find((row) => row.poisons === 10);
        return ten ? (
          <p>
            {say(ten.attackSuccessRate)} on average, from {say(ten.lowest)} to {say(ten.highest)}.
          </p>
        ) : null;
      },
    },
  ],
};
