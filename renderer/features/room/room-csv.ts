import type { CsvCell } from '../../../labs/data/write-csv.ts';
import type { RoomFile } from '../../../main/contract/room.ts';
import type {
  AnswerValue,
  RoomOutcome,
  RoomQuestion,
} from '../../../main/contract/room-question.ts';

/**
 * A class's answers as rows of a table: one answer a row, by the phone's number in the class, then
 * what each run said, then the questions that were let through.
 */
export function roomRows({ class: lectureClass, rounds, questions }: RoomFile): CsvCell[][] {
  const { number } = lectureClass;
  const answers = rounds.flatMap(({ question, answers: said }) =>
    said.map(([phone, value, sure]): CsvCell[] => [
      number,
      'answer',
      question.id,
      question.text,
      phone,
      labelOf(question, value),
      question.kind === 'number' ? question.unit : '',
      sure,
    ]),
  );
  const outcomes = rounds.flatMap(({ question, outcome }): CsvCell[][] =>
    outcome
      ? [
          [
            number,
            outcomeKind(outcome),
            question.id,
            question.text,
            null,
            outcome.value,
            question.kind === 'number' ? question.unit : '',
            null,
          ],
        ]
      : [],
  );
  const heard = questions.map(({ text, name, support }): CsvCell[] => [
    number,
    'question to the lecturer',
    '',
    name ?? '',
    null,
    text,
    'support',
    support,
  ]);
  const head = ['class', 'kind', 'id', 'asked', 'phone', 'answer', 'unit', 'sure'];
  return [head, ...answers, ...outcomes, ...heard];
}

function outcomeKind({ run, atLeast }: RoomOutcome): string {
  const by = run === null ? 'formula' : 'run';
  return atLeast ? `${by}, at least` : by;
}

/** An answer in one cell: rows by their ids, weights as `criterion=weight`. */
function labelOf(question: RoomQuestion, value: AnswerValue): number | string {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.join(' ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([id, weight]) => `${id}=${weight}`)
      .join(' ');
  if (question.kind !== 'choice') return value;
  return question.options.find(({ id }) => id === value)?.label ?? value;
}
