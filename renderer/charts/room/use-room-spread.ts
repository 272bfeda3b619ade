import { createContext, useContext, useEffect, useMemo } from 'react';
import { placeSpread, type PlacedSpread, type PlaceOf, type RoomSpread } from './place-spread.ts';

interface RoomOnFigures {
  spread: RoomSpread;
  /** A figure draws it; called again, it does no more. */
  onDrawn: () => () => void;
}

const RoomContext = createContext<RoomOnFigures | null>(null);
/** Hands the figures inside what the room said. */
export const RoomSpreadProvider = RoomContext.Provider;

/**
 * What the room said, on an axis of this figure; null where nobody asked it, or where the figure has
 * no place for it. Whoever holds the figure hears that it is drawn there.
 * @param place where an answer stands on the figure's axis; left out where it has none for the question
 */
export function useRoomSpread(place: PlaceOf | undefined): PlacedSpread | null {
  const room = useContext(RoomContext);
  const placed = useMemo(
    () => (room && place ? placeSpread(room.spread, place) : null),
    [room, place],
  );
  const onDrawn = room?.onDrawn;
  const isDrawn = placed !== null;
  useEffect(() => (isDrawn ? onDrawn?.() : undefined), [isDrawn, onDrawn]);
  return placed;
}
