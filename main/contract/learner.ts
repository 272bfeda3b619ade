import { z } from 'zod';
import { codeState } from './code.ts';
import { confidence, drawnCurve } from './run.ts';

/**
 * One locked prediction. `usedBy` is the first run of its question's settings that was started
 * after it: from then on it can't be changed.
 */
export const lockedPrediction = z.object({
  value: z.union([z.number(), z.string().max(200)]),
  lockedAt: z.iso.datetime(),
  usedBy: z.string().max(64).nullable(),
  /** How sure the learner was, as a probability; left out where they did not say. */
  confidence: confidence.optional(),
  /** The curve that they drew with it; left out where they drew none. */
  curve: drawnCurve.optional(),
  /** It was locked for a room, which is of one class: the next class is asked anew. Left out for one's own. */
  room: z.literal(true).optional(),
});

export const checkState = z.object({
  tries: z.number().int().min(0),
  passed: z.boolean(),
  hints: z.number().int().min(0).max(2),
  answer: z.union([z.number(), z.string().max(400)]).nullable(),
});

export const labProgress = z.object({
  done: z.array(z.string().max(60)).max(60),
  predictions: z.record(z.string().max(60), lockedPrediction),
  checks: z.record(z.string().max(60), checkState),
  reflections: z.record(z.string().max(60), z.string().max(20_000)),
  /** What was written in code, by step. Left out where nothing was, as by an older Lectern. */
  codes: z.record(z.string().max(60), codeState).optional(),
});
export type LabProgress = z.infer<typeof labProgress>;

/** Whose report it is: what the learner wants to stand on it. Never asked for, never sent. */
export const who = z.object({ name: z.string().max(120), course: z.string().max(120) });
export type Who = z.infer<typeof who>;

/** What the learner said and where they are. One file in the data folder. */
export const learner = z.object({
  version: z.literal(1),
  who: who.default({ name: '', course: '' }),
  labs: z.record(z.string().max(60), labProgress),
  place: z.object({ slide: z.string().max(80), step: z.number().int().min(0) }).nullable(),
  /** Predictions are judged by runs of their question's settings. Left out by a Lectern that took any run: then they are judged anew. */
  judgedBy: z.literal('question').optional().catch(undefined),
});
export type Learner = z.infer<typeof learner>;

export const emptyLearner: Learner = {
  version: 1,
  who: { name: '', course: '' },
  labs: {},
  place: null,
  judgedBy: 'question',
};
export const emptyLabProgress: LabProgress = {
  done: [],
  predictions: {},
  checks: {},
  reflections: {},
};

/** A prediction of an older Lectern that a run with other settings was taken to answer, and the run that answers it now. */
const judgedAnew = z.object({
  lab: z.string().max(60),
  step: z.string().max(60),
  usedBy: lockedPrediction.shape.usedBy,
});
export type JudgedAnew = z.infer<typeof judgedAnew>;

const at = { lab: z.string().max(60), step: z.string().max(60) };

/** One thing the learner did. The host applies it, saves and tells every window. */
export const learnerChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('predict'),
    ...at,
    value: lockedPrediction.shape.value,
    confidence: confidence.optional(),
    curve: drawnCurve.optional(),
    room: lockedPrediction.shape.room,
  }),
  z.object({ kind: z.literal('withdraw-prediction'), ...at }),
  z.object({ kind: z.literal('check'), ...at, state: checkState }),
  z.object({ kind: z.literal('reflect'), ...at, text: z.string().max(20_000) }),
  z.object({ kind: z.literal('code'), ...at, state: codeState }),
  z.object({ kind: z.literal('done'), ...at }),
  z.object({ kind: z.literal('place'), slide: z.string().max(80), step: z.number().int().min(0) }),
  z.object({ kind: z.literal('who'), who }),
  /** Once after an update, and for what an old notebook brings. */
  z.object({ kind: z.literal('judged-anew'), predictions: z.array(judgedAnew).max(2_000) }),
  z.object({ kind: z.literal('reset-lab'), lab: z.string().max(60) }),
  /** Brings back what the last reset of this lab took away; what was said since then stays. Until Lectern ends. */
  z.object({ kind: z.literal('restore-lab'), lab: z.string().max(60) }),
]);
export type LearnerChange = z.infer<typeof learnerChange>;

/** How numbers are written and read: English 1,234.5 · German 1.234,5 · French 1 234,5 · Swiss 1’234.5 · as the system does it. */
export const numberLanguage = z.enum(['en', 'de', 'fr', 'ch', 'system']);
export type NumberLanguage = z.infer<typeof numberLanguage>;

/** Sizes of the interface's text, in per cent. Slides are not concerned: they are scaled as a whole. */
export const textSizes = [90, 100, 115, 130] as const;
const textSize = z.literal(textSizes);

/** What a person opened Lectern for: to work through it alone, to present it, or only to look. */
export const use = z.enum(['alone', 'present', 'look']);
export type Use = z.infer<typeof use>;

const settingFields = {
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  motion: z.enum(['system', 'reduced']),
  /** Width of the slide's side when a lab is open beside it, in per cent. */
  split: z.number().min(20).max(80),
  textSize,
  numbers: numberLanguage,
  /** Whether single letters and signs are shortcuts. */
  letterKeys: z.boolean(),
  use,
};

/** The file. What a file of an older Lectern does not have yet gets its default. */
export const settings = z.object({
  version: z.literal(1),
  ...settingFields,
  textSize: textSize.default(100),
  numbers: numberLanguage.default('en'),
  letterKeys: z.boolean().default(true),
  /** Left out until it was asked and answered: then nothing is different from 'look'. */
  use: use.optional(),
});
export type Settings = z.infer<typeof settings>;
/** Some of the settings. Not `settings.partial()`: zod fills in a default there too, and what is left out must stay as it is. */
export const settingsChange = z.object(settingFields).partial();
export const defaultSettings: Settings = {
  version: 1,
  theme: 'system',
  motion: 'system',
  split: 44.4,
  textSize: 100,
  numbers: 'en',
  letterKeys: true,
};
