import type { LecturePart } from '../../renderer/deck/lecture.ts';

/** The five rows of the comparison table; each `table-n` slide adds the next. */
const row = (at: number) => ({ name: 'Row', at, of: 5 });

export const researchProduction: LecturePart = {
  id: 'research-production',
  title: 'Research vs production',
  minutes: 22,
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
  sources: [],
};
