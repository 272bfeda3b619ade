import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What can be done with the figure on screen. */
export interface ChartActions {
  showTable: boolean;
  toggleTable: () => void;
  exportPng: () => void;
  exportCsv: () => void;
}

interface ChartActionsState {
  /** Figures on screen, the newest last. */
  figures: readonly { id: string; actions: ChartActions }[];
  /** Bars that show the buttons; while there is one, figures leave theirs out. */
  bars: number;
}

const store = createStore<ChartActionsState>(() => ({ figures: [], bars: 0 }));

/** For a bar that shows Table, PNG and CSV for the figure on screen: the newest figure's actions, or null where there is none. */
export function useChartActions(): ChartActions | null {
  useEffect(() => {
    store.setState((state) => ({ bars: state.bars + 1 }));
    return () => store.setState((state) => ({ bars: state.bars - 1 }));
  }, []);
  return useStore(store, (state) => state.figures.at(-1)?.actions ?? null);
}

/** Offers a figure's actions to the bar for as long as the figure is there. */
export function useOfferedActions(id: string, actions: ChartActions): boolean {
  useEffect(() => {
    store.setState((state) => {
      const others = state.figures.filter((figure) => figure.id !== id);
      const place = state.figures.findIndex((figure) => figure.id === id);
      const at = place < 0 ? others.length : place;
      return { figures: [...others.slice(0, at), { id, actions }, ...others.slice(at)] };
    });
  }, [id, actions]);
  useEffect(
    () => () =>
      store.setState((state) => ({ figures: state.figures.filter((figure) => figure.id !== id) })),
    [id],
  );
  return useStore(store, (state) => state.bars > 0);
}
