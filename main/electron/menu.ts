import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Handout } from './handout.ts';

/** What the menu's own items do. */
export interface MenuActions {
  openPresenter: () => void;
  save: (which: Handout) => void;
}

/** The menu: what the platform expects, and no key that the lecture uses itself. */
export function menuTemplate(platform: string, packaged: boolean, { openPresenter, save }: MenuActions): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const file: MenuItemConstructorOptions[] = [
    { label: 'Save handout: slides…', click: () => save('slides') },
    { label: 'Save handout: slides with notes…', click: () => save('notes') },
    { type: 'separator' },
    { role: mac ? 'close' : 'quit' },
  ];
  const view: MenuItemConstructorOptions[] = [
    { label: 'Presenter Window', click: () => openPresenter() },
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
  const menu: MenuItemConstructorOptions[] = [{ label: 'File', submenu: file }, { role: 'editMenu' }, { label: 'View', submenu: view }, { role: 'windowMenu' }];
  return mac ? [{ role: 'appMenu' }, ...menu] : menu;
}

export function setMenu(platform: string, packaged: boolean, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(platform, packaged, actions)));
}
