import type { Lecture } from '../../renderer/deck/lecture.ts';

/** The five rows of the comparison table; each `table-n` slide adds the next. */
const row = (at: number) => ({ name: 'Row', at, of: 5 });

/** Lecture 1, in the order it is given. A part without slides is announced in the agenda and leads nowhere yet. */
export const lecture: Lecture = {
  id: 'lecture-1',
  title: 'Understanding ML production',
  course: 'Machine Learning Systems Design',
  parts: [
    {
      id: 'opening',
      title: 'Opening',
      load: () => import('./opening.mdx'),
      slides: [
        { id: 'title', title: 'Understanding ML production', steps: 1 },
        { id: 'agenda', title: 'Five parts, from the course to its myths', steps: 1 },
      ],
    },
    { id: 'overview', title: 'Course overview', slides: [] },
    {
      id: 'research-production',
      title: 'Research vs production',
      load: () => import('./research-production.mdx'),
      slides: [
        { id: 'table-1', title: 'Research has one goal, production has many', steps: 1, row: row(1) },
        {
          id: 'stakeholders', title: 'One product, four different best models', steps: 4,
          lab: { id: 'latency', step: 'decide', cue: 'which model would you ship?' },
        },
        { id: 'table-2', title: 'Research is in a hurry to train, production to answer', steps: 1, row: row(2) },
        {
          id: 'latency-matters', title: 'A slower answer loses customers', steps: 3,
          lab: { id: 'latency', step: 'convert', cue: 'what do your milliseconds cost?' },
        },
        {
          id: 'latency-throughput', title: 'One by one, or by the batch', steps: 3,
          lab: { id: 'latency', step: 'batch', cue: 'what do batches buy?' },
        },
      ],
    },
    { id: 'breakout', title: 'Breakout exercise', slides: [] },
    { id: 'ml-vs-software', title: 'ML systems vs traditional software', slides: [] },
    { id: 'myths', title: 'ML production myths', slides: [] },
  ],
};
