import { expect, test } from 'vitest';
import { findLab, loadStory } from '../../renderer/model/lab/registry.ts';
import { Book } from './book.ts';
import { checkCopies, checkInSight, checkRooms, checkScreen, checkShown } from './checks.ts';
import type { Kept } from './driver.ts';
import { keptResults } from './model/kept-results.ts';
import { account, runsWithin } from './entry.ts';
import { askedSettings, predictIn } from './own-rules.ts';

const lab = findLab('fairness')!;
const story = await loadStory('fairness');
const walked = { lab, story };
const part = story.parts[0]!;
const step = predictIn(part)!;
const lockedAt = '2026-01-01T00:00:10.000Z';
const { result } = keptResults(process.cwd(), lab)[0]!;
const card = {
  number: 3,
  parameters: askedSettings(lab, part),
  prediction: null,
  status: 'finished',
  complete: true,
  startedAt: '2026-01-01T00:00:20.000Z',
  durationMs: 1_000,
  result,
};
const kept = {
  progress: {
    done: [],
    predictions: { [step.id]: { value: 0.5, lockedAt, usedBy: null } },
    checks: {},
    reflections: {},
  },
  cards: [card],
  copies: [],
} as unknown as Kept;

test('a setting that is not the question’s, or can’t be read, is wrong', () => {
  const book = new Book(lab, story);
  const settings = { ...book.settings, zoneLink: 0.7 };
  expect(checkScreen(book, { step: 'audit-read', settings })).toEqual([
    'At step audit-read zoneLink is 0.7; it should be 0.85, as the question’s.',
  ]);
  expect(checkScreen(book, { step: 'audit-read', settings: {} })).toHaveLength(
    Object.keys(settings).length,
  );
  expect(checkScreen(book, { step: 'audit-check', settings })).toEqual([
    'On screen is step audit-check; it should be audit-read.',
  ]);
});

test('a copy of a part that was left is wrong', () => {
  const book = new Book(lab, story);
  expect(checkCopies(book, { ...kept, copies: ['audit'] })).toEqual([]);
  expect(checkCopies(book, { ...kept, copies: ['flip'] })).toHaveLength(1);
});

test('a verdict is compared with that of the card that judges; a place that shows none is missed', () => {
  const right = { where: 'story', step: step.id, run: 3, verdict: step.verdict(0.5, result) };
  expect(checkShown(walked, kept, [right])).toEqual([]);
  expect(checkShown(walked, kept, [{ ...right, run: 4 }]).join()).toMatch(
    /run 4; by run 3 it is 3/,
  );
  expect(checkShown(walked, kept, [{ ...right, verdict: null }])).toHaveLength(1);
  expect(checkShown(walked, { ...kept, cards: [] }, [right]).join()).toMatch(
    /none of which judges/,
  );
  expect(checkRooms(walked, kept, [{ where: 'report', step: step.id }])).toEqual([
    `exercises: the prediction of ${step.id} is not there.`,
  ]);
  const book = new Book(lab, story);
  expect(checkInSight(book, kept, [])).toEqual([]);
  book.note({ kind: 'step', step: 'audit-check' });
  expect(checkInSight(book, kept, [])).toHaveLength(1);
  expect(checkInSight(book, kept, [right])).toEqual([]);
});

test('runs are planned by how long a lab’s run takes and how many settings are asked about', () => {
  expect(runsWithin({ ...lab, expectedSeconds: 3 }, story)).toBe(5);
  expect(runsWithin({ ...lab, expectedSeconds: 15 }, story)).toBe(1);
});

test('what is wrong is told with the steps that led there and the command that repeats them', () => {
  const walked = { steps: ['press ]', 'run to the end'], runs: 1, runMs: 0, judged: 0, asking: 1 };
  expect(account('latency', 7, { ...walked, wrong: ['It should be 1.'] }).split('\n')).toEqual([
    '   1. press ]',
    '   2. run to the end',
    'Wrong: It should be 1.',
    'Again: npm run walk -- --lab latency --seed 7',
  ]);
});
