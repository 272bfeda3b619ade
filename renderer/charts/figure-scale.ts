import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const store = createStore(() => ({ scale: 1 }));

/**
 * By how much words in figures are larger than usual: a third as much as other text, because a figure must keep its room for what it shows.
 * The same as `--figure-scale` in the tokens.
 */
export function setFigureTextSize(percent: number): void {
  store.setState({ scale: 1 + (percent / 100 - 1) / 3 });
}

export const figureScale = (): number => store.getState().scale;

/** For a figure that keeps room for its words: drawn anew when the size of text changes. */
export const useFigureScale = (): number => useStore(store, (state) => state.scale);
