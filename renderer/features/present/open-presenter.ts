import { z } from 'zod';
import type { Shared } from '../../host/use-shared.ts';

/** The name keeps it to one window: opening it again brings the first one to the front. */
const windowName = 'lectern-presenter';

/** Opens the presenter's window, or brings it to the front. False where the browser did not allow it. */
export function openPresenter(): boolean {
  const opened = window.open('#/present', windowName, 'popup,width=1280,height=800');
  opened?.focus();
  return opened !== null;
}

/**
 * Whether the notes stand beside the slide: for one screen. A presenter's window that opens takes
 * them away, for then the room sees this window.
 */
export const sharedPanel: Shared<boolean> = {
  key: 'lecture/panel',
  schema: z.boolean(),
  fallback: false,
  keep: false,
};
