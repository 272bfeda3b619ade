import { safePreferences } from './window-safety.ts';

/** The options of every window, the presenter's included. There are no others. */
export const windowOptions = (preload: string) => ({
  width: 1280,
  height: 800,
  minWidth: 480,
  minHeight: 400,
  show: false,
  title: 'Lectern',
  webPreferences: {
    ...safePreferences(),
    preload,
    spellcheck: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
  },
});
