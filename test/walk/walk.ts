import { seededRandom } from '../../labs/math/random.ts';
import { inWords, type Action } from './actions.ts';
import { Book } from './book.ts';
import {
  checkAnswer,
  checkCard,
  checkCopies,
  checkInSight,
  checkRooms,
  checkScreen,
  checkShown,
  judgedParts,
  type Walked,
} from './checks.ts';
import { answersOf } from './answers.ts';
import { draw, unjudged, type Situation } from './draw.ts';
import type { Driver, Kept } from './driver.ts';
import { untoldSettings } from './own-rules.ts';

/** How a lab is walked through. */
export interface WalkOptions extends Walked {
  driver: Driver;
  seed: number;
  /** Random actions before the questions that are still open are answered. */
  actions: number;
  /** So many of these may be runs to the end. */
  runs: number;
  /** Only runs that take no longer than the question's own go to their end. */
  quick: boolean;
  /** So long may what an action brings take to be on screen (milliseconds). */
  patienceMs: number;
  /** The other rooms are looked at after so many actions; and at the end. */
  lookEvery: number;
  say?: (what: string) => void;
}

export interface Walk {
  /** What was done, in words, in order. */
  steps: string[];
  runs: number;
  /** What the runs took, all together: the rest of a walk's time is pressing and reading. */
  runMs: number;
  /** Parts whose question was judged, and how many ask. */
  judged: number;
  asking: number;
  /** Empty where all was right; else what the last step showed. */
  wrong: string[];
}

/** Walks through a lab and compares what it shows after each action with what it should. Stops at the first thing that is wrong. */
export async function walk(options: WalkOptions): Promise<Walk> {
  const { lab, story, driver, seed, say = () => undefined } = options;
  const random = seededRandom(seed).fork(lab.id);
  const book = new Book(lab, story);
  const steps: string[] = [];
  let kept = await driver.kept();
  let runsLeft = options.runs;
  const situation = (): Situation => ({ lab, story, book, kept, runsLeft, quick: options.quick });

  const take = async (action: Action, everywhere: boolean): Promise<string[]> => {
    steps.push(inWords(action));
    say(`${lab.id} ${steps.length}: ${steps.at(-1)}`);
    const before = kept;
    try {
      await driver.act(action);
    } catch (error) {
      return [...driver.faults(), `It could not be done: ${firstLine(error)}`];
    }
    book.note(action);
    if (action.kind === 'run') runsLeft -= 1;
    const wrong = await settled(async () => {
      kept = await driver.kept();
      const shown = await driver.shown(everywhere);
      return [
        ...checkScreen(
          book,
          await driver.screen(),
          untoldSettings(lab, book.part, kept.progress, kept.cards),
        ),
        ...checkCopies(book, kept),
        ...checkAction(options, book, action, before, kept),
        ...checkInSight(book, kept, shown),
        ...checkShown(options, kept, shown),
      ];
    }, options.patienceMs);
    return [...driver.faults(), ...wrong];
  };

  const ended = (wrong: string[]): Walk => {
    const parts = judgedParts(options, kept);
    return {
      steps,
      runs: kept.cards.length,
      runMs: kept.cards.reduce((sum, { durationMs }) => sum + durationMs, 0),
      judged: parts.filter(({ judged }) => judged).length,
      asking: parts.length,
      wrong,
    };
  };

  for (let n = 1; n <= options.actions; n += 1) {
    // A stream for each action: what one of them draws moves no other.
    const action = draw(situation(), random.fork(`action ${n}`));
    const wrong = await take(action, n % options.lookEvery === 0);
    if (wrong.length > 0) return ended(wrong);
  }
  for (const action of answersOf(situation, (what) => random.fork(`answer ${what}`))) {
    const wrong = await take(action, false);
    if (wrong.length > 0) return ended(wrong);
  }
  const wrong = await settled(async () => {
    const shown = await driver.shown(true);
    return [...checkRooms(options, kept, shown), ...checkShown(options, kept, shown)];
  }, options.patienceMs);
  const open = unjudged(situation()).map(({ id }) => `No run judges the question of part ${id}.`);
  return ended([...wrong, ...open]);
}

/**
 * Looks until nothing is wrong any more, for as long as patience lasts: a screen follows a moment later. A screen that can't be read is
 * wrong as well.
 */
async function settled(look: () => Promise<string[]>, patienceMs: number): Promise<string[]> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const wrong = await look().catch((error: unknown) => [
      `What is shown could not be read: ${firstLine(error)}`,
    ]);
    if (wrong.length === 0 || performance.now() >= end) return wrong;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const firstLine = (error: unknown) => (error as Error).message.split('\n')[0]!;

function checkAction(
  walked: Walked,
  book: Book,
  action: Action,
  before: Kept,
  kept: Kept,
): string[] {
  if (action.kind === 'run' || action.kind === 'break-off')
    return checkCard(walked, book, before, kept);
  if (action.kind === 'check')
    return checkAnswer(walked, book, before, kept.progress, action.answer);
  return [];
}
