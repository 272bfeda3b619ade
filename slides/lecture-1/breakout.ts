import type { LecturePart } from '../../renderer/model/lecture/lecture.ts';

export const breakout: LecturePart = {
  id: 'breakout',
  title: 'Breakout exercise',
  minutes: 12,
  load: () => import('./breakout.mdx'),
  slides: [
    {
      id: 'breakout',
      title: 'Eight minutes in groups of five',
      also: 'countdown timer groups teams class list roster names',
      steps: 2,
    },
    { id: 'breakout-introduce', title: 'First, tell each other who you are', steps: 1 },
    { id: 'breakout-projects', title: 'Then, talk about your project', steps: 1 },
  ],
  sources: [],
};
