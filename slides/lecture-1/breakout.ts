import type { LecturePart } from '../../renderer/model/lecture/lecture.ts';

export const breakout: LecturePart = {
  id: 'breakout',
  title: 'Breakout exercise',
  minutes: 12,
  load: () => import('./breakout.mdx'),
  slides: [
    {
      id: 'breakout',
      title: 'Eight minutes for your own idea',
      also: 'countdown timer groups teams class list roster names',
      steps: 2,
    },
    { id: 'breakout-introduce', title: 'First, find out who is here', steps: 1 },
    { id: 'breakout-projects', title: 'Then, what would you build?', steps: 1 },
  ],
  sources: [],
};
