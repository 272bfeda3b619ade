import { lazy, Suspense } from 'react';
import { useShared } from '../../host/use-shared.ts';
import { sharedRoomScreen } from './shared-screen.ts';

const RoomScreen = lazy(() =>
  import('./room-screen.tsx').then((module) => ({ default: module.RoomScreen })),
);

/** What of the room stands over the slide. Its code is fetched when it is first shown: most lectures never open a room. */
export function BigScreen() {
  const [screen] = useShared(sharedRoomScreen);
  if (screen === null) return null;
  return (
    <Suspense fallback={null}>
      <RoomScreen />
    </Suspense>
  );
}
