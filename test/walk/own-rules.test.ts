import { expect, test } from 'vitest';
import { seededRandom } from '../../labs/math/random.ts';
import { loadStory, findLab } from '../../renderer/model/lab/registry.ts';
import type { RunCard } from '../../main/contract/run.ts';
import { inWords } from './actions.ts';
import { Book } from './book.ts';
import { draw } from './draw.ts';
import { askedSettings, hasMetAnswer, isJudged, ownHit, ownJudge, predictIn } from './own-rules.ts';

const lab = findLab('fairness')!;
const story = await loadStory('fairness');
const part = story.parts[0]!;
const step = predictIn(part)!;
const asked = askedSettings(lab, part);

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const card = (number: number, second: number, more: Partial<RunCard> = {}): RunCard =>
  ({
    number,
    parameters: asked,
    prediction: null,
    status: 'finished',
    complete: true,
    startedAt: at(second),
    durationMs: 2_000,
    ...more,
  }) as RunCard;
const other = { ...asked, groupPenalty: 0 };
const locking = { step: step.id, lockedAt: at(10) };

test('the first whole run of the question’s settings after the locking judges, whatever comes before or later', () => {
  const before = card(1, 5);
  const explored = card(2, 11, { parameters: other });
  const stopped = card(3, 12, { status: 'stopped', complete: false });
  const cards = [before, explored, stopped];
  expect(ownJudge(lab, part, locking, cards)).toBeNull();
  expect(ownJudge(lab, part, locking, [...cards, card(4, 20), card(5, 30)])?.number).toBe(4);
});

test('where results are shown first, the newest run that had ended judges', () => {
  const seen = { ...part, resultShows: 'always' as const };
  expect(ownJudge(lab, seen, locking, [card(1, 2), card(2, 5), card(3, 20)])?.number).toBe(2);
  // One that was under way when it was said had not been seen.
  expect(ownJudge(lab, seen, locking, [card(1, 9), card(2, 20)])?.number).toBe(1);
});

test('where a formula answers no run judges, and what was said is judged at once', () => {
  const formula = {
    ...part,
    steps: part.steps.map((one) =>
      one.kind === 'predict' ? { ...one, needsRun: false as const } : one,
    ),
  };
  expect(ownJudge(lab, formula, locking, [card(1, 20)])).toBeNull();
  expect([formula, part].map((of) => isJudged(lab, of, locking, []))).toEqual([true, false]);
  expect([formula, part].map((of) => hasMetAnswer(lab, of, locking, []))).toEqual([true, false]);
});

test('a number is close by the scale that it was asked on', () => {
  const linear = {
    input: { kind: 'number', min: 0, max: 1, step: 0.01, scale: 'linear' },
  } as never;
  const log = { input: { kind: 'number', min: 1, max: 1000, step: 1, scale: 'log' } } as never;
  expect([0.65, 0.66].map((said) => ownHit(linear, said, 0.6))).toEqual([true, false]);
  expect([125, 126].map((said) => ownHit(log, said, 100))).toEqual([true, false]);
  expect([99, 101].map((said) => ownHit(log, said, { atLeast: 100 }))).toEqual([false, null]);
});

test('each part has its own world: what was explored in one has ended when one comes back', () => {
  const book = new Book(lab, story);
  const seen = () => book.settings['groupPenalty'];
  book.note({ kind: 'step', step: 'audit-explore' });
  book.note({ kind: 'offer', preset: 'fair-labels' });
  expect(seen()).toBe(0);
  book.note({ kind: 'step', step: 'audit-check' });
  expect(seen()).toBe(1.1);
  book.note({ kind: 'step', step: 'audit-explore' });
  expect(seen()).toBe(0);
  book.note({ kind: 'part', part: 'delete' });
  book.note({ kind: 'part', part: 'audit' });
  book.note({ kind: 'step', step: 'audit-explore' });
  expect(seen()).toBe(1.1);
  book.note({ kind: 'link', step: 'audit-predict', preset: null, parameters: { groupPenalty: 2 } });
  expect(seen()).toBe(1.1);
  book.note({ kind: 'turn', forward: true });
  book.note({ kind: 'step', step: 'audit-explore' });
  expect(seen()).toBe(2);
});

test('a seed draws the same actions again', () => {
  const kept = {
    progress: { done: [], predictions: {}, checks: {}, reflections: {} },
    cards: [],
    copies: [],
  };
  const drawn = (seed: number) => {
    const book = new Book(lab, story);
    return Array.from({ length: 30 }, (_, n) => {
      const action = draw(
        { lab, story, book, kept, runsLeft: 9, quick: true },
        seededRandom(seed).fork(`action ${n}`),
      );
      book.note(action);
      return inWords(action);
    });
  };
  expect(drawn(3)).toEqual(drawn(3));
  expect(drawn(3)).not.toEqual(drawn(4));
});
