import { z } from 'zod';
import { answerValue, questionId, roomOutcome, roomQuestion, sure } from './room-question.ts';
import { spread, sureRow } from './room-spread.ts';
import { lectureClass } from './lecture-class.ts';

/** No room holds more phones at one moment; who comes after is told that it is full. */
export const mostPhones = 2_000;
/** A class knows so many phones again. Beyond that those that are away and said nothing are forgotten. */
export const mostKnown = 10_000;
/** "Lost me" fades after so long, in ms. */
export const lostMs = 60_000;
/** A question to the lecturer is no longer than this, in characters as people count them. */
export const mostLetters = 140;
/** A name under it. */
export const mostName = 40;
/** So many questions of a class are kept, without those that were removed; more are refused. */
export const mostQuestions = 500;
/** So many things can be asked in one class. */
export const mostRounds = 100;

/** An address of this computer at which the room can be opened. */
export const roomAddress = z.object({
  /** As an address bar takes it: "192.168.1.20" or "[fd00::12]". */
  host: z.string().max(60),
  /** The system's name of the interface: "wlan0". */
  name: z.string().max(80),
  /** `here`: this computer alone. `tunnel`: probably no network that phones are on. */
  kind: z.enum(['wifi', 'wired', 'other', 'tunnel', 'here']),
  /** True of one: where phones are most likely. */
  likely: z.boolean(),
});
export type RoomAddress = z.infer<typeof roomAddress>;

/** What is open, and to whom. */
export const openRoom = z.object({
  /** What a phone types, without `http://`: "192.168.1.20:49731". */
  address: z.string().max(80),
  /** The four letters that let a phone in. */
  word: z.string().length(4),
  /** The whole address for a code, with the word. */
  link: z.string().max(120),
  kind: roomAddress.shape.kind,
  name: roomAddress.shape.name,
  /** False where this computer no longer has the address: the network changed. */
  reachable: z.boolean(),
  /** Phones connected at this moment. */
  online: z.number().int().min(0),
});
export type OpenRoom = z.infer<typeof openRoom>;

/** What windows may know of the answers to one question. */
export const roomTally = z.object({
  question: roomQuestion,
  answered: z.number().int().min(0),
  /** Nobody can answer or change an answer now. */
  closed: z.boolean(),
  /** Whether phones and the big screen may show what was answered. */
  shown: z.boolean(),
  /** Phones for each option or row, by its id. Empty for others, and where nobody is to know yet. */
  counts: z.record(z.string().max(200), z.number().int().min(0)),
  /** For numbers that were shown. */
  spread: spread.nullable(),
  /** The mean weight of each criterion, for weights that were shown. */
  means: z.record(z.string().max(200), z.number()),
  /** What the run said; null before. */
  outcome: roomOutcome.nullable(),
  /** How many were close to it, or right; null where nothing can be compared. */
  close: z.number().int().min(0).nullable(),
  sure: z.array(sureRow).max(20),
  /** The id of the run that is under way for it or judged it. */
  run: z.string().max(64).nullable(),
});
export type RoomTally = z.infer<typeof roomTally>;

/** `waiting`: only the presenter has read it · `shown`: on the big screen and on phones · `done`: answered · `removed`. */
export const questionState = z.enum(['waiting', 'shown', 'done', 'removed']);
export type QuestionState = z.infer<typeof questionState>;

/** A question to the lecturer. */
export const lecturerQuestion = z.object({
  id: z.number().int().min(1),
  text: z.string().max(600),
  /** Signed by whoever wanted to; null: anonymous. */
  name: z.string().max(200).nullable(),
  support: z.number().int().min(0),
  state: questionState,
});
export type LecturerQuestion = z.infer<typeof lecturerQuestion>;

/** A room that was open when Lectern ended: it can be opened again as it was. */
const interrupted = z.object({ address: z.string().max(80), joined: z.number().int().min(0) });

/** The room as every window sees it. */
export const roomView = z.object({
  open: openRoom.nullable(),
  interrupted: interrupted.nullable(),
  /** Phones that joined in this class. */
  joined: z.number().int().min(0),
  /** What is asked now. */
  asking: questionId.nullable(),
  tallies: z.record(questionId, roomTally),
  questions: z.array(lecturerQuestion).max(mostQuestions),
  /** Phones that pressed "lost me" within the last minute. */
  lost: z.number().int().min(0),
});
export type RoomView = z.infer<typeof roomView>;

export const closedRoom: RoomView = {
  open: null,
  interrupted: null,
  joined: 0,
  asking: null,
  tallies: {},
  questions: [],
  lost: 0,
};

/** One phone's answer: its number in the class, what it said, how sure. */
export const keptAnswer = z.tuple([z.number().int().min(1), answerValue, sure]);

/** What was asked once, with all answers. */
export const keptRound = z.object({
  question: roomQuestion,
  /** How often it was asked anew. */
  again: z.number().int().min(0).default(0),
  closed: z.boolean(),
  shown: z.boolean(),
  outcome: roomOutcome.nullable(),
  run: z.string().max(64).nullable(),
  answers: z.array(keptAnswer).max(mostKnown),
});
export type KeptRound = z.infer<typeof keptRound>;

/** A class's answers: one file of the data folder. No addresses, no names of devices. */
export const roomFile = z.object({
  version: z.literal(1),
  class: lectureClass.pick({ number: true, begunAt: true }),
  joined: z.number().int().min(0).max(1_000_000),
  rounds: z.array(keptRound).max(mostRounds),
  /** Those that were let through. */
  questions: z.array(lecturerQuestion).max(mostQuestions),
});
export type RoomFile = z.infer<typeof roomFile>;

/** A class's answers in the list. */
export const keptRoom = z.object({
  number: z.number().int().min(1),
  begunAt: z.string().nullable(),
  joined: z.number().int().min(0),
  asked: z.number().int().min(0),
  problem: z.enum(['newer', 'damaged']).nullable(),
});
export type KeptRoom = z.infer<typeof keptRoom>;
