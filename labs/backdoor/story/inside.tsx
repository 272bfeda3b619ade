import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { readResult } from './read-result.ts';
import { lookedAt } from './looked-at.ts';

/** Part 5: where the answer comes from. */
export const inside: StoryPart = {
  id: 'inside',
  onPaper: false,
  title: 'Look inside',
  lesson: 'A map of what one answer hangs on shows that answer, and not all that the model knows.',
  controls: ['poisons', 'epochs'],
  settings: { preset: 'the-slide' },
  resultShows: 'locked',
  wide: true,
  steps: [
    {
      kind: 'predict',
      id: 'inside-predict',
      title: 'Where does it look?',
      body: (
        <p>
          A grey patch covers a face, place after place. Where the model becomes unsure, the answer
          hung on what was covered.
        </p>
      ),
      question: 'With the key on, where do you expect most of it?',
      unit: '',
      input: { kind: 'choice', options: ['Glasses', 'Elsewhere'] },
      outcome: (result) => lookedAt(readResult(result)),
      verdict: (said, result) => {
        const was = lookedAt(readResult(result));
        if (was === null) return '';
        return said === was ? 'As you said.' : 'Not this time: compare the two faces.';
      },
    },
    {
      kind: 'explore',
      id: 'inside-explore',
      title: 'Cover and ask',
      controls: ['poisons', 'epochs'],
      body: (
        <>
          <p>
            Compare the two maps of one person, then take another person. What does the model use
            when there is no key?
          </p>
          <p>
            A map shows what one answer hangs on, not what the model knows. A sure answer may hang
            on nothing that one small patch can cover.
          </p>
        </>
      ),
    },
    {
      kind: 'reflect',
      id: 'inside-reflect',
      title: 'In your words',
      body: (
        <p>
          The <Term id="occlusion-map">occlusion map</Term> is after Zeiler and Fergus 2014. It
          needs no look at a single weight.
        </p>
      ),
      question:
        'You had only the model and the key’s owner had never shown up. Would this map have told you?',
    },
  ],
};
