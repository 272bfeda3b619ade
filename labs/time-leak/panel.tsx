import type { Panel as PanelComponent, PanelProps } from '../view.ts';
import { ClassTablePart } from '../kit/panel/class-table/class-table-part.tsx';
import { useRunReading } from '../kit/panel/use-run-reading.ts';
import { DriftPart } from './panel/drift-part.tsx';
import { JoinPart } from './panel/join-part.tsx';
import { knownParameters, knownResult } from './panel/known.ts';
import { LeakPart } from './panel/leak-part.tsx';
import { SixRowsPart } from './panel/six-rows-part.tsx';
import { SplitPart } from './panel/split-part.tsx';
import { TablePart } from './panel/table/table-part.tsx';
import { timeLeakTable } from './panel/time-leak-table.ts';

/** The time-leak lab's figure: one component for each part of its story, or the class's own table in its place. */
export const Panel: PanelComponent = (props) => {
  const { part, mode } = props;
  // The six rows are the lecture's own table.
  if (part === 'six-rows') return <SixRowsPart mode={mode} />;
  if (part === 'your-table') return <TablePart mode={mode} />;
  // In a slide and in a report stand the runs that they are about.
  if (mode === 'inline' || mode === 'paper') return <EventsPart {...props} />;
  return (
    <ClassTablePart lab={timeLeakTable} part={part} hidden={props.hidden ?? false}>
      <EventsPart {...props} />
    </ClassTablePart>
  );
};

/** A part with the built-in events. */
function EventsPart({ part, run, parameters, prediction, mode, hidden }: PanelProps) {
  const { result, setting, runSetting } = useRunReading(
    { run, parameters },
    knownResult,
    knownParameters,
  );
  const props = { run, prediction, mode, hidden, result, setting, runSetting };
  if (part === 'split') return <SplitPart {...props} />;
  if (part === 'join') return <JoinPart {...props} />;
  if (part === 'drift') return <DriftPart {...props} />;
  return <LeakPart {...props} />;
}
