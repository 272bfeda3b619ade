import { expect, it } from 'vitest';
import type { HostMethod } from '../../../main/contract/methods.ts';
import { closedRoom, type OpenRoom, type RoomTally } from '../../../main/contract/room.ts';
import type { RoomOutcome, RoomQuestion } from '../../../main/contract/room-question.ts';
import type { RunCard } from '../../../main/contract/run.ts';
import type { SharedValues } from '../../../main/contract/shared-state.ts';
import { lecture } from '../../../slides/lecture-1/deck.ts';
import { keptResults } from '../../../test/walk/model/kept-results.ts';
import { createHostStore, type Host } from '../../host/host.ts';
import { knownLab } from '../../model/address/lab-place.ts';
import { tinyCard } from '../../model/lab/fixture.ts';
import { findLab, labs, loadStory } from '../../model/lab/registry.ts';
import { slidesOf } from '../../model/lecture/lecture.ts';
import { followRoom } from './follow-room.ts';

const slides = slidesOf(lecture);
const known = {
  slides,
  labs: Object.fromEntries(labs.map((lab) => [lab.id, knownLab(lab, null)])),
};
const open: OpenRoom = {
  address: '127.0.0.1:4000',
  word: 'KLMQ',
  link: 'http://127.0.0.1:4000/#KLMQ',
  kind: 'here',
  name: 'lo',
  reachable: true,
  online: 0,
};

/**
 * A window of the lecture with an open room; what it tells the host is kept in order. `card`: the
 * one that the host has, for whoever asks.
 */
function follow(place: string, shared: SharedValues = {}, card: object = {}) {
  const store = createHostStore();
  const asked: (RoomQuestion | null)[] = [];
  const revealed: { id: string; shown: boolean; outcome: RoomOutcome | null }[] = [];
  const fetched: string[] = [];
  const call = (method: HostMethod, params: unknown) => {
    if (method === 'room.ask') asked.push((params as { question: RoomQuestion | null }).question);
    if (method === 'room.reveal') revealed.push(params as (typeof revealed)[0]);
    if (method === 'run.get') {
      fetched.push((params as { run: string }).run);
      return Promise.resolve(card);
    }
    return Promise.resolve({});
  };
  const report = (error: unknown) => {
    throw error;
  };
  let listed = slides;
  let changed = (): void => undefined;
  store.setState({ connection: 'open', ready: true, room: { ...closedRoom, open }, shared });
  followRoom({
    host: { store, call, report, share: () => undefined } as never as Host,
    known,
    slides: () => listed,
    onSlides: (look) => (changed = look),
    placeOf: (state) => (state.shared['place'] as string | undefined) ?? place,
  });
  const share = (more: SharedValues) =>
    store.setState((state) => ({ shared: { ...state.shared, ...more } }));
  const tell = (tally: RoomTally) =>
    store.setState((state) => ({
      room: { ...state.room, tallies: { [tally.question.id]: tally } },
    }));
  /** The lecture is saved anew, with this slide as it is now. */
  const save = (id: string, more: Partial<(typeof slides)[number]>) => {
    listed = listed.map((slide) => (slide.id === id ? { ...slide, ...more } : slide));
    changed();
  };
  return { store, asked, revealed, fetched, share, tell, save };
}

const tallyOf = (question: RoomQuestion, more: Partial<RoomTally> = {}): RoomTally => ({
  question,
  answered: 1,
  closed: false,
  shown: false,
  counts: {},
  spread: null,
  means: {},
  outcome: null,
  close: null,
  sure: [],
  run: null,
  ...more,
});

it('asks what the slide asks, once, and anew only where what windows share changes it', async () => {
  const { asked, share } = follow('#/slides/breakout');
  await expect.poll(() => asked).toEqual([null]);
  share({ 'breakout/groups': { names: null, people: 10, seeds: [3], phones: true } });
  share({ other: 1 });
  expect(asked).toMatchObject([null, { kind: 'group', groups: 2 }]);
  share({ 'breakout/groups': { names: null, people: 10, seeds: [3, 4], phones: true } });
  expect(asked).toHaveLength(3);
  expect(asked[2]).not.toEqual(asked[1]);
  // On a slide that asks nothing, nothing is asked any more.
  share({ place: '#/slides/title' });
  await expect.poll(() => asked.at(-1)).toBeNull();
});

it('tells phones which rows are right when the slide does, and leaves it to the presenter to hide them again', async () => {
  const { asked, revealed, share } = follow('#/slides/test-data-time');
  await expect.poll(() => asked).toMatchObject([{ kind: 'rows', id: 'rows/test-data-time' }]);
  expect(revealed).toEqual([]);
  share({ 'slide/test-data-time': { picked: [], checked: true } });
  await expect
    .poll(() => revealed)
    .toEqual([{ id: 'rows/test-data-time', shown: true, outcome: null }]);
  share({ 'slide/test-data-time': { picked: ['2:00'], checked: true } });
  expect(revealed).toHaveLength(1);
});

it('a question that a formula answers gets the formula’s value when it is revealed, also when it is asked anew', async () => {
  await loadStory('latency');
  const { asked, revealed, tell } = follow('#/labs/latency/convert-predict');
  await expect.poll(() => asked.length).toBe(1);
  const question = asked[0]!;
  expect(question).toMatchObject({ id: 'predict/latency/convert-predict' });
  expect(question.predicted).toMatchObject({ formula: true });
  tell(tallyOf(question));
  expect(revealed).toEqual([]);
  tell(tallyOf(question, { shown: true, closed: true }));
  await expect.poll(() => revealed.length).toBe(1);
  const { outcome } = revealed[0]!;
  expect(outcome).toMatchObject({ atLeast: false, run: null });
  // Three studies answer it.
  expect(outcome!.words).toMatch(/^[\d.−-]+, [\d.−-]+ or [\d.−-]+ %$/);
  tell(tallyOf(question, { shown: true, closed: true, outcome }));
  expect(revealed).toHaveLength(1);
  // Asked anew and revealed again.
  tell(tallyOf(question));
  tell(tallyOf(question, { shown: true, closed: true }));
  await expect.poll(() => revealed.length).toBe(2);
});

it('a run that answers is fetched once, however often its question is asked and revealed', async () => {
  await loadStory('fairness');
  const { result } = keptResults(process.cwd(), findLab('fairness')!)[0]!;
  const run = tinyCard({ lab: 'fairness', status: 'finished', complete: true }) as RunCard;
  const card = { ...run, result };
  const { store, asked, revealed, fetched, tell } = follow('#/labs/fairness/audit-run', {}, card);
  await expect.poll(() => asked.length).toBe(1);
  const tally = tallyOf(asked[0]!, { run: run.id });
  store.setState({ runs: { [run.id]: { ...run, phase: null, result: null } } });
  tell(tally);
  await expect.poll(() => revealed.length).toBe(1);
  expect(revealed[0]!.outcome).toMatchObject({ run: run.number });
  tell({ ...tally, outcome: revealed[0]!.outcome });
  tell({ ...tally });
  await expect.poll(() => revealed.length).toBe(2);
  expect(fetched).toEqual([run.id]);
});

it('a poll that is written anew while it is on screen is asked anew; another slide’s change, or none, asks nothing', async () => {
  const { asked, save } = follow('#/slides/poll-surgeon');
  await expect.poll(() => asked).toMatchObject([{ id: 'poll/surgeon' }]);
  const { poll } = slides.find(({ id }) => id === 'poll-surgeon')!;
  save('agenda', { title: 'Another' });
  save('poll-surgeon', { poll: { ...poll!, question: 'Who should operate on you?' } });
  await expect
    .poll(() => asked)
    .toMatchObject([{ id: 'poll/surgeon' }, { text: 'Who should operate on you?' }]);
  save('poll-surgeon', { poll: undefined });
  await expect.poll(() => asked).toHaveLength(3);
  expect(asked[2]).toBeNull();
});

it('rows whose answer the slide gave away are not shown again where the lecture was saved anew', async () => {
  const { asked, revealed, save, share } = follow('#/slides/test-data-time', {
    'slide/test-data-time': { picked: [], checked: true },
  });
  await expect.poll(() => revealed).toHaveLength(1);
  save('agenda', { title: 'Another' });
  save('test-data-time', { title: 'Another' });
  share({ place: '#/slides/title' });
  await expect.poll(() => asked.at(-1)).toBeNull();
  expect([asked.length, revealed.length]).toEqual([2, 1]);
});
