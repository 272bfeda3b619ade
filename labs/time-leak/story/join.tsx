import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { counted } from '../../../renderer/kit/number/counted.ts';
import { Term } from '../../../renderer/glossary/term.tsx';
import type { StoryPart } from '../../view.ts';
import { said as saying, writtenDifference } from '../../kit/compare.ts';
import { world } from '../data.ts';
import type { JoinRow } from '../lab.ts';
import type { Join } from '../names.ts';
import { columnWords } from '../product.ts';
import { readResult, saidOfAucs, within } from './read-result.ts';

const row = (result: unknown, name: Join): JoinRow | null =>
  readResult(result)?.joins.find((one) => one.join === name) ?? null;

/** How many in a hundred test rows a join, by event time, gives a value that was not known yet. */
export function touchedShare(result: unknown, name: Join = 'event-time'): number | null {
  const found = row(result, name);
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
            A visit needs its user’s {columnWords['purchase rate'].name} as it was when the visit
            began. Three <Term id="as-of-join">joins</Term> look it up:
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
            In part 1 the label was there when the visit ended. Here the shop waits for the payment,
            which takes days. Only then is the label written into the old row: it is{' '}
            <Term id="back-fill">back-filled</Term>. So the three joins differ.
          </p>
        </>
      ),
    },
    {
      kind: 'predict',
      id: 'join-predict',
      title: 'Is event time enough?',
      body: (_, parameters) => (
        <p>
          Labels take {counted(Number(parameters.labelDelayDays ?? 4), 'day')} on average. A user
          visits the shop every {formatFixed(1 / world.eventsPerUserDay, 0)} days or so.
        </p>
      ),
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
        const compared = saying(
          { value: share },
          { value: said },
          {
            less: 'Fewer than you said',
            equal: 'Close to your guess',
            more: 'More than you said',
            unclear: '',
          },
          { margin: 5 },
        );
        const latest = touchedShare(result, 'latest');
        return (
          `${compared}.` +
          (latest === null ? '' : ` With the latest value it is ${formatFixed(latest, 0)} of 100.`)
        );
      },
    },
    {
      kind: 'run',
      id: 'join-run',
      title: 'Join three ways',
      preset: 'the-slide',
      reuseMeasurements: false,
      body: (result) => (
        <p>
          {!readResult(result) && (
            <>
              Press <strong>Run</strong>.{' '}
            </>
          )}
          The dotted line behind each visit ends when its label was known. An arrow that starts
          there and points back read a back-filled value.
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
          <p>Go through the three joins and watch the arrows of one visit.</p>
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
        'Subtract one from the other; the sign does not count.',
      ],
      worked: (result) => {
        const [event, known] = [row(result, 'event-time'), row(result, 'availability-time')];
        return event && known ? (
          <p>
            {formatFixed(event.auc, 3)} and {formatFixed(known.auc, 3)}: the difference is{' '}
            <strong>{three(Math.abs(writtenDifference(event.auc, known.auc, 3)))}</strong>.{' '}
            {lateWords(event, known)} {latestWords(row(result, 'latest'))}
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

const three = (value: number) => formatFixed(value, 3);

/** What labels that came late are worth to a join that reads them too early. */
const lateWords = (event: JoinRow, known: JoinRow) =>
  saidOfAucs(
    { value: event.auc, interval: event.ci95 },
    { value: known.auc, interval: known.ci95 },
    {
      less: 'Here late labels do harm: the AUC is lower with them.',
      equal: 'Late labels change about nothing here: a user’s other labels tell the same.',
      more: 'Late labels promise more than will be kept.',
      unclear: 'Whether late labels matter can’t be told from these rows.',
    },
    three,
  );

/** What the latest value promises offline beside what it keeps live. */
function latestWords(latest: JoinRow | null): string {
  if (!latest) return '';
  const figures = `The latest value promises ${three(latest.auc)} and keeps ${three(latest.live)}`;
  return saidOfAucs(
    { value: latest.auc, interval: latest.ci95 },
    { value: latest.live, interval: latest.liveCi95 },
    {
      less: `${figures}: it promises less.`,
      equal: `${figures}, about the same.`,
      more: `${figures}: it promises more, and that is a leak.`,
      unclear: `${figures}; these can’t be told apart.`,
    },
    three,
  );
}
