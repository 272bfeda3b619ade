import type { LecturePart } from '../../renderer/model/lecture/lecture.ts';

export const opening: LecturePart = {
  id: 'opening',
  title: 'Opening',
  minutes: 3,
  load: () => import('./opening.mdx'),
  slides: [
    { id: 'title', title: 'Understanding ML production', steps: 1 },
    { id: 'agenda', title: 'The five parts of this lecture', steps: 1 },
  ],
  sources: [],
};
