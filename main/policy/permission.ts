/** What a page of ours may use. All else (camera, location, notifications, devices …) is denied without asking. */
const granted: ReadonlySet<string> = new Set([
  'fullscreen',
  'clipboard-sanitized-write',
  // While a lecture is given the screen stays on.
  'screen-wake-lock',
]);

/** The verdict for Electron's request handler and check handler alike. */
export function permissionAllowed(permission: string, ourOrigin: boolean): boolean {
  return ourOrigin && granted.has(permission);
}
