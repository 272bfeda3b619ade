import type { StoreApi } from 'zustand/vanilla';
import { setFigureTextSize } from '../charts/figure-scale.ts';
import type { HostState } from '../host/host.ts';
import { setNumberLanguage } from '../kit/number/number-language.ts';
import { appearance } from './first-slide/appearance.ts';
import { keptStart } from './first-slide/kept-start.ts';

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
    const { ready, settings } = store.getState();
    // Until the host has answered, the theme that it wrote into the page holds: another would only flash.
    const kept = ready ? null : keptStart(document.documentElement.dataset);
    const chosen = appearance(kept ? { ...settings, theme: kept.theme } : settings, {
      dark: dark.matches,
      moreContrast: contrast.matches,
      lessMotion: motion.matches,
    });
    const { textSize, numbers, letterKeys } = settings;
    const letters = letterKeys ? 'on' : 'off';
    Object.assign(document.documentElement.dataset, chosen, { text: String(textSize), letters });
    setNumberLanguage(numbers, navigator.language);
    setFigureTextSize(textSize);
  };
  apply();
  store.subscribe(apply);
  for (const query of [dark, contrast, motion]) query.addEventListener('change', apply);
}
