import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../main/contract/learner.ts';
import { setFigureTextSize } from '../charts/figure-scale.ts';
import type { HostState } from '../host/host.ts';
import { setNumberLanguage } from '../kit/number/number-language.ts';

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

/**
 * Keeps `<html data-theme data-motion data-text data-letters>` and the language of numbers in step
 * with the settings and the system. Called before anything is drawn: what is drawn after a change
 * finds it made.
 */
export function followAppearance(store: StoreApi<HostState>): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const motion = matchMedia('(prefers-reduced-motion: reduce)');
  const apply = () => {
    const chosen = appearance(store.getState().settings, {
      dark: dark.matches,
      moreContrast: contrast.matches,
      lessMotion: motion.matches,
    });
    const { textSize, numbers, letterKeys } = store.getState().settings;
    const letters = letterKeys ? 'on' : 'off';
    Object.assign(document.documentElement.dataset, chosen, { text: String(textSize), letters });
    setNumberLanguage(numbers, navigator.language);
    setFigureTextSize(textSize);
  };
  apply();
  store.subscribe(apply);
  for (const query of [dark, contrast, motion]) query.addEventListener('change', apply);
}
