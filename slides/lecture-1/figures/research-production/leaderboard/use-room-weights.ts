import {
  useRoomQuestion,
  type AskedRoom,
} from '../../../../../renderer/shared/room/use-room-question.ts';

export interface RoomWeights<K extends string> extends AskedRoom {
  /** The room's mean, while it ranks; null while the slide's own weights do. */
  weights: Record<K, number> | null;
}

/** What the room gave each of these weights; null where it was not asked. */
export function useRoomWeights<K extends string>(
  id: string,
  own: Readonly<Record<K, number>>,
): RoomWeights<K> | null {
  const room = useRoomQuestion(id);
  if (!room) return null;
  const { means, shown, answered } = room.tally;
  const mean = Object.fromEntries(Object.keys(own).map((key) => [key, means[key] ?? 0]));
  return { ...room, weights: shown && answered > 0 ? (mean as Record<K, number>) : null };
}
