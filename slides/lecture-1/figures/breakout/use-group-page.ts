import { z } from 'zod';
import { useShared, type Shared } from '../../../../renderer/host/use-shared.ts';

const shared: Shared<number> = {
  key: 'breakout/page',
  schema: z.number().int().min(0).max(500),
  fallback: 0,
  keep: false,
};

/** Which groups are on screen where they do not all fit: the same in every window. */
export const useGroupPage = () => useShared(shared);
