import { expect, test } from 'vitest';
import type { RunCard } from '../../main/contract/run.ts';
import { tinyCard, tinyRun } from '../model/lab/fixture.ts';
import { createCardCache, keptUnheld } from './card-cache.ts';
import { createHostStore, type Host } from './host.ts';

/** A host that answers when it is told to. */
function open() {
  const store = createHostStore();
  const asked: { run: string; answer: (card: RunCard) => void; fail: () => void }[] = [];
  const call = ((_method: string, { run }: { run: string }) =>
    new Promise((resolve, reject) =>
      asked.push({ run, answer: resolve, fail: () => reject(new Error('not there')) }),
    )) as unknown as Host['call'];
  const cards = createCardCache({ store, call });
  const list = (...runs: ReturnType<typeof tinyRun>[]) =>
    store.setState({ runs: Object.fromEntries(runs.map((run) => [run.id, run])) });
  return { store, asked, cards, list };
}
const card = tinyCard();

test('a card is fetched once, also when two ask at the same time', async () => {
  const { cards, asked } = open();
  const both = [cards.get(card.id), cards.get(card.id)];
  asked[0]!.answer(card);
  expect(await Promise.all(both)).toEqual([card, card]);
  expect(await cards.get(card.id)).toBe(card);
  expect(cards.store.getState()).toEqual({ [card.id]: card });
  expect(asked).toHaveLength(1);
});

test('a failure is told and not kept', async () => {
  const { cards, asked } = open();
  const first = cards.get(card.id);
  asked[0]!.fail();
  await expect(first).rejects.toThrow('not there');
  const second = cards.get(card.id);
  asked[1]!.answer(card);
  expect(await second).toEqual(card);
});

test('the card of a removed run is let go, and an answer under way is not kept', async () => {
  const { cards, asked, list } = open();
  list(tinyRun());
  const first = cards.get(card.id);
  asked[0]!.answer(card);
  await first;
  list();
  expect(cards.store.getState()).toEqual({});
  list(tinyRun());
  const second = cards.get(card.id);
  list();
  asked[1]!.answer(card);
  await second;
  expect(cards.store.getState()).toEqual({});
});

test('a run that is under way leaves no card yet, and one that ended since is asked for anew', async () => {
  const { cards, asked, list } = open();
  list(tinyRun({ status: 'running' }));
  const first = cards.get(card.id);
  list(tinyRun({ status: 'finished' }));
  const second = cards.get(card.id);
  asked[1]!.answer(card);
  asked[0]!.answer(tinyCard({ status: 'running', complete: false }));
  await Promise.all([first, second]);
  expect(cards.store.getState()).toEqual({ [card.id]: card });
});

test('a card follows its run’s pin without being fetched again', async () => {
  const { cards, asked, list } = open();
  list(tinyRun());
  const first = cards.get(card.id);
  list(tinyRun({ pinned: true }));
  asked[0]!.answer(card);
  await first;
  expect(cards.store.getState()[card.id]!.pinned).toBe(true);
  list(tinyRun({ pinned: false }));
  expect(cards.store.getState()[card.id]!.pinned).toBe(false);
  expect(asked).toHaveLength(1);
});

test('the list that says nothing new leaves every card as it is', async () => {
  const { cards, asked, list } = open();
  list(tinyRun());
  const first = cards.get(card.id);
  asked[0]!.answer(card);
  await first;
  const before = cards.store.getState();
  list(tinyRun({ result: null }), tinyRun({ number: 2, status: 'running' }));
  expect(cards.store.getState()).toBe(before);
});

test('of those that nobody holds the oldest are let go', async () => {
  const { cards, asked } = open();
  const fetch = async (number: number) => {
    const answer = cards.get(`run-${number}-aaaa`);
    asked.at(-1)!.answer(tinyCard({ number }));
    await answer;
  };
  const first = cards.hold(['run-1-aaaa']);
  const second = cards.hold(['run-1-aaaa', 'run-2-aaaa']);
  for (let number = 1; number <= keptUnheld + 3; number++) await fetch(number);
  const here = () => Object.keys(cards.store.getState());
  expect(here()).toHaveLength(keptUnheld + 2);
  expect(here()).not.toContain('run-3-aaaa');
  second();
  second();
  expect(here()).toHaveLength(keptUnheld + 1);
  expect(here()).toContain('run-1-aaaa');
  first();
  expect(here()).toHaveLength(keptUnheld);
  expect(here()).not.toContain('run-1-aaaa');
});
