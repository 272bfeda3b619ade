import { Menu, type MenuItemConstructorOptions } from 'electron';

/** The menu: what the platform expects, and no key that the lecture uses itself. */
export function menuTemplate(platform: string, packaged: boolean, openPresenter: () => void): MenuItemConstructorOptions[] {
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
  const menu: MenuItemConstructorOptions[] = [{ role: 'editMenu' }, { label: 'View', submenu: view }, { role: 'windowMenu' }];
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...menu] : [{ role: 'fileMenu' }, ...menu];
}

export function setMenu(platform: string, packaged: boolean, openPresenter: () => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(platform, packaged, openPresenter)));
}
