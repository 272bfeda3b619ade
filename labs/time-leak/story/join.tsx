import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import type { JoinRow } from '../lab.ts';
import type { Join } from '../names.ts';
import { readResult, within } from './read-result.ts';

const row = (result: unknown, name: Join): JoinRow | null =>
  readResult(result)?.joins.find((one) => one.join === name) ?? null;

/** How many in a hundred test rows an event-time join gives a value that was not known yet. */
export function touchedShare(result: unknown): number | null {
  const found = row(result, 'event-time');
  return found && found.rows > 0 ? (100 * found.rowsTouched) / found.rows : null;
}

/** Part 4: as of when? */
export const join: StoryPart = {
  id: 'join',
  title: 'Join',
  lesson:
    'What counts is when a value was known, not when its event was; a table that keeps both times can tell.',
  controls: ['join', 'labelDelayDays'],
  steps: [
    {
      kind: 'read',
      id: 'join-read',
      title: 'As of when?',
      body: (
        <>
          <p>
            A row needs its user’s rate as it was at that moment. Three{' '}
            <Term id="as-of-join">joins</Term> look it up:
          </p>
          <ul>
            <li>
              <strong>Latest:</strong> the value that stands there today.
            </li>
            <li>
              <strong>
                <Term id="event-time">Event time</Term>:
              </strong>{' '}
              the newest of an earlier event.
            </li>
            <li>
              <strong>
                <Term id="availability-time">Availability</Term>:
              </strong>{' '}
              the newest that had come in.
            </li>
          </ul>
          <p>
            They differ because a label comes in days after its event and is then written into the
            old row: it is <Term id="back-fill">back-filled</Term>.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'join-predict',
      title: 'Is event time enough?',
      body: <p>Labels take 4 days on average. A user has an event every 25 days or so.</p>,
      question: 'Of 100 test rows joined by event time, so many use a label that nobody had yet',
      unit: 'of 100',
      input: { kind: 'number', min: 0, max: 100, step: 1, scale: 'linear' },
      outcome: (result) => {
        const share = touchedShare(result);
        return share === null ? null : Math.round(share);
      },
      verdict: (said, result) => {
        const share = touchedShare(result);
        if (share === null || typeof said !== 'number') return '';
        let compared = share > said ? 'More than you said' : 'Fewer than you said';
        if (Math.abs(said - share) < 5) compared = 'Close to your guess';
        return `${compared}. With the latest value it would be all 100.`;
      },
    },
    {
      kind: 'run',
      id: 'join-run',
      title: 'Join three ways',
      preset: 'the-slide',
      reuseMeasurements: false,
      body: (
        <p>
          Press <strong>Run</strong>. The dotted line behind each row ends when its label was known.
          An arrow that starts there and points back read a back-filled value.
        </p>
      ),
    },
    {
      kind: 'explore',
      id: 'join-explore',
      title: 'Let labels come later',
      controls: ['join', 'labelDelayDays'],
      body: (
        <>
          <p>Go through the three joins and watch the arrows of one row.</p>
          <p>
            Then set the <Term id="label-delay">label delay</Term> to 20 days and run again: how
            many rows are touched now? Look at <strong>Scores</strong> too: how much did it matter?
          </p>
        </>
      ),
    },
    {
      kind: 'check',
      id: 'join-check',
      title: 'Small, or large?',
      body: (
        <p>
          Many rows touched need not mean much lost. Under <strong>Scores</strong>, compare event
          time with availability.
        </p>
      ),
      question: 'By how much do their offline AUCs differ?',
      unit: '',
      input: { kind: 'number' },
      judge: (answer, result) => {
        const [event, known] = [row(result, 'event-time'), row(result, 'availability-time')];
        if (!event || !known) return null;
        return (
          typeof answer === 'number' &&
          within(Math.abs(answer), Math.abs(event.auc - known.auc), 0.004)
        );
      },
      hints: [
        'Both stand in the Scores view; press the arrow keys there to read three decimals.',
        'In this world the difference is nearly nothing: think of a number near 0.',
      ],
      worked: (result) => {
        const [event, known] = [row(result, 'event-time'), row(result, 'availability-time')];
        return event && known ? (
          <p>
            {formatFixed(event.auc, 3)} and {formatFixed(known.auc, 3)}: late labels matter little
            here, because a user’s other labels say the same. A fraud label that arrives with the
            charge-back would be another story. The latest value is the large leak.
          </p>
        ) : null;
      },
    },
    {
      kind: 'reflect',
      id: 'join-reflect',
      title: 'Two clocks',
      body: (
        <p>
          A feature store that keeps only the event’s time can’t tell you what was known. One that
          keeps both times can.
        </p>
      ),
      question: 'Which of your tables are back-filled, and does anything record when?',
    },
  ],
};
