import type { LecturePart } from '../../renderer/model/lecture/lecture.ts';

const room = () => import('./figures/breakout/breakout-room-question.ts');

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
      room,
    },
    { id: 'breakout-introduce', title: 'In your group: introduce yourselves', steps: 1, room },
    { id: 'breakout-projects', title: 'In your group: what would you build?', steps: 1, room },
  ],
  sources: [],
};
