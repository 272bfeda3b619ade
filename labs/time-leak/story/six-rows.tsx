import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { visitWords } from '../six-rows/six-rows.ts';

/** Part 1: six rows, one of which is to be predicted. */
export const sixRows: StoryPart = {
  id: 'six-rows',
  onPaper: false,
  title: 'Six rows',
  lesson:
    'A value may be used only if it was there at that moment, and a table does not say when its values were written.',
  controls: [],
  steps: [
    {
      kind: 'read',
      id: 'six-rows-read',
      title: 'What did anybody know at 5:00?',
      body: (
        <>
          <p>
            Each row is a visit of one user to a shop. It says when the visit began, whether it
            ended with a purchase (the <Term id="label">label</Term>), and how many pages the user
            had seen so far (the feature).
          </p>
          <p>
            A visit takes {visitWords}. The shop writes page count and label when it ends, and not
            before.
          </p>
          <p>
            The table was put together later, so all six rows stand there side by side. At 5:00 they
            did not.
          </p>
        </>
      ),
    },
    {
      kind: 'explore',
      id: 'six-rows-explore',
      title: 'Choose, then lock',
      controls: [],
      body: (
        <>
          <p>
            Click every row that the prediction at 5:00 may use: on the line or in the table. Then{' '}
            <strong>lock your answer</strong>: each row gets its reason.
          </p>
          <p>The row of 5:00 is the hard one.</p>
        </>
      ),
    },
    {
      kind: 'reflect',
      id: 'six-rows-reflect',
      title: 'Where would you look?',
      body: <p>A table does not say when its values were written. Somebody has to know.</p>,
      question:
        'Think of a table you work with. Which of its columns are filled in after the event, and who could tell you?',
    },
  ],
};
