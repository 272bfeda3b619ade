import type { SlideRoom } from '../../../../renderer/model/lecture/slide-room.ts';
import { loudest } from './leaderboard/leaderboard-ranking.ts';
import { sayStep } from './say.ts';

export const stakeholdersId = 'weights/stakeholders';

/** How much each stakeholder counts, on phones: once all four stand on the slide. */
export const slideRoom: SlideRoom = {
  ask: (_shared, step) =>
    step < sayStep
      ? null
      : {
          kind: 'weights',
          id: stakeholdersId,
          text: 'How much should each of them have to say?',
          criteria: [
            { id: 'ml', label: 'ML team: highest accuracy' },
            { id: 'sales', label: 'Sales: what sells more ads' },
            { id: 'product', label: 'Product: fastest inference' },
            { id: 'manager', label: 'Manager: maximum profit' },
          ],
          max: loudest,
          predicted: null,
        },
};
