import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';

interface Noted {
  note: ReactNode;
  /** The chart that has the note; null while there is none. */
  chart: string | null;
  /** A chart says that it is there; called again, it is gone. */
  enter: (chart: string) => () => void;
}

const NoteContext = createContext<Noted | null>(null);

/**
 * Lays a note over the plot of the first chart inside: over the drawing alone, so that a chart's switches above it stay free.
 * Where there is no chart, the note stands over the whole.
 * @param note null for none
 */
export function PlotNote({ note, children }: { note: ReactNode; children: ReactNode }) {
  const [charts, setCharts] = useState<readonly string[]>([]);
  const enter = useCallback((chart: string) => {
    setCharts((all) => [...all, chart]);
    return () => setCharts((all) => all.filter((one) => one !== chart));
  }, []);
  const chart = charts[0] ?? null;
  const noted = useMemo(() => ({ note, chart, enter }), [note, chart, enter]);
  return (
    <NoteContext value={noted}>
      {children}
      {chart === null && note}
    </NoteContext>
  );
}

/** For a chart: the note that lies over its plot; null where there is none, or another chart has it. */
export function usePlotNote(chart: string): ReactNode {
  const noted = useContext(NoteContext);
  const enter = noted?.enter;
  useLayoutEffect(() => enter?.(chart), [enter, chart]);
  return noted?.chart === chart ? noted.note : null;
}
