import { useEffect } from 'react';
import { enterFullScreen } from '../../shared/slide-tools/full-screen.ts';

/**
 * A clicker's start key in a room that is no part of the lecture, such as the notebook: while a lecture
 * is given it fills the screen there too, instead of reloading. Slides and labs hear it before.
 */
export function useStartKey(gives: () => boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, defaultPrevented, repeat } = event;
      if (key !== 'F5' || ctrlKey || metaKey || altKey || defaultPrevented || !gives()) return;
      event.preventDefault();
      if (!repeat) void enterFullScreen();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [gives]);
}
