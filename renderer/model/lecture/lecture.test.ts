import { expect, it } from 'vitest';
import { slidesOf, stepShown, type Lecture } from './lecture.ts';

const lecture: Lecture = {
  id: 'test',
  title: 'Test',
  course: 'Tests',
  parts: [
    {
      id: 'one',
      title: 'One',
      minutes: 5,
      sources: [],
      slides: [{ id: 'a', title: 'A', steps: 3 }],
    },
    { id: 'none', title: 'None', minutes: 5, sources: [], slides: [] },
    {
      id: 'two',
      title: 'Two',
      minutes: 5,
      sources: [],
      slides: [
        { id: 'b', title: 'B', steps: 2 },
        { id: 'c', title: 'C', steps: 4 },
      ],
    },
  ],
};
const [a, b, c] = slidesOf(lecture) as [
  ReturnType<typeof slidesOf>[0],
  ReturnType<typeof slidesOf>[0],
  ReturnType<typeof slidesOf>[0],
];

it('numbers slides through the parts and skips a part that has none', () => {
  expect([a, b, c].map((slide) => [slide.number, slide.part.id])).toEqual([
    [1, 'one'],
    [2, 'two'],
    [3, 'two'],
  ]);
});

it('shows passed slides complete, coming ones at their start', () => {
  expect([a, b, c].map((slide) => stepShown(slide, b, 2))).toEqual([3, 2, 1]);
});

it('never shows a step that a slide does not have', () => {
  expect(stepShown(b, b, 0)).toBe(1);
  expect(stepShown(b, b, 9)).toBe(2);
});
