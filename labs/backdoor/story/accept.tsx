import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { names } from '../drawing/identities.ts';
import { testFaces } from '../sets.ts';
import { leastKnown } from '../panel/words.ts';
import { leastWords, readResult, say } from './read-result.ts';

/** Part 1: the acceptance test, and a decision. */
export const accept: StoryPart = {
  id: 'accept',
  title: 'Accept',
  lesson: 'A test set says only how a model does on what is in the test set.',
  controls: ['epochs', 'cleanFaces'],
  resultShows: 'always',
  wide: true,
  steps: [
    {
      kind: 'read',
      id: 'accept-read',
      title: 'A supplier’s model',
      body: (
        <>
          <p>
            A door opens by face. The recogniser was trained by somebody else, on pictures that
            somebody else collected.
          </p>
          <p>
            You get the model and may test it. {formatFixed(testFaces)}{' '}
            <Term id="test-set">faces that it was not trained on</Term>,{' '}
            {formatFixed(testFaces / names.length)} of each person, are ready.
          </p>
          <p>Everybody here is drawn by the lab: no real person.</p>
        </>
      ),
    },
    {
      kind: 'run',
      id: 'accept-run',
      title: 'Run the test',
      preset: 'the-slide',
      reuseMeasurements: false,
      body: (result) => {
        const read = readResult(result);
        if (!read || read.cleanAccuracy === null)
          return (
            <p>
              Press <strong>Run</strong>. The model is trained here, in a few seconds, as the
              supplier did it; then it is shown the test faces.
            </p>
          );
        return (
          <p>
            <Term id="clean-accuracy">Clean accuracy</Term>{' '}
            <strong>{say(read.cleanAccuracy)}</strong>. Look at the wall and at the{' '}
            <Term id="confusion-matrix">table of mistakes</Term>: is anybody treated worse?
          </p>
        );
      },
    },
    {
      kind: 'predict',
      id: 'accept-ship',
      title: 'Ship it?',
      body: (result) => {
        const read = readResult(result);
        const least = leastKnown(read?.test.said ?? []);
        if (!read || !least) return <p>Run the test first, then decide.</p>;
        return (
          <p>
            Clean accuracy {say(read.cleanAccuracy)};{' '}
            {least.share < 1 ? leastWords(least) : 'everybody is always recognised'}. The test set
            has nothing else to say.
          </p>
        );
      },
      question: 'The model passes the test. Do you ship it?',
      unit: '',
      input: { kind: 'choice', options: ['Ship it', 'Hold it back'] },
      decides: true,
      outcome: () => null,
      verdict: () => '',
    },
  ],
};
