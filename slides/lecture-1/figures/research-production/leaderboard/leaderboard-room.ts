import type { SlideRoom } from '../../../../../renderer/model/lecture/slide-room.ts';
import { criteria, heaviest } from './leaderboard-ranking.ts';

export const leaderboardId = 'weights/leaderboards';

/** What a leaderboard should count, on phones. */
export const slideRoom: SlideRoom = {
  ask: () => ({
    kind: 'weights',
    id: leaderboardId,
    text: 'How much should a leaderboard count each of these?',
    criteria: criteria.map(({ id, label }) => ({ id, label })),
    max: heaviest,
    predicted: null,
  }),
};
