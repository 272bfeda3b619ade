import { Menu, type MenuItemConstructorOptions } from 'electron';
import { menuItems, type MenuAction } from '../../policy/menu.ts';

/** Sets the application's menu; `acts` says what its own items do. */
export function setMenu(
  platform: string,
  packaged: boolean,
  acts: Record<MenuAction, () => unknown>,
): void {
  const build = (items: ReturnType<typeof menuItems>): MenuItemConstructorOptions[] =>
    items.map(({ action, submenu, ...item }) => ({
      ...item,
      ...(action && { click: () => void acts[action]() }),
      ...(submenu && { submenu: build(submenu) }),
    }));
  Menu.setApplicationMenu(Menu.buildFromTemplate(build(menuItems(platform, packaged))));
}
