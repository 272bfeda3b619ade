import type { LecturePart, SlidePoll } from '../../renderer/deck/lecture.ts';

/** The five rows of the comparison table; each `table-n` slide adds the next. */
const row = (at: number) => ({ name: 'Row', at, of: 5 });

/** Poll 2, after Hinton's question of 2020. Both rates are made up, as he said; the labels say them. */
const surgeon: SlidePoll = {
  id: 'surgeon',
  question: 'You need surgery. Which would you want as your surgeon?',
  options: [
    { id: 'ai', label: 'An AI that nobody can look inside: it cures 90 %', short: 'The AI' },
    { id: 'human', label: 'A human who can explain: she cures 80 %', short: 'The human' },
  ],
};

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
    { id: 'poll-surgeon', title: 'Who should hold the knife?', steps: 1, poll: surgeon },
  ],
  sources: [],
};
