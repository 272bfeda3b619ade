import { z } from 'zod';
import type { Shared } from '../../host/use-shared.ts';

/** What of the room stands over the slide on the big screen; null where the slide does. */
type RoomScreen = 'code' | 'questions' | null;

/** All windows show the same. After a restart the slide is there. */
export const sharedRoomScreen: Shared<RoomScreen> = {
  key: 'room/screen',
  schema: z.enum(['code', 'questions']),
  fallback: null,
  keep: false,
};

/** A Wi-Fi network that the lecturer's own hotspot makes. Never written to disk: its password is in it. */
export const sharedHotspot: Shared<{ network: string; password: string }> = {
  key: 'room/hotspot',
  schema: z.object({ network: z.string().max(40), password: z.string().max(70) }),
  fallback: { network: '', password: '' },
  keep: false,
};
