import { expect, test } from 'vitest';
import { createCardCache } from '../../host/card-cache.ts';
import { createHostStore, type Host } from '../../host/host.ts';
import { tinyCard, tinyStory } from '../../model/lab/fixture.ts';
import { stepOf } from '../../model/prediction/pair.ts';
import { Outcomes, type Job } from './outcomes.ts';

const job = (run: string | null): Job => ({
  story: tinyStory,
  prediction: {
    part: tinyStory.parts[0]!,
    step: stepOf(tinyStory, 'one-predict')!,
    said: { value: 3, lockedAt: '2026-01-01T00:00:00.000Z', usedBy: run },
  },
  run,
});

/** A host whose cards can be had or not. */
function playedHost() {
  const asked: string[] = [];
  const played = { asked, answers: true };
  const call = ((_method: string, { run }: { run: string }) => {
    asked.push(run);
    return played.answers
      ? Promise.resolve(tinyCard({ id: run, result: run === 'silent' ? null : { n: 1 } }))
      : Promise.reject(new Error('gone'));
  }) as unknown as Host['call'];
  return { played, card: createCardCache({ store: createHostStore(), call }).get };
}
const always = () => true;
const nothing = () => undefined;
const known = { state: 'known', was: 1, score: { hit: false } };

test('a card that could not be had is asked for again, and then the outcome is there', async () => {
  const { played, card } = playedHost();
  const outcomes = new Outcomes();
  const jobs = [job('run-a')];
  expect(outcomes.of(jobs[0]!, true)).toEqual({ state: 'waiting' });
  played.answers = false;
  await outcomes.fetch(jobs, card, nothing, always);
  expect(outcomes.of(jobs[0]!, true)).toEqual({ state: 'unread' });
  played.answers = true;
  await outcomes.fetch(jobs, card, nothing, always);
  expect(outcomes.of(jobs[0]!, true)).toMatchObject(known);
});

test('each run is asked once, however many predictions it judges', async () => {
  const { played, card } = playedHost();
  const outcomes = new Outcomes();
  const jobs = [job('run-a'), job('run-a'), job('run-b'), job(null)];
  let heard = 0;
  await outcomes.fetch(jobs, card, () => (heard += 1), always);
  await outcomes.fetch(jobs, card, nothing, always);
  expect(played.asked).toEqual(['run-a', 'run-b']);
  expect(heard).toBe(2);
  expect(jobs.map((one) => outcomes.of(one, true))).toMatchObject([
    known,
    known,
    known,
    { state: 'none' },
  ]);
});

test('what a run said stays although another could not be read', async () => {
  const { played, card } = playedHost();
  const outcomes = new Outcomes();
  await outcomes.fetch([job('run-b')], card, nothing, always);
  played.answers = false;
  await outcomes.fetch([job('run-a'), job('run-b')], card, nothing, always);
  expect(outcomes.of(job('run-a'), true)).toEqual({ state: 'unread' });
  expect(outcomes.of(job('run-b'), true)).toMatchObject(known);
});

test('a run that was read and does not answer is another thing than one that was not', async () => {
  const { card } = playedHost();
  const outcomes = new Outcomes();
  await outcomes.fetch([job('silent')], card, nothing, always);
  expect(outcomes.of(job('silent'), true)).toEqual({ state: 'known', was: null, score: null });
});

test('it stops when nobody waits any more', async () => {
  const { played, card } = playedHost();
  await new Outcomes().fetch([job('run-a'), job('run-b')], card, nothing, () => false);
  expect(played.asked).toEqual(['run-a']);
});

test('without a run there is none, once the list is whole', () => {
  const outcomes = new Outcomes();
  expect(outcomes.of(job(null), false)).toEqual({ state: 'waiting' });
  expect(outcomes.of(job(null), true)).toEqual({ state: 'none' });
});
