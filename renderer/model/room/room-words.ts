import type { OpenRoom, RoomTally } from '../../../main/contract/room.ts';
import type { QuestionOf, RoomOutcome } from '../../../main/contract/room-question.ts';
import type { SureRow } from '../../../main/contract/room-spread.ts';
import { formatFixed } from '../../kit/number/format.ts';

const phones = (count: number) => (count === 1 ? '1 phone' : `${formatFixed(count)} phones`);

/** A number that people said, as short as they would say it: 8, 12.5, 1,230. */
export const saidNumber = (value: number): string => formatFixed(Number(value.toPrecision(3)));

/** "12 of 40 phones answered". */
export const answeredWords = (answered: number, joined: number): string =>
  `${formatFixed(answered)} of ${phones(joined)} answered`;

/** "12 of 40 phones locked a prediction". */
export const lockedWords = (answered: number, joined: number): string =>
  `${formatFixed(answered)} of ${phones(joined)} locked a prediction`;

/** What is open, and to whom. */
export function openWords({ address, kind, name, reachable }: OpenRoom): string {
  if (!reachable)
    return `This computer no longer has ${address}. Open the room at another address.`;
  if (kind === 'here') return `Open at ${address}: on this computer alone. No phone can reach it.`;
  return `Open at ${address} (${name}), to whoever is on that network and has the word.`;
}

/** Where the room's numbers lie: "Half of 118 phones said 8 to 20 ms, the middle is 11 ms." Empty where there are none. */
export function spreadWords({ question, spread }: RoomTally): string {
  if (!spread || question.kind !== 'number') return '';
  const unit = question.unit === '' ? '' : ` ${question.unit}`;
  if (spread.count === 1) return `One phone said ${saidNumber(spread.median)}${unit}.`;
  if (spread.lower === spread.upper)
    return `Half or more of ${phones(spread.count)} said ${saidNumber(spread.median)}${unit}.`;
  return `The middle half of ${phones(spread.count)} said ${saidNumber(spread.lower)} to ${saidNumber(spread.upper)}${unit}, the middle one ${saidNumber(spread.median)}${unit}.`;
}

/** How many were close: "23 of 118 were close: within 25 %." Empty where nothing can be compared. */
export function closeCountWords({ question, close, answered }: RoomTally): string {
  if (close === null || answered === 0) return '';
  const rule = question.predicted?.close;
  const how = rule ? `close: ${rule.words}` : 'right';
  return `${formatFixed(close)} of ${formatFixed(answered)} ${answered === 1 ? 'was' : 'were'} ${how}.`;
}

const levels: readonly [number, string][] = [
  [0.5, 'called it a guess'],
  [0.7, 'were fairly sure'],
  [0.9, 'were sure'],
];

/** How often those who said so were close: "Of 31 who were sure, 9 were close." */
export function sureWords(rows: readonly SureRow[], asked: 'close' | 'right'): string[] {
  return rows.map(({ sure, said, close }) => {
    const who =
      levels.find(([level]) => level === sure)?.[1] ?? `said ${formatFixed(sure * 100)} %`;
    return `Of ${formatFixed(said)} who ${who}, ${formatFixed(close)} ${close === 1 ? 'was' : 'were'} ${asked}.`;
  });
}

/** What a table's rows are told of the room: how many answered, then how many had all of them right. */
export function rowsWords({ answered, close, shown }: RoomTally, joined: number): string {
  if (!shown || close === null || answered === 0) return `${answeredWords(answered, joined)}.`;
  return `${formatFixed(close)} of ${phones(answered)} had every row right.`;
}

/** What phones are told in a breakout. */
export function groupWords({ groups, countdown }: QuestionOf<'group'>, joined: number): string {
  const time = countdown ? ' They show the time that is left.' : '';
  if (groups === 0) return `Phones say that the groups are on the big screen.${time}`;
  return `${phones(joined)}, ${formatFixed(groups)} ${groups === 1 ? 'group' : 'groups'}: each phone says its own.${time}`;
}

/** Who said what came out. */
export const outcomeBy = ({ run }: RoomOutcome): string => (run === null ? 'formula' : 'run');

/** What came out, beside a mark: "run: 9.3 ms". */
export const outcomeLabel = (outcome: RoomOutcome): string =>
  `${outcomeBy(outcome)}: ${outcome.atLeast ? 'at least ' : ''}${outcome.words}`;

/** The room's prediction of a lab that was asked last and that something came out for; null where there is none. */
export function lastPredicted(
  tallies: Readonly<Record<string, RoomTally>>,
  lab: string,
): RoomTally | null {
  return (
    Object.values(tallies).findLast(
      ({ question, shown, spread, outcome }) =>
        question.predicted?.lab === lab && shown && spread !== null && outcome !== null,
    ) ?? null
  );
}

/** "said 12 to 45 ms (middle half of 5 phones). The run: 31 ms. 2 of 5 were close: within 25 %." */
export function recapWords(tally: RoomTally): string {
  const { question, spread, outcome } = tally;
  if (question.kind !== 'number' || !spread || !outcome) return '';
  const range =
    spread.lower === spread.upper
      ? saidNumber(spread.median)
      : `${saidNumber(spread.lower)} to ${saidNumber(spread.upper)}`;
  const was = `The ${outcomeBy(outcome)}: ${outcome.atLeast ? 'at least ' : ''}${outcome.words}.`;
  return `said ${`${range} ${question.unit}`.trim()} (middle half of ${phones(spread.count)}). ${was} ${closeCountWords(tally)}`.trim();
}
