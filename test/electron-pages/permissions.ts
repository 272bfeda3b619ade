import { appOrigin } from '../../main/policy/origin.ts';
import { played } from '../electron-double/app.ts';
import { standIn } from './address.ts';
import { browser } from './browser.ts';

/** Electron's names for what a page may ask for, and Chromium's. */
const names = [
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['clipboard-read', 'clipboard-read'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'microphone'],
  ['media', 'camera'],
  ['midi', 'midi'],
] as const;

/**
 * Asks the program's two handlers about each permission and has Chromium keep to what they say. Electron asks whenever a page does;
 * here it is asked once, after the start.
 */
export async function applyPermissions(): Promise<void> {
  const { request, check } = played.permissions;
  for (const [asked, name] of names) {
    let decided = false;
    const details = { requestingUrl: `${appOrigin}/`, isMainFrame: true };
    request!(null!, asked, (granted) => (decided = granted), details as never);
    const granted = decided && check!(null, asked, appOrigin, details as never);
    await browser.chromium!.devtools.browser.send('Browser.setPermission', {
      permission: { name },
      setting: granted ? 'granted' : 'denied',
      origin: standIn,
    });
  }
}
