import { z } from 'zod';
import { answerValue, questionId, roomOutcome, roomQuestion, sure } from './room-question.ts';
import { spread } from './room-spread.ts';

/** A phone's message holds at most this many bytes. */
export const maxPhoneMessage = 2_048;

/** Names a thing said on the phone, so that what is sent twice counts once. */
const key = z.string().regex(/^[a-z0-9]{8,24}$/);

/** What a phone says. Nothing else is understood. */
export const fromPhone = z.discriminatedUnion('t', [
  /** Let me in. */
  z.strictObject({ t: z.literal('join'), word: z.string().max(40) }),
  /** My answer; `n` grows with every change of mind, so that an old one that comes late changes nothing. */
  z.strictObject({
    t: z.literal('answer'),
    q: questionId,
    round: z.number().int().min(0).max(1_000_000),
    value: answerValue,
    sure,
    n: z.number().int().min(1).max(1_000_000_000),
  }),
  /** A question to the lecturer. */
  z.strictObject({
    t: z.literal('ask'),
    key,
    text: z.string().min(1).max(700),
    name: z.string().max(200).nullable(),
  }),
  /** I have that question too, or no longer. */
  z.strictObject({ t: z.literal('support'), id: z.number().int().min(1), on: z.boolean() }),
  /** I am lost, or found again. */
  z.strictObject({ t: z.literal('lost'), on: z.boolean() }),
]);
export type FromPhone = z.infer<typeof fromPhone>;

/** Why a phone's message was refused, for the page; the person reads `what` and `next`. */
export const phoneErrorCode = z.enum([
  'wrong-word',
  'not-in',
  'full',
  'too-many',
  'busy',
  'too-large',
  'bad-message',
  'not-asked',
  'closed',
  'bad-answer',
  'questions-full',
  'too-long',
  'empty',
  'elsewhere',
]);
export type PhoneErrorCode = z.infer<typeof phoneErrorCode>;

const [choice, number, rows, weights, group] = roomQuestion.options;
const forPhone = { predicted: true } as const;
/** How it is asked how sure somebody is; null where it is not. */
const howSure = { sure: z.string().nullable() };

/** A question on a phone: nothing of the run's settings, of what is right, of others' groups. */
const phoneQuestion = z.discriminatedUnion('kind', [
  choice.omit(forPhone).extend(howSure),
  number.omit(forPhone).extend(howSure),
  rows.omit(forPhone).extend({
    ...howSure,
    rows: z.array(rows.shape.rows.element.omit({ right: true, why: true })),
  }),
  weights.omit(forPhone).extend(howSure),
  group.omit({ ...forPhone, groupOf: true, groups: true, countdown: true }).extend({
    ...howSure,
    /** What is left, in ms, at the moment this was sent: a phone's clock may be wrong. Null without a countdown. */
    left: z.object({ ms: z.number(), runs: z.boolean() }).nullable(),
  }),
]);
export type PhoneQuestion = z.infer<typeof phoneQuestion>;

/** What a phone is told. Its page trusts its host and parses nothing; the schema is for both sides' types and tests. */
export const toPhone = z.discriminatedUnion('t', [
  /**
   * First of all: whether this phone is in already, and in which room: another class's answers are
   * none of this one's.
   */
  z.object({ t: z.literal('hello'), known: z.boolean(), room: z.string().max(20) }),
  /** What the whole room is told. */
  z.object({
    t: z.literal('room'),
    joined: z.number().int(),
    answered: z.number().int(),
    ask: phoneQuestion.nullable(),
    /** How often it was asked anew: answers of before are none of this. */
    round: z.number().int(),
    closed: z.boolean(),
    result: z
      .object({
        counts: z.record(z.string(), z.number()),
        spread: spread.omit({ marks: true }).nullable(),
        /** The mean weight of each criterion. */
        means: z.record(z.string(), z.number()),
        /** For ticked rows: which belong to the answer, and why. */
        right: z.record(z.string(), z.object({ right: z.boolean(), why: z.string() })),
        outcome: roomOutcome.omit({ run: true }).extend({ formula: z.boolean() }).nullable(),
      })
      .nullable(),
    heard: z.array(
      z.object({
        id: z.number(),
        text: z.string(),
        name: z.string().nullable(),
        support: z.number(),
      }),
    ),
  }),
  /** What is this phone's own. */
  z.object({
    t: z.literal('mine'),
    number: z.number().int(),
    answer: z
      .object({ q: questionId, round: z.number(), value: answerValue, sure, n: z.number() })
      .nullable(),
    asked: z.array(z.object({ key, text: z.string(), heard: z.boolean() })),
    supports: z.array(z.number()),
    lost: z.boolean(),
    /** Its group, where the room is in groups. */
    group: z.number().int().nullable(),
  }),
  /** The answer to an earlier question was taken: `mine` tells only of the one that is asked now. */
  z.object({ t: z.literal('took'), q: questionId, round: z.number().int(), n: z.number().int() }),
  z.object({
    t: z.literal('error'),
    code: phoneErrorCode,
    what: z.string(),
    next: z.string(),
    /** The key of the thing said, or the question answered. */
    about: z.string().nullable(),
  }),
  /** Every few seconds, so that a dead connection is noticed. */
  z.object({ t: z.literal('beat') }),
]);
export type ToPhone = z.infer<typeof toPhone>;

/** Why the host ended a connection (RFC 6455 leaves 4000 to 4999 to applications). */
export const closeCodes = { closed: 4000, full: 4001, elsewhere: 4002, flood: 4003, word: 4004 };
