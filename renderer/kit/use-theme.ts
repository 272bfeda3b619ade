import { useSyncExternalStore } from 'react';

const themeNow = () => document.documentElement.dataset['theme'] ?? '';

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/**
 * The name of the window's theme. Whoever paints on a canvas asks for it, to paint anew when it changes: tokens read once keep the colours
 * of the theme they were read in.
 */
export const useTheme = (): string => useSyncExternalStore(subscribe, themeNow, () => '');
