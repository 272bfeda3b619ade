import { app, BrowserWindow, Menu } from 'electron';
import { contextItems } from '../../policy/context-menu.ts';

/** Gives every page a context menu where there is something to cut, copy or paste. Call before the first window opens. */
export function offerContextMenus(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_asked, place) => {
      const items = contextItems(place);
      const window = BrowserWindow.fromWebContents(contents);
      if (items.length === 0 || !window) return;
      const { frame } = place;
      Menu.buildFromTemplate(items).popup({ window, ...(frame && { frame }) });
    });
  });
}
