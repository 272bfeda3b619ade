import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';

/** Part 6: the learner's own data. */
export const yourTable: StoryPart = {
  id: 'your-table',
  onPaper: false,
  title: 'Your table',
  also: 'own my data table file upload csv spreadsheet excel leaks',
  lesson: 'A finding in your table is a question to whoever made it, not a verdict.',
  controls: [],
  steps: [
    {
      kind: 'read',
      id: 'your-table-read',
      title: 'Now yours',
      body: (
        <>
          <p>
            Drop a CSV file on the right: a row for each event, with its time and a{' '}
            <Term id="label">label</Term> of two values; better still with whose event it is.
          </p>
          <p>
            It is read in this window and stays on this computer. No row of it is kept. The report
            in your notebook holds the file’s name, size and fingerprint, what its columns are, and
            the findings.
          </p>
        </>
      ),
    },
    {
      kind: 'explore',
      id: 'your-table-explore',
      title: 'Ask what was known when',
      controls: [],
      body: (
        <>
          <p>
            Say what each column is. A column of times can say <strong>when</strong> a{' '}
            <Term id="feature">feature</Term>’s value was written; then each value is held against
            its row’s own time.
          </p>
          <p>
            Every finding leads to rows of your file. A finding is a question to whoever made the
            table, not a verdict.
          </p>
        </>
      ),
    },
    {
      kind: 'reflect',
      id: 'your-table-reflect',
      title: 'What will you ask?',
      body: (
        <p>
          A column that tells the label too well is either a very good feature or the label itself.
        </p>
      ),
      question: 'Which finding surprised you, and who can say whether it is a leak?',
    },
  ],
};
