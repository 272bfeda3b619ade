import { describe, expect, it } from 'vitest';
import { slidesOf, type Lecture } from '../../../model/lecture/lecture.ts';
import { behindMs, hint, paceOf, paceWords, planOf, stepSpan } from './pace.ts';

const minute = 60_000;
const lecture = {
  parts: [
    {
      id: 'a',
      title: 'Opening',
      minutes: 10,
      slides: [
        { id: 'a1', steps: 1 },
        { id: 'a2', steps: 4 },
      ],
    },
    { id: 'none', title: 'Nothing yet', minutes: 50, slides: [] },
    {
      id: 'b',
      title: 'Breakout',
      minutes: 30,
      slides: [
        { id: 'b1', steps: 1 },
        { id: 'b2', steps: 1, lab: {} },
        { id: 'b3', steps: 1 },
      ],
    },
  ],
} as unknown as Lecture;
const slides = slidesOf(lecture);
const plan = planOf(slides, 80);
const noon = new Date(2026, 0, 5, 12, 0).getTime();

describe('the plan', () => {
  it('scales the parts’ minutes to the planned length; parts without slides take none', () => {
    expect(
      plan.parts.map(({ title, startMs, endMs }) => [title, startMs / minute, endMs / minute]),
    ).toEqual([
      ['Opening', 0, 20],
      ['Breakout', 20, 80],
    ]);
    expect(
      plan.slides.map(({ id, startMs, endMs }) => [id, startMs / minute, endMs / minute]),
    ).toEqual([
      ['a1', 0, 10],
      ['a2', 10, 20],
      ['b1', 20, 35],
      ['b2', 35, 65],
      ['b3', 65, 80],
    ]);
  });
  const lengths = (own: Record<string, number>, planned = 80) => {
    const { slides: all, parts, endMs } = planOf(slides, planned, own);
    const minutes = all.map(({ startMs, endMs: to }) => (to - startMs) / minute);
    return { minutes, parts: parts.map((part) => part.endMs / minute), end: endMs / minute };
  };
  it('a slide’s own minutes stand, and the others share what is left as before', () =>
    expect(lengths({ a1: 30 * 60 })).toEqual({
      minutes: [30, 50 / 7, 75 / 7, 150 / 7, 75 / 7].map((value) => expect.closeTo(value, 9)),
      parts: [expect.closeTo(30 + 50 / 7, 9), expect.closeTo(80, 9)],
      end: expect.closeTo(80, 9),
    }));
  it('own minutes that are more than the lecture leave nothing to the others, and too few end early', () => {
    expect(lengths({ a1: 50 * 60, b2: 40 * 60 })).toEqual({
      minutes: [50, 0, 0, 40, 0],
      parts: [50, 90],
      end: 90,
    });
    const all = { a1: 60, a2: 60, b1: 60, b2: 60, b3: 60 };
    expect(lengths(all)).toMatchObject({ minutes: [1, 1, 1, 1, 1], end: 5 });
  });
  it('without minutes of parts, slides share by weight alone', () => {
    const none = slides.map((slide) => ({ ...slide, part: { ...slide.part, minutes: 0 } }));
    expect(planOf(none, 60).endMs).toBeCloseTo(60 * minute, 6);
  });
  it('gives each step its share of the slide', () => {
    expect(stepSpan(plan, 'a2', 3)).toEqual({ startMs: 15 * minute, endMs: 17.5 * minute });
    expect(stepSpan(plan, 'a2', 99)).toEqual({ startMs: 17.5 * minute, endMs: 20 * minute });
    expect(stepSpan(planOf([], 80), 'gone', 1)).toEqual({ startMs: 0, endMs: 0 });
  });
});

describe('the pace', () => {
  it('follows the presenter’s own minutes', () => {
    const own = planOf(slides, 80, { a1: 5 * 60 });
    const behind = (where: typeof plan) => behindMs(stepSpan(where, 'a1', 1), 8 * minute);
    expect([behind(plan), behind(own)].map(paceWords)).toEqual(['on time', '3 min behind']);
  });
  const at = (slide: string, elapsed: number) =>
    behindMs(stepSpan(plan, slide, 1), elapsed * minute);
  it.each([
    ['b1', 30, 'on time'],
    ['b1', 35.2, 'on time'],
    ['b1', 37 + 1 / 6, '2 min 10 s behind'],
    ['b1', 17, '3 min ahead'],
    ['a1', 10.5, '30 s behind'],
    ['b1', 95, '60 min behind'],
  ])('at %s after %f min: %s', (slide, elapsed, words) =>
    expect(paceWords(at(slide, elapsed))).toBe(words),
  );
  it('calls a quarter of a minute nothing', () =>
    expect([paceOf(14_999), paceOf(15_000), paceOf(-15_000)]).toEqual([
      'on time',
      'behind',
      'ahead',
    ]));
});

describe('the hint', () => {
  const say = (slide: string, step: number, elapsed: number) =>
    hint(plan, slide, step, elapsed * minute, noon);
  it('names the slides to skip, not those with a lab, and when the next part begins', () => {
    expect(say('a1', 1, 12)).toBe('Skip slide 2 to reach Breakout on time, at 12:08.');
    expect(say('b1', 1, 45)).toBe('Skip slide 5 to reach the end on time, at 12:35.');
  });
  it('says how much each slide may take where skipping does not help', () => {
    expect(say('b1', 1, 70)).toBe('Give each of the 2 slides left 5 min, and you end on time.');
    expect(say('a2', 4, 40)).toBe(
      'Give each of the 3 slides left 13 min 20 s, and you end on time.',
    );
    expect(say('b3', 1, 79)).toBe('The lecture ends at 12:01.');
  });
  it('never tells anybody to show a slide in no time', () => {
    expect(say('b1', 1, 79.9)).toBe(
      'Less than 20 s is left for each of the 2 slides after this one. Come to the end.',
    );
  });
  it('says when the next part begins, that there is time, and that it is over', () => {
    expect(say('a2', 1, 11)).toBe('Breakout begins at 12:09.');
    expect(say('a2', 1, 5)).toBe('Time for a question: Breakout is planned for 12:15.');
    expect(say('b3', 1, 81)).toBe('The planned time is over. Close, or plan for longer.');
    expect(say('gone', 1, 1)).toBe('');
  });
});
