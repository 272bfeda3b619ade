import { isOurs } from './origin.ts';

/** What the presenter's window shows, as the part of its address after our own origin. */
export const presenterPage = '/#/present';

/** Whether an address is the presenter's window of our own pages: of those there is one at most. */
export function isPresenter(address: string, ours: string): boolean {
  return isOurs(address, ours) && new URL(address).hash === presenterPage.slice(1);
}
