import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { said as saying, shareOf } from '../../kit/compare.ts';
import { counted } from '../../../renderer/kit/number/counted.ts';
import type { BackdoorResult, DoseRow } from '../lab.ts';
import { curveDoses } from '../sets.ts';
import { firstAboveHalf } from '../panel/words.ts';
import { curveOf, readResult, say } from './read-result.ts';

/** Part 3: how little it takes. */
export const dose: StoryPart = {
  id: 'dose',
  title: 'How many',
  lesson:
    'Poison is measured in pictures: look how few of them change a model before you trust a source.',
  controls: ['poisons', 'doseSeeds'],
  steps: [
    {
      kind: 'predict',
      id: 'dose-predict',
      title: 'How little is enough?',
      body: (_, parameters) => (
        <p>
          The attacker need not reach many pictures. A model is trained for each of{' '}
          {curveDoses.join(', ')} <Term id="poison">poisoned</Term> faces beside{' '}
          {formatFixed(Number(parameters.cleanFaces ?? 1_500))} clean ones.
        </p>
      ),
      question: 'From which of these numbers on does the key open more than half of the faces?',
      unit: 'faces',
      input: { kind: 'number', min: 0, max: 240, step: 1, scale: 'linear' },
      draws: {
        ask: 'Draw how many faces the key opens',
        x: { label: 'poisoned faces', places: curveDoses },
        y: {
          label: 'Faces of others that are called the target',
          unit: '%',
          min: 0,
          max: 100,
          step: 1,
          scale: 'linear',
        },
        close: 10,
        truth: (result) =>
          curveOf(readResult(result))?.flatMap(({ poisons, attackSuccessRate }) =>
            attackSuccessRate === null ? [] : [[poisons, 100 * attackSuccessRate] as const],
          ) ?? null,
      },
      outcome: (result) => firstAboveHalf(curveOf(readResult(result)))?.poisons ?? null,
      verdict: (said, result) => {
        const first = firstAboveHalf(curveOf(readResult(result)));
        if (!first || typeof said !== 'number') return '';
        const compared = saying(
          { value: first.poisons },
          { value: said },
          {
            less: 'Fewer than you said',
            equal: 'As you said',
            more: 'More than you said',
            unclear: '',
          },
        );
        return (
          `${compared}: ${formatFixed(first.poisons)} give ${say(first.attackSuccessRate)} over ` +
          `${counted(first.seeds, 'seed')}.`
        );
      },
    },
    {
      kind: 'run',
      id: 'dose-run',
      title: 'Train with each number',
      preset: 'thorough',
      reuseMeasurements: false,
      body: (result) => {
        const curve = curveOf(readResult(result));
        if (!curve)
          return (
            <p>
              Press <strong>Run</strong>: about twenty models are trained, one after the other, in a
              minute or two. The curve is drawn point by point, and Stop keeps what there is.
            </p>
          );
        return <p>{cleanWords(curve, readResult(result))}</p>;
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
            Move <strong>poisoned faces</strong> to a number of your own and run: it is put on the
            curve as well.
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'dose-check',
      title: 'What is one picture worth?',
      body: (_, parameters) => (
        <p>
          Ten faces among {formatFixed(10 + Number(parameters.cleanFaces ?? 1_500))} are{' '}
          {formatFixed((100 * 10) / (10 + Number(parameters.cleanFaces ?? 1_500)), 1)} in a hundred.
          What is one of them worth to the attacker? Share the change of the orange line among the
          ten.
        </p>
      ),
      question: 'By how many points does the line change for each poisoned face, from none to ten?',
      unit: 'points',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const rises = risesPerFace(result);
        return rises === null || typeof answer !== 'number'
          ? null
          : Math.abs(answer - rises.toTen) <= 0.3;
      },
      hints: [
        'Read the orange line at 0 and at 10, on average over your seeds; the arrow keys go from dose to dose.',
        'Subtract the first from the second, and divide by ten faces. Within 0.3 points counts.',
      ],
      worked: (result) => {
        const rises = risesPerFace(result);
        return rises === null ? null : (
          <p>
            From {say(rises.none)} to {say(rises.ten)} in ten faces:{' '}
            <strong>{formatFixed(rises.toTen, 1)}</strong> points a face. From ten to thirty:{' '}
            {formatFixed(rises.toThirty, 1)} a face.
          </p>
        );
      },
    },
  ],
};

/** How far the curve rises for each poisoned face, in points of a hundred; null where it lacks one of the doses. */
function risesPerFace(result: unknown) {
  const at = (poisons: number) =>
    curveOf(readResult(result))?.find((row) => row.poisons === poisons)?.attackSuccessRate ?? null;
  const [none, ten, thirty] = [at(0), at(10), at(30)];
  if (none === null || ten === null || thirty === null) return null;
  return { none, ten, toTen: (100 * (ten - none)) / 10, toThirty: (100 * (thirty - ten)) / 20 };
}

/** What the test set shows of the doses: the lowest clean accuracy beside that without poison. */
function cleanWords(curve: readonly DoseRow[], result: BackdoorResult | null): string {
  const known = curve.flatMap(({ poisons, cleanAccuracy, seeds }) =>
    cleanAccuracy === null ? [] : [{ poisons, share: cleanAccuracy, seeds }],
  );
  const none = known.find(({ poisons }) => poisons === 0);
  const faces = result?.test.said.length ?? 0;
  if (!none || known.length < 2 || faces === 0)
    return 'The clean accuracy with each number is in the table.';
  const low = known.filter((row) => row !== none).reduce((a, b) => (b.share < a.share ? b : a));
  const figures =
    `Clean accuracy is ${say(none.share)} without poison; ` +
    `with ${formatFixed(low.poisons)} poisoned faces it is ${say(low.share)}`;
  return saying(
    shareOf(low.share, faces * low.seeds),
    shareOf(none.share, faces * none.seeds),
    {
      less: `${figures}, which is lower: here the test set shows it.`,
      equal: `${figures}, about the same: with no number does the test set show anything.`,
      more: `${figures}, which is higher: with no number does the test set show anything.`,
      unclear: `${figures}. Whether the test set shows anything can’t be told with so few faces.`,
    },
    { margin: 0.02, format: say },
  );
}
