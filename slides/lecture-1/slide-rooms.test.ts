import { describe, expect, it } from 'vitest';
import { answers, roomQuestion, ticksRight } from '../../main/contract/room-question.ts';
import type { SharedValues } from '../../main/contract/shared-state.ts';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { judgeRows, sixRows } from '../../labs/time-leak/six-rows/six-rows.ts';
import { lecture } from './deck.ts';
import { makeGroups } from './figures/breakout/groups.ts';

const slides = slidesOf(lecture);
const roomOf = async (id: string) =>
  (await slides.find((slide) => slide.id === id)!.room!()).slideRoom;
const asked = async (id: string, shared: SharedValues = {}, step = 1) => {
  const question = (await roomOf(id)).ask(shared, step);
  if (question) expect(roomQuestion.parse(question)).toEqual(question);
  return question;
};

it('a slide asks phones one thing: a poll or another question', () => {
  const asking = slides.filter(({ room }) => room);
  expect(asking.map(({ id }) => id)).toEqual([
    'stakeholders',
    'leaderboards',
    'breakout',
    'breakout-introduce',
    'breakout-projects',
    'test-data-time',
  ]);
  expect(asking.filter(({ poll }) => poll)).toEqual([]);
});

describe('test-data-time', () => {
  it('asks the six rows, with the answer that the slide and the lab give', async () => {
    const question = await asked('test-data-time');
    if (question?.kind !== 'rows') throw new Error('Not the rows.');
    const usable = judgeRows([]).map((verdict) => verdict.usable);
    expect(question.rows.map(({ right }) => right)).toEqual(usable);
    expect(question.rows).toHaveLength(sixRows.length);
    const ids = question.rows.map(({ id }) => id);
    const right = ids.filter((_, index) => usable[index]);
    expect([right, ids, []].map((ticked) => ticksRight(question, ticked))).toEqual([
      true,
      false,
      false,
    ]);
    expect(answers(question, ids)).toBe(true);
  });

  it('gives the answer away when the slide does: after Check, and at its second step', async () => {
    const { shows } = await roomOf('test-data-time');
    const picked = (checked: boolean) => ({
      'slide/test-data-time': { picked: ['2:00'], checked },
    });
    expect(shows!({}, 1)).toBe(false);
    expect(shows!(picked(false), 1)).toBe(false);
    expect(shows!(picked(true), 1)).toBe(true);
    expect(shows!({}, 2)).toBe(true);
    expect(shows!({ 'slide/test-data-time': 7 }, 1)).toBe(false);
  });
});

it('weights are asked with the slides’ own sliders: of the four people once all stand there', async () => {
  for (const step of [1, 2, 3, 4]) expect(await asked('stakeholders', {}, step)).toBeNull();
  const say = await asked('stakeholders', {}, 5);
  expect(answers(say!, { ml: 3, sales: 0, product: 1, manager: 2 })).toBe(true);
  const board = await asked('leaderboards');
  const weights = { performance: 10, latency: 0, cost: 1, interpretability: 2, robustness: 3 };
  expect(answers(board!, weights)).toBe(true);
});

describe('the breakout', () => {
  const groups = (more: object) => ({
    'breakout/groups': { names: null, people: 12, seeds: [1, 7], ...more },
  });

  it('tells each phone the group that the big screen shows for its number', async () => {
    for (const id of ['breakout', 'breakout-introduce', 'breakout-projects']) {
      const question = await asked(id, groups({ phones: true }));
      if (question?.kind !== 'group') throw new Error('Not the groups.');
      const shown = makeGroups(
        Array.from({ length: 12 }, (_, index) => index + 1),
        7,
      );
      expect(question.groups).toBe(shown.length);
      shown.forEach((members, index) => {
        for (const member of members) expect(question.groupOf[member - 1]).toBe(index + 1);
      });
      expect(question.countdown).toBeNull();
    }
  });

  it('tells no phone a group of names or of counted people: nobody knows whose phone is whose', async () => {
    expect(await asked('breakout', groups({}))).toMatchObject({ groupOf: [], groups: 0 });
    expect(await asked('breakout', groups({ names: ['Ana', 'Bo'], people: 2 }))).toMatchObject({
      groups: 0,
    });
  });

  it('asks nothing before anything is grouped or timed; the clock alone is told', async () => {
    expect(await asked('breakout')).toBeNull();
    expect(await asked('breakout', { 'breakout/groups': 'x' })).toBeNull();
    const countdown = { endsAt: 5_000, leftMs: 480_000, sound: true };
    expect(await asked('breakout', { 'breakout/countdown': countdown })).toMatchObject({
      groups: 0,
      countdown: { endsAt: 5_000, leftMs: 480_000 },
    });
  });
});
