import type { Lab } from '../../labs/lab.ts';
import { describeParameters } from '../../labs/parameters.ts';
import type { Story, StoryPart, StoryStep, Values } from '../../labs/view.ts';
import type { LabProgress } from '../../main/contract/learner.ts';
import type { RunCard } from '../../main/contract/run.ts';

/*
 * The walker's own idea of what Lectern promises, told once more in as few words as possible. Nothing here may
 * come from renderer/model or main/contract/judging.ts: two that share a fault would agree on it.
 */

export type PredictStep = Extract<StoryStep, { kind: 'predict' }>;
export type CheckStep = Extract<StoryStep, { kind: 'check' }>;

export const isAsking = ({ kind }: StoryStep): boolean =>
  ['predict', 'run', 'check'].includes(kind);

export const predictIn = (part: StoryPart): PredictStep | null =>
  part.steps.find((step): step is PredictStep => step.kind === 'predict') ?? null;

/** Whether a formula answers what a step asks, as soon as it is said: then no run has a say in it. */
export const needsNoRun = (step: PredictStep | CheckStep): boolean => step.needsRun === false;

/** The parts that ask for a prediction. */
export const askingParts = (story: Story): { part: StoryPart; step: PredictStep }[] =>
  story.parts.flatMap((part) => {
    const step = predictIn(part);
    return step ? [{ part, step }] : [];
  });

export function partOfStep(story: Story, step: string): StoryPart {
  const found = story.parts.find(({ steps }) => steps.some(({ id }) => id === step));
  if (!found) throw new Error(`The story has no step ${step}.`);
  return found;
}

/** A preset's settings, whole. */
export function presetSettings(lab: Lab, id: string | undefined): Values {
  const preset = lab.presets.find((one) => one.id === id);
  return lab.parameters.parse(preset?.parameters ?? {}) as Values;
}

/** What a part's question is about, whole. */
export function askedSettings(lab: Lab, part: StoryPart): Values {
  const run = part.steps.find((step) => step.kind === 'run');
  const preset = part.settings?.preset ?? run?.preset ?? lab.presets[0]?.id;
  return { ...presetSettings(lab, preset), ...part.settings?.parameters };
}

/** Names of the settings that differ. */
export const differences = (lab: Lab, a: Values, b: Values): string[] =>
  describeParameters(lab.parameters)
    .map(({ name }) => name)
    .filter((name) => a[name] !== b[name]);

/** What the learner answers with in the figure is no setting of a question. */
const answers = (lab: Lab) =>
  describeParameters(lab.parameters).flatMap(({ name, ownChoice }) => (ownChoice ? [name] : []));

const sameSettings = (lab: Lab, a: Values, b: Values) =>
  differences(lab, a, b).every((name) => answers(lab).includes(name));

const began = (card: RunCard) => Date.parse(card.startedAt);

/** Whether a run began after the prediction was locked; a run that carries it did. */
const follows = (card: RunCard, step: string, lockedAt: string) =>
  (card.prediction?.step === step && card.prediction.lockedAt === lockedAt) ||
  began(card) > Date.parse(lockedAt);

/** The lab's runs that were made with the settings of a part's question. */
export const runsOfQuestion = (lab: Lab, part: StoryPart, cards: readonly RunCard[]): RunCard[] =>
  cards.filter((card) => sameSettings(lab, card.parameters, askedSettings(lab, part)));

const isWhole = ({ status, complete }: RunCard) => status === 'finished' && complete;

/** The newest run whose result a step that asks may speak of. */
export const newestOfQuestion = (
  lab: Lab,
  part: StoryPart,
  cards: readonly RunCard[],
): RunCard | null => runsOfQuestion(lab, part, cards).filter(isWhole).at(-1) ?? null;

/**
 * The card that judges a prediction: the first finished, whole one with the question's settings that began after the
 * locking. Where the part shows results before, the newest that had ended by then comes first.
 * Null where a formula answers.
 */
export function ownJudge(
  lab: Lab,
  part: StoryPart,
  { step, lockedAt }: { step: string; lockedAt: string },
  cards: readonly RunCard[],
): RunCard | null {
  if (answeredAtOnce(part)) return null;
  const fitting = runsOfQuestion(lab, part, cards).filter(isWhole);
  if (part.resultShows !== undefined) {
    const hadEnded = (card: RunCard) =>
      !(card.prediction?.step === step && card.prediction.lockedAt === lockedAt) &&
      began(card) + card.durationMs <= Date.parse(lockedAt);
    const seen = fitting.filter(hadEnded).at(-1);
    return seen ?? fitting[0] ?? null;
  }
  return fitting.find((card) => follows(card, step, lockedAt)) ?? null;
}

/** Whether a locked prediction has met a run, whole or not, or a formula, and so stands for good. */
export const hasMetAnswer = (
  lab: Lab,
  part: StoryPart,
  locking: { step: string; lockedAt: string },
  cards: readonly RunCard[],
): boolean =>
  answeredAtOnce(part) ||
  runsOfQuestion(lab, part, cards).some((card) => follows(card, locking.step, locking.lockedAt)) ||
  ownJudge(lab, part, locking, cards) !== null;

/** Whether a prediction has its verdict. */
export const isJudged = (
  lab: Lab,
  part: StoryPart,
  locking: { step: string; lockedAt: string },
  cards: readonly RunCard[],
): boolean => answeredAtOnce(part) || ownJudge(lab, part, locking, cards) !== null;

/**
 * Settings that must not be in sight, by name: their words would answer the part's question, which
 * is open until a run or a formula has judged what was locked.
 */
export function untoldSettings(
  lab: Lab,
  part: StoryPart,
  { predictions }: Pick<LabProgress, 'predictions'>,
  cards: readonly RunCard[],
): string[] {
  if (!isQuestionOpen(lab, part, predictions, cards)) return [];
  return describeParameters(lab.parameters)
    .filter(({ name, answers }) => answers === part.id && !part.controls.includes(name))
    .map(({ name }) => name);
}

/** Whether the part on screen still asks: what answers it is told neither by a setting nor by a preset. */
export function isQuestionOpen(
  lab: Lab,
  part: StoryPart,
  predictions: LabProgress['predictions'],
  cards: readonly RunCard[],
): boolean {
  const step = predictIn(part);
  if (!step) return false;
  const said = predictions[step.id];
  return !said || !isJudged(lab, part, { step: step.id, lockedAt: said.lockedAt }, cards);
}

const answeredAtOnce = (part: StoryPart): boolean => {
  const step = predictIn(part);
  return step !== null && needsNoRun(step);
};

/** Whether what was said counts as close, or as right; null where the two can't be compared. By the rule in the README of the notebook. */
export function ownHit(
  { input }: PredictStep,
  said: number | string,
  was: unknown,
): boolean | null {
  if (input.kind === 'choice') return typeof was === 'string' ? said === was : null;
  const bound =
    typeof was === 'object' && was !== null ? (was as { atLeast: number }).atLeast : null;
  if (typeof said !== 'number') return null;
  if (bound !== null) return said < bound ? false : null;
  if (typeof was !== 'number' || !Number.isFinite(was)) return null;
  const off = Math.abs(said - was);
  if (off <= input.step / 2 + 1e-9) return true;
  if (input.scale === 'linear') return off <= 0.05 * (input.max - input.min) + 1e-9;
  return said > 0 && was > 0 && Math.max(said / was, was / said) <= 1.25 + 1e-9;
}
