import type { Panel as PanelComponent } from '../view.ts';
import { useRunReading } from '../kit/panel/use-run-reading.ts';
import { DriftPart } from './panel/drift-part.tsx';
import { JoinPart } from './panel/join-part.tsx';
import { knownParameters, knownResult } from './panel/known.ts';
import { LeakPart } from './panel/leak-part.tsx';
import { SixRowsPart } from './panel/six-rows-part.tsx';
import { SplitPart } from './panel/split-part.tsx';
import { TablePart } from './panel/table/table-part.tsx';

/** The time-leak lab's figure: one component for each part of its story. */
export const Panel: PanelComponent = ({ part, run, parameters, prediction, mode, hidden }) => {
  const { result, setting, runSetting } = useRunReading(
    { run, parameters },
    knownResult,
    knownParameters,
  );
  const props = { run, prediction, mode, hidden, result, setting, runSetting };
  if (part === 'six-rows') return <SixRowsPart mode={mode} />;
  if (part === 'split') return <SplitPart {...props} />;
  if (part === 'join') return <JoinPart {...props} />;
  if (part === 'drift') return <DriftPart {...props} />;
  if (part === 'your-table') return <TablePart mode={mode} />;
  return <LeakPart {...props} />;
};
