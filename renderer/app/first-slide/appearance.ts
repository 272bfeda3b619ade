import type { Settings } from '../../../main/contract/learner.ts';

export interface Preferences {
  dark: boolean;
  moreContrast: boolean;
  lessMotion: boolean;
}

type Theme = 'light' | 'dark' | 'contrast';

function systemTheme(system: Preferences): Theme {
  if (system.moreContrast) return 'contrast';
  return system.dark ? 'dark' : 'light';
}

/** The theme and motion to use: what the person set here, else what the system says. */
export function appearance(
  settings: Pick<Settings, 'theme' | 'motion'>,
  system: Preferences,
): { theme: Theme; motion: 'full' | 'reduced' } {
  return {
    theme: settings.theme === 'system' ? systemTheme(system) : settings.theme,
    motion: settings.motion === 'reduced' || system.lessMotion ? 'reduced' : 'full',
  };
}
