import type { Lab } from '../../labs/lab.ts';
import type { Story } from '../../labs/view.ts';
import type { LabProgress } from '../../main/contract/learner.ts';
import { outcomeWords } from '../../renderer/model/prediction/outcome-words.ts';
import { scorePrediction } from '../../renderer/model/prediction/score.ts';
import type { Book } from './book.ts';
import { judges } from './draw.ts';
import type { Kept, Screen, Shown } from './driver.ts';
import { ownOutcomes } from './own-outcomes.ts';
import {
  askingParts,
  differences,
  isJudged,
  needsNoRun,
  newestOfQuestion,
  ownHit,
  ownJudge,
  predictIn,
  type CheckStep,
  type PredictStep,
} from './own-rules.ts';

/** Lab and story that are walked through. */
export interface Walked {
  lab: Lab;
  story: Story;
}

/**
 * The settings on screen against the book's. `untold`: those that must not be there, because they
 * answer the open question. Returns a sentence for each thing that is wrong.
 */
export function checkScreen(book: Book, screen: Screen, untold: readonly string[] = []): string[] {
  if (screen.step !== book.step.id)
    return [`On screen is step ${screen.step}; it should be ${book.step.id}.`];
  const wrong = Object.entries(book.settings)
    .filter(([name, value]) => !untold.includes(name) && screen.settings[name] !== value)
    .map(
      ([name, value]) =>
        `At step ${book.step.id} ${name} is ${screen.settings[name]}; it should be ${value}` +
        `${book.away ? '' : ', as the question’s'}.`,
    );
  const told = untold
    .filter((name) => screen.settings[name] !== undefined)
    .map((name) => `At step ${book.step.id} ${name} is in sight; it answers the open question.`);
  return [...wrong, ...told];
}

/** No part but the one on screen may hold a copy of the settings. */
export const checkCopies = (book: Book, { copies }: Kept): string[] =>
  copies
    .filter((id) => id !== book.part.id)
    .map((id) => `Part ${id} was left, and a copy of its settings is still there.`);

/** A card that a run has just left: it ran with what was on screen, and carries a prediction only where it answers it. */
export function checkCard({ lab, story }: Walked, book: Book, before: Kept, kept: Kept): string[] {
  const card = kept.cards.at(-1);
  if (kept.cards.length !== before.cards.length + 1 || !card)
    return [`A run should have left one card more than the ${before.cards.length} before it.`];
  const wrong = differences(lab, card.parameters, book.settings).map(
    (name) =>
      `Run ${card.number} was made with ${name} ${card.parameters[name]}; on screen stood ${book.settings[name]}.`,
  );
  const step = predictIn(book.part);
  const said = step && before.progress.predictions[step.id];
  const carries = said && !book.away ? step.id : null;
  if ((card.prediction?.step ?? null) !== carries)
    wrong.push(
      `Run ${card.number} carries ${card.prediction?.step ?? 'no prediction'}; it should carry ${carries ?? 'none'}.`,
    );
  if (card.prediction && !story.parts.some((part) => predictIn(part)?.id === card.prediction!.step))
    wrong.push(`Run ${card.number} carries a prediction that the story does not ask for.`);
  return wrong;
}

/** An answered check: judged against the newest whole run with the question's settings, and nothing else. */
export function checkAnswer(
  { lab }: Walked,
  book: Book,
  before: Kept,
  after: LabProgress,
  answer: number | string,
): string[] {
  const step = book.step as CheckStep;
  const was = before.progress.checks[step.id] ?? { tries: 0, passed: false, answer: null };
  const card = isHidden(lab, book, before) ? null : newestOfQuestion(lab, book.part, before.cards);
  const right = judges(step, answer, card?.result ?? null);
  const counts = right !== null && !(right === false && was.tries > 0 && was.answer === answer);
  const expected = counts ? { tries: was.tries + 1, passed: right } : was;
  const now = after.checks[step.id] ?? { tries: 0, passed: false };
  if (now.tries === expected.tries && now.passed === expected.passed) return [];
  const words = ({ tries, passed }: { tries: number; passed: boolean | null }) =>
    `${passed ? 'right' : 'not right'} after ${tries} tries`;
  return [
    `The check ${step.id}, answered with ${answer}, is ${words(now)}; by ` +
      `${card ? `run ${card.number}` : 'no run'} it is ${words(expected)}.`,
  ];
}

/** Whether the part's question holds back what runs found. */
function isHidden(lab: Lab, { part }: Book, { progress, cards }: Kept): boolean {
  const step = predictIn(part);
  if (!step || part.resultShows === 'always') return false;
  const said = progress.predictions[step.id];
  if (!said) return true;
  if (part.resultShows === 'locked') return false;
  return !isJudged(lab, part, { step: step.id, lockedAt: said.lockedAt }, cards);
}

/** Every place that shows a verdict against the walker's own. */
export function checkShown(walked: Walked, kept: Kept, all: readonly Shown[]): string[] {
  return all.flatMap((shown) => {
    const own = ownVerdict(walked, kept, shown.step);
    if (!own) return [`${shown.where} shows a verdict of ${shown.step}, which is not locked.`];
    return (['run', 'was', 'verdict', 'score', 'hit'] as const)
      .filter((name) => shown[name] !== undefined && shown[name] !== own[name])
      .map(
        (name) =>
          `${shown.where}: of ${shown.step} it shows ${name} ${told(shown[name])}; ` +
          `by ${own.run === null ? 'the cards, none of which judges it,' : `run ${own.run}`} it is ${told(own[name])}.`,
      );
  });
}

/** What must be in sight: the box of the part's locked prediction, from the step on that asked for it. */
export function checkInSight(book: Book, { progress }: Kept, all: readonly Shown[]): string[] {
  const step = predictIn(book.part);
  if (!step || !progress.predictions[step.id]) return [];
  if (book.part.steps.indexOf(book.step) < book.part.steps.indexOf(step)) return [];
  return all.some((shown) => shown.where === 'story' && shown.step === step.id)
    ? []
    : [`The story does not show the locked prediction of ${step.id}.`];
}

/** What the other rooms must show: every prediction that is locked. */
export const checkRooms = (walked: Walked, { progress }: Kept, all: readonly Shown[]): string[] =>
  askingParts(walked.story).flatMap(({ step }) =>
    ['exercises', 'report']
      .filter((room) => !all.some(({ where, step: of }) => where === room && of === step.id))
      .filter(() => progress.predictions[step.id])
      .map((room) => `${room}: the prediction of ${step.id} is not there.`),
  );

const told = (value: unknown) => (typeof value === 'string' ? `“${value}”` : String(value));

/** What must be shown of a locked prediction, from the card that judges it, or from a formula. Null where nothing is locked. */
export function ownVerdict(
  { lab, story }: Walked,
  { progress, cards }: Kept,
  step: string,
): Required<Omit<Shown, 'where'>> | null {
  const asked = askingParts(story).find((one) => one.step.id === step);
  const said = asked && progress.predictions[step];
  if (!said) return null;
  const judge = ownJudge(lab, asked.part, { step, lockedAt: said.lockedAt }, cards);
  const nothing = {
    step,
    run: judge?.number ?? null,
    was: null,
    verdict: null,
    score: null,
    hit: null,
  };
  if (!judge && !needsNoRun(asked.step)) return nothing;
  const result = judge?.result ?? null;
  const was = outcomeOf(asked.step, result);
  const verdict = asked.step.verdict(said.value, result) || null;
  // A run that can't tell scores nothing; it may have a sentence, such as that two are the same.
  if (was === null) return { ...nothing, verdict };
  return {
    ...nothing,
    was: outcomeWords(was),
    verdict,
    score: scorePrediction(asked.step, said, was)?.words ?? null,
    hit: ownHit(asked.step, said.value, was),
  };
}

/** What a question came out as, by the walker's own reading of the card. */
const outcomeOf = (step: PredictStep, result: unknown): ReturnType<PredictStep['outcome']> =>
  (ownOutcomes[step.id] ?? step.outcome)(result as never);

/** Parts that ask, and whether the walk has had each judged: a run that can't tell has judged nothing. */
export const judgedParts = ({ lab, story }: Walked, { progress, cards }: Kept) =>
  askingParts(story).map(({ part, step }) => {
    const said = progress.predictions[step.id];
    const locking = said && { step: step.id, lockedAt: said.lockedAt };
    if (!locking || !isJudged(lab, part, locking, cards)) return { part, judged: false };
    const result = ownJudge(lab, part, locking, cards)?.result ?? null;
    return { part, judged: step.decides === true || outcomeOf(step, result) !== null };
  });
