import { app, session, shell } from 'electron';
import { externalAllowed } from '../policy/external.ts';
import { classifyNavigation } from '../policy/navigation.ts';
import { appOrigin, isOurs } from '../policy/origin.ts';
import { permissionAllowed } from '../policy/permission.ts';
import { isPresenter } from '../policy/presenter.ts';
import type { WindowOptions } from '../policy/window-options.ts';
import { focusPresenter } from './window.ts';

/** Hands a cited site to the person's browser, where there is one. Nothing else in the program opens anything outside. */
const openLink = (address: string) =>
  void (externalAllowed(address) && shell.openExternal(address).catch(console.error));

/** Denies every permission that the policy does not grant: when it is asked for, and when it is looked up. */
export function guardPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(permissionAllowed(permission, isOurs(requestingUrl, appOrigin))),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) =>
    permissionAllowed(permission, isOurs(origin, appOrigin)),
  );
  defaultSession.setDevicePermissionHandler(() => false);
}

/** Keeps every page of every window where it belongs. Call before the first window opens. */
export function guardWindows(options: () => WindowOptions): void {
  const stay = (event: { preventDefault(): void; url: string }) => {
    const verdict = classifyNavigation(event.url, appOrigin);
    if (verdict !== 'ours') event.preventDefault();
    if (verdict === 'external') openLink(event.url);
  };
  app.on('web-contents-created', (_event, contents) => {
    // Of the main frame and of any other: `will-navigate` would say the main frame's a second time.
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      const verdict = classifyNavigation(url, appOrigin);
      if (verdict === 'external') openLink(url);
      // There is one presenter's window. The page learns from the window itself that it is open, so being denied is no failure there.
      if (verdict !== 'ours' || (isPresenter(url, appOrigin) && focusPresenter()))
        return { action: 'deny' };
      return {
        action: 'allow',
        outlivesOpener: true,
        overrideBrowserWindowOptions: { ...options(), show: true },
      };
    });
  });
}
