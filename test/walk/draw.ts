import type { Lab } from '../../labs/lab.ts';
import {
  describeParameters,
  type NumberParameter,
  type ParameterDescription,
} from '../../labs/parameters.ts';
import type { Story, StoryPart, Values } from '../../labs/view.ts';
import type { Random } from '../../labs/math/random.ts';
import type { Action } from './actions.ts';
import type { Book } from './book.ts';
import type { Kept } from './driver.ts';
import {
  differences,
  hasMetAnswer,
  isJudged,
  isQuestionOpen,
  needsNoRun,
  newestOfQuestion,
  predictIn,
  presetSettings,
  type CheckStep,
  type PredictStep,
} from './own-rules.ts';

/** All that is known when an action is chosen. */
export interface Situation {
  lab: Lab;
  story: Story;
  book: Book;
  kept: Kept;
  /** How many runs may still be made to their end. */
  runsLeft: number;
  /** False: only runs that cost no more than the question's own are made to their end. */
  quick: boolean;
}

/** What can be done, each with its weight, and how it is drawn. */
type Choice = [weight: number, draw: (random: Random) => Action];

/** One random thing that a learner could do now. */
export function draw(situation: Situation, random: Random): Action {
  const choices = choicesOf(situation);
  const total = choices.reduce((sum, [weight]) => sum + weight, 0);
  let left = random.uniform() * total;
  for (const [weight, make] of choices) {
    left -= weight;
    if (left < 0) return make(random);
  }
  return choices.at(-1)![1](random);
}

function choicesOf(situation: Situation): Choice[] {
  const { lab, story, book, kept } = situation;
  const { part, step } = book;
  const steps = withSettings(part);
  const codes = story.parts.flatMap((one) => one.steps).filter(({ kind }) => kind === 'code');
  const choices: Choice[] = [
    [3, (random) => ({ kind: 'step', step: pick(random, steps).id })],
    [2, (random) => ({ kind: 'part', part: pick(random, others(story.parts, part)).id })],
    [2, (random) => drawLink(situation, random)],
    [1, () => ({ kind: 'slide' })],
  ];
  for (const forward of [true, false]) {
    const next = book.beside(forward);
    if (next !== null && !codes.some(({ id }) => id === next))
      choices.push([forward ? 3 : 1, () => ({ kind: 'turn', forward })]);
  }
  // Most of what can go wrong has to do with questions: they draw a walker as they draw a learner.
  const next = nextOf(situation);
  if (next !== null && next !== step.id) choices.push([8, () => ({ kind: 'step', step: next })]);
  if (step.kind === 'predict') {
    if (!kept.progress.predictions[step.id])
      choices.push([20, (random) => ({ kind: 'lock', value: drawPrediction(step, random) })]);
  } else choices.push(...settingsChoices(situation));
  if (mayWithdraw(situation)) choices.push([2, () => ({ kind: 'withdraw' })]);
  if (step.kind === 'check' && !kept.progress.checks[step.id]?.passed)
    choices.push([
      14,
      (random) => ({ kind: 'check', answer: drawAnswer(situation, step, random) }),
    ]);
  if (situation.runsLeft > 0 && isCheap(lab, book.settings, book.asked, situation.quick))
    choices.push([isNews(situation) ? 7 : 1, () => ({ kind: 'run' })]);
  choices.push([1, () => ({ kind: 'break-off' })]);
  return choices;
}

/** A step where code is written has an editor in the place of the settings, and no part in a question: no walk goes there. */
const withSettings = ({ steps }: StoryPart) => steps.filter(({ kind }) => kind !== 'code');

/** What the part's question asks for next: a prediction, a run that judges it, the check. Null where all is there. */
function nextOf({ lab, story, book, kept }: Situation): string | null {
  const { steps } = book.part;
  const find = (kind: string) => steps.find((one) => one.kind === kind)?.id ?? null;
  const predict = find('predict');
  if (predict !== null && !kept.progress.predictions[predict]) return predict;
  if (unjudged({ lab, story, kept }).includes(book.part)) return find('run') ?? predict;
  const check = find('check');
  return check !== null && !kept.progress.checks[check]?.passed ? check : null;
}

/** Whether a run now would have other settings than the newest, or could answer what was said after it. */
function isNews({ lab, book, kept }: Situation): boolean {
  const newest = kept.cards.at(-1);
  if (!newest || differences(lab, newest.parameters, book.settings).length > 0) return true;
  const step = predictIn(book.part);
  const said = step && kept.progress.predictions[step.id];
  return !book.away && said != null && said.lockedAt > newest.startedAt;
}

function settingsChoices({ lab, book, kept }: Situation): Choice[] {
  const names = controlsOf(book);
  const free = describeParameters(lab.parameters).filter(
    ({ name }) => names.includes(name) && name !== book.lastMoved,
  );
  const choices: Choice[] = [];
  // What is on already can't be taken.
  const off = ({ id }: { id: string }) =>
    differences(lab, presetSettings(lab, id), book.settings).length > 0;
  // Nor what would tell the answer of the open question.
  const open = isQuestionOpen(lab, book.part, kept.progress.predictions, kept.cards);
  const presets = lab.presets
    .filter(off)
    .filter(({ answers }) => !open || answers !== book.part.id);
  if (presets.length > 0)
    choices.push([1, (random) => ({ kind: 'preset', preset: pick(random, presets).id })]);
  if (free.length > 0) choices.push([6, (random) => drawMove(pick(random, free), book, random)]);
  for (const { id } of presets.filter(({ id }) => book.step.offers?.includes(id)))
    choices.push([3, () => ({ kind: 'offer', preset: id })]);
  if (book.away) choices.push([1, () => ({ kind: 'back' })], [1, () => ({ kind: 'reset' })]);
  if (book.canUndo) choices.push([2, () => ({ kind: 'undo' })]);
  return choices;
}

/** The controls that stand under the figure. */
export const controlsOf = ({ part, step }: Pick<Book, 'part' | 'step'>): readonly string[] =>
  step.kind === 'explore' ? step.controls : part.controls;

/** Change stands beside a prediction that no run and no formula has met, where the figure still waits. */
function mayWithdraw({ lab, book, kept }: Situation): boolean {
  const step = predictIn(book.part);
  const said = step && kept.progress.predictions[step.id];
  if (!said || book.part.resultShows !== undefined || !['predict', 'run'].includes(book.step.kind))
    return false;
  const at = book.part.steps.indexOf(book.step);
  if (at < book.part.steps.indexOf(step)) return false;
  return !hasMetAnswer(lab, book.part, { step: step.id, lockedAt: said.lockedAt }, kept.cards);
}

function drawLink({ lab, story, book }: Situation, random: Random): Action {
  const part = random.uniform() < 0.5 ? book.part : pick(random, story.parts);
  const step = pick(random, withSettings(part)).id;
  const preset = random.uniform() < 0.5 ? pick(random, lab.presets).id : null;
  // What one answers with in a figure is in no link that a lecture has.
  const one = pick(
    random,
    describeParameters(lab.parameters).filter(({ ownChoice }) => !ownChoice),
  );
  const parameters: Record<string, number | string> = {};
  if (preset === null || random.uniform() < 0.5)
    parameters[one.name] = drawValue(one, random) as number | string;
  return { kind: 'link', step, preset, parameters };
}

function drawMove(parameter: ParameterDescription, book: Book, random: Random): Action {
  const { name } = parameter;
  const now = book.settings[name];
  let value = drawValue(parameter, random);
  if (value === now)
    value =
      parameter.kind === 'choice'
        ? pick(random, others(parameter.options, now))
        : endOf(parameter, now);
  return { kind: 'move', name, value };
}

const endOf = ({ min, max }: { min: number; max: number }, now: unknown) =>
  now === max ? min : max;

function drawValue(parameter: ParameterDescription, random: Random): Values[string] {
  if (parameter.kind === 'choice') return pick(random, parameter.options);
  const { min, max, step, scale, integer, default: initial } = parameter;
  // Half of the time no more than by default: such a run does not take longer.
  const top = random.uniform() < 0.5 && initial > min ? initial : max;
  return onGrid(between(random, min, top, scale), {
    min,
    max: top,
    step: integer ? Math.max(1, step) : step,
  });
}

/** A number of the scale that a prediction asks on. */
export function drawPrediction({ input }: PredictStep, random: Random): number | string {
  if (input.kind === 'choice') return pick(random, input.options);
  return onGrid(between(random, input.min, input.max, input.scale), input);
}

/** Halfway between the least that can be set and what is on. */
export const lower = (parameter: NumberParameter, settings: Values): number => {
  const { name, min, max, step, integer } = parameter;
  const half = (min + Number(settings[name])) / 2;
  const value = onGrid(half, { min, max, step: integer ? Math.max(1, step) : step });
  return value === settings[name] ? min : value;
};

function between(random: Random, min: number, max: number, scale: 'linear' | 'log'): number {
  const at = random.uniform();
  return scale === 'log' && min > 0 ? min * (max / min) ** at : min + at * (max - min);
}

function onGrid(value: number, { min, max, step }: { min: number; max: number; step: number }) {
  const on = min + Math.round((value - min) / step) * step;
  return Number(Math.min(max, Math.max(min, on)).toFixed(6));
}

/** Often an answer that tells the run of the question from the newest one, or that is right; else any. */
export function drawAnswer(
  { lab, book, kept }: Pick<Situation, 'lab' | 'book' | 'kept'>,
  step: CheckStep,
  random: Random,
): number | string {
  const { input } = step;
  const result = newestOfQuestion(lab, book.part, kept.cards)?.result ?? null;
  const newest = kept.cards.at(-1)?.result ?? null;
  const all: (number | string)[] =
    input.kind === 'choice' ? input.options : [...numbersIn(result), ...numbersIn(newest)];
  const right = all.filter((one) => judges(step, one, result) === true);
  const telling = all.filter((one) => judges(step, one, result) !== judges(step, one, newest));
  const good = telling.length > 0 ? telling : right;
  if (good.length > 0 && random.uniform() < 0.7) return pick(random, good);
  if (input.kind === 'choice') return pick(random, input.options);
  return onGrid(random.uniform() * 100, { min: 0, max: 100, step: 0.01 });
}

/** What a check says of an answer; null where it can't. */
export function judges(step: CheckStep, answer: number | string, result: unknown): boolean | null {
  if (result === null && !needsNoRun(step)) return null;
  try {
    return step.judge(answer, result);
  } catch {
    return null;
  }
}

/** Numbers that stand in a result, as one would read them off: three decimals. */
function numbersIn(result: unknown, found: number[] = []): number[] {
  if (found.length >= 300) return found;
  if (typeof result === 'number' && Number.isFinite(result)) found.push(Number(result.toFixed(3)));
  else if (result !== null && typeof result === 'object')
    for (const one of Object.values(result)) numbersIn(one, found);
  return found;
}

/**
 * Whether a run takes no longer than one with the question's settings, and is none of those that a
 * lab calls thorough: these take a minute, so they run once, for the question that is about them.
 */
function isCheap(lab: Lab, settings: Values, asked: Values, quick: boolean): boolean {
  if (!quick) return true;
  return (
    !isThorough(lab, settings) &&
    describeParameters(lab.parameters).every((one) =>
      one.kind === 'number'
        ? Number(settings[one.name]) <= Number(asked[one.name])
        : [asked[one.name], one.default].includes(settings[one.name]!),
    )
  );
}

function isThorough(lab: Lab, settings: Values): boolean {
  const thorough = lab.presets.find(({ id }) => id === 'thorough');
  return (
    thorough !== undefined &&
    Object.entries(thorough.parameters).every(([name, value]) => settings[name] === value)
  );
}

/** The parts whose question no run has judged yet. */
export const unjudged = ({
  lab,
  story,
  kept,
}: Pick<Situation, 'lab' | 'story' | 'kept'>): StoryPart[] =>
  story.parts.filter((part) => {
    const step = predictIn(part);
    if (!step) return false;
    const said = kept.progress.predictions[step.id];
    return !said || !isJudged(lab, part, { step: step.id, lockedAt: said.lockedAt }, kept.cards);
  });

const others = <T>(all: readonly T[], one: unknown): T[] => all.filter((other) => other !== one);
const pick = <T>(random: Random, all: readonly T[]): T => all[random.integer(all.length)]!;
