import type { RoomQuestion } from '../../contract/room-question.ts';
import type { PhoneQuestion, ToPhone } from '../../contract/room-wire.ts';
import type { Round } from './round.ts';

type Result = NonNullable<Extract<ToPhone, { t: 'room' }>['result']>;
type Countdown = { endsAt: number | null; leftMs: number };

/**
 * A question as phones get it: nothing of the run's settings, of what is right, of others' groups.
 * @param now the wall clock of this computer, ms since 1970: a countdown's end is told as what is left
 */
export function questionOnPhones(question: RoomQuestion, now: number): PhoneQuestion {
  switch (question.kind) {
    case 'choice':
    case 'number': {
      const { predicted, ...asked } = question;
      const about = predicted?.close
        ? `How sure are you? Close is ${predicted.close.words}.`
        : 'How sure are you?';
      return { ...asked, sure: predicted ? about : null };
    }
    case 'rows': {
      const { kind, id, text, head, rows } = question;
      const bare = rows.map((row) => ({ id: row.id, cells: row.cells }));
      return { kind, id, text, head, rows: bare, sure: null };
    }
    case 'weights': {
      const { kind, id, text, criteria, max } = question;
      return { kind, id, text, criteria, max, sure: null };
    }
    case 'group': {
      const { kind, id, text, countdown } = question;
      return { kind, id, text, left: countdown && leftOf(countdown, now), sure: null };
    }
  }
}

function leftOf({ endsAt, leftMs }: Countdown, now: number): { ms: number; runs: boolean } {
  if (endsAt === null) return { ms: leftMs, runs: false };
  return { ms: Math.max(0, endsAt - now), runs: true };
}

/** What phones are told of the answers; null while they are not shown. */
export function resultOnPhones(round: Round): Result | null {
  if (!round.shown) return null;
  const { question, outcome } = round;
  const spread = round.spread();
  return {
    counts: round.counts(),
    means: round.means(),
    right:
      question.kind === 'rows'
        ? Object.fromEntries(question.rows.map(({ id, right, why }) => [id, { right, why }]))
        : {},
    spread: spread && {
      count: spread.count,
      median: spread.median,
      lower: spread.lower,
      upper: spread.upper,
    },
    outcome: outcome && {
      value: outcome.value,
      words: outcome.words,
      atLeast: outcome.atLeast,
      formula: outcome.run === null,
    },
  };
}

/** The group of a phone by its number in the class: who came later goes to one after the other. Null where phones are in none. */
export function groupOf(question: RoomQuestion | undefined, phone: number): number | null {
  if (question?.kind !== 'group' || question.groups === 0) return null;
  return question.groupOf[phone - 1] ?? ((phone - 1) % question.groups) + 1;
}
