import { join } from 'node:path';
import type { Settings } from '../contract/learner.ts';

/** What the system says of its colours. */
export interface SystemColors {
  shouldUseDarkColors: boolean;
  shouldUseHighContrastColors: boolean;
}

/** The page's own colour (`--page` in the renderer's tokens) by theme. */
const pageColors = { light: '#ffffff', dark: '#13161b', contrast: '#ffffff' };

/** The colour of a window until its page is there: the page's own, so that nothing flashes. */
export function windowBackground(theme: Settings['theme'], system: SystemColors): string {
  if (theme !== 'system') return pageColors[theme];
  if (system.shouldUseHighContrastColors) return pageColors.contrast;
  return system.shouldUseDarkColors ? pageColors.dark : pageColors.light;
}

/** The window's picture. Only Linux takes one: Windows and macOS show the program's own. */
export const windowIcon = (root: string, platform: string): string | undefined =>
  platform === 'linux' ? join(root, 'assets/icons/linux/256x256.png') : undefined;
