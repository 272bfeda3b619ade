import { externalAllowed } from './external.ts';
import { isOurs } from './origin.ts';

/** `ours`: let it happen. `external`: hand it to the person's browser. `refuse`: nothing happens. */
export type NavigationVerdict = 'ours' | 'external' | 'refuse';

/**
 * The one classifier for everything that would move a window: a link, a redirect, a new window, a form.
 * @param address where it would go
 * @param ours our own origin, as `originOf` writes it
 */
export function classifyNavigation(address: string, ours: string): NavigationVerdict {
  if (isOurs(address, ours)) return 'ours';
  return externalAllowed(address) ? 'external' : 'refuse';
}
