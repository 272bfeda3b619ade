import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';

const small = 'Hardly anything: five people are too few';

/** Part 7: the learner's own decisions. There is no run and nothing to predict: what comes out is theirs. */
export const yours: StoryPart = {
  id: 'yours',
  onPaper: false,
  title: 'Your data',
  also: 'own my data table file upload csv spreadsheet excel audit',
  lesson: 'A rate from a handful of people is a reason to look at them, and no finding.',
  controls: [],
  steps: [
    {
      kind: 'read',
      id: 'yours-read',
      title: 'A file of decisions',
      body: (
        <>
          <p>
            The audit of part 1 works on any table of decisions. It needs what was decided, what
            turned out, and a column for the group.
          </p>
          <p>
            A real file lacks what the made-up world had. Those who were rejected have no outcome,
            or one that the rejection made. Keep that in mind when you read its rates.
          </p>
        </>
      ),
    },
    {
      kind: 'explore',
      id: 'yours-explore',
      title: 'Audit it',
      controls: [],
      body: (
        <>
          <p>
            Drop a CSV file on the figure, or try the lender’s own decisions. Point at a group to
            see what its rates are computed from.
          </p>
          <p>
            With two group columns, look at them <strong>crossed</strong>: does each alone hide
            something? The <strong>report</strong> is in your notebook then; save or print it here.
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'yours-check',
      title: 'Five people',
      body: (
        <p>
          In some file a group of five people has a <Term id="tpr">true positive rate</Term> of 0;
          everybody else’s is 0.8.
        </p>
      ),
      question: 'What does that say?',
      unit: '',
      input: {
        kind: 'choice',
        options: [
          'The decisions are unfair to that group',
          small,
          'The group must be left out of the file',
        ],
      },
      needsRun: false,
      judge: (answer) => answer === small,
      hints: [
        'How many of the five have a label of 1? Perhaps one or two.',
        'How likely is 0 of 2 where each has a chance of 0.8?',
      ],
      worked: () => (
        <p>
          If two of the five have label 1 and each is selected with probability 0.8, none is with
          probability 0.2 · 0.2 = <strong>0.04</strong>; with one it is 0.2. It is a reason to look
          at the two cases, and no finding. Leaving the group out would hide it.
        </p>
      ),
    },
    {
      kind: 'reflect',
      id: 'yours-reflect',
      title: 'In your words',
      body: <p>The report ends with what it can’t tell.</p>,
      question:
        'Which of those limits matters most for decisions that you know, and what would you need to get past it?',
    },
  ],
};
