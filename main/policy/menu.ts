/** What the menu's own items do. */
export type MenuAction = 'presenter' | 'save-slides' | 'save-notes';

/** An item of the menu: one of the platform's own by its role, or one of ours by what it does. */
export interface MenuItem<Role extends string> {
  role?: Role;
  type?: 'separator';
  label?: string;
  action?: MenuAction;
  submenu?: MenuItem<Role>[];
}

type Roles =
  | 'appMenu'
  | 'close'
  | 'quit'
  | 'editMenu'
  | 'windowMenu'
  | 'reload'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'toggleDevTools';

/** The menu: what the platform expects, and no key that the lecture uses itself. Developer tools are not in the packaged app. */
export function menuItems(platform: string, packaged: boolean): MenuItem<Roles>[] {
  const mac = platform === 'darwin';
  const file: MenuItem<Roles>[] = [
    { label: 'Save handout: slides…', action: 'save-slides' },
    { label: 'Save handout: slides with notes…', action: 'save-notes' },
    { type: 'separator' },
    { role: mac ? 'close' : 'quit' },
  ];
  const view: MenuItem<Roles>[] = [
    { label: 'Presenter Window', action: 'presenter' },
    { type: 'separator' },
    { role: 'reload' },
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(packaged ? [] : [{ role: 'toggleDevTools' } as const]),
  ];
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: 'File', submenu: file },
    { role: 'editMenu' },
    { label: 'View', submenu: view },
    { role: 'windowMenu' },
  ];
}
