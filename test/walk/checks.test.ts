import { expect, test } from 'vitest';
import { findLab, labs, loadStory } from '../../renderer/model/lab/registry.ts';
import { Book } from './book.ts';
import {
  checkCopies,
  checkInSight,
  checkRooms,
  checkScreen,
  checkShown,
  judgedParts,
} from './checks.ts';
import { isTaught } from '../labs/taught.ts';
import type { Kept } from './driver.ts';
import { keptResults } from './model/kept-results.ts';
import { account, runsWithin } from './entry.ts';
import { ownOutcomes } from './own-outcomes.ts';
import { askedSettings, askingParts, predictIn } from './own-rules.ts';

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

test('an outcome is the walker’s own: a question that reads another number is wrong', () => {
  const parts = story.parts.map((one) => ({
    ...one,
    steps: one.steps.map((other) =>
      other.kind === 'predict' ? { ...other, outcome: () => 0.99 } : other,
    ),
  }));
  const lying = { lab, story: { parts } };
  expect(
    checkShown(lying, kept, [{ where: 'story', step: step.id, run: 3, was: '0.99' }]),
  ).toHaveLength(1);
});

test.each(labs.map(({ id }) => id).filter(isTaught))('every question of %s has one', async (id) => {
  for (const { step: asking } of askingParts(await loadStory(id)))
    expect(Object.keys(ownOutcomes)).toContain(asking.id);
});

test('a run that can’t tell has judged nothing, but for a decision', () => {
  const parts = (over: object) => ({
    lab,
    story: {
      parts: story.parts.slice(0, 1).map((one) => ({
        ...one,
        steps: one.steps.map((other) =>
          other.kind === 'predict'
            ? { ...other, id: 'unknown', outcome: () => null, ...over }
            : other,
        ),
      })),
    },
  });
  const said = kept.progress.predictions[step.id]!;
  const locked = {
    ...kept,
    progress: { ...kept.progress, predictions: { unknown: said } },
  };
  expect(judgedParts(parts({}), locked).map(({ judged }) => judged)).toEqual([false]);
  expect(judgedParts(parts({ decides: true }), locked).map(({ judged }) => judged)).toEqual([true]);
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
