import { productName } from './product.ts';
import { safePreferences } from './window-safety.ts';

/** What differs from computer to computer, or from time to time. */
export interface WindowLook {
  preload: string;
  /** The picture of the window; left out where the program itself has one. */
  icon?: string;
  /** What is seen until the page is there. */
  background: string;
}

/** The options of every window, the presenter's included. There are no others. */
export const windowOptions = ({ preload, icon, background }: WindowLook) => ({
  width: 1280,
  height: 800,
  minWidth: 480,
  minHeight: 400,
  show: false,
  title: productName,
  ...(icon !== undefined && { icon }),
  backgroundColor: background,
  webPreferences: {
    ...safePreferences(),
    preload,
    spellcheck: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    // A window that another one covers, as on a projector's screen, follows the lecture all the same.
    backgroundThrottling: false,
  },
});
export type WindowOptions = ReturnType<typeof windowOptions>;
