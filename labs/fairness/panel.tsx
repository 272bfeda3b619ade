import { useMemo } from 'react';
import type { Panel as PanelComponent, PanelProps } from '../view.ts';
import { ClassTablePart } from '../kit/panel/class-table/class-table-part.tsx';
import { useRunReading } from '../kit/panel/use-run-reading.ts';
import { AuditPart } from './panel/audit-part.tsx';
import { DeletePart } from './panel/delete-part.tsx';
import { fairnessTable } from './panel/own/fairness-table.ts';
import { FlipPart } from './panel/flip-part.tsx';
import { ImpossiblePart } from './panel/impossible-part.tsx';
import { knownParameters, knownResult } from './panel/known.ts';
import { readPins } from './panel/pinned.ts';
import { MitigatePart } from './panel/mitigate-part.tsx';
import { OwnPart } from './panel/own/own-part.tsx';
import { ThresholdsPart } from './panel/thresholds-part.tsx';

/** The fairness lab's figure: one component for each part of its story, or the class's own table in its place. */
export const Panel: PanelComponent = (props) => {
  const { part, mode } = props;
  if (part === 'yours') return <OwnPart mode={mode} />;
  // In a slide and in a report stand the runs that they are about.
  if (mode === 'inline' || mode === 'paper') return <PeoplePart {...props} />;
  return (
    <ClassTablePart lab={fairnessTable} part={part} hidden={props.hidden ?? false}>
      <PeoplePart {...props} />
    </ClassTablePart>
  );
};

/** A part with the built-in people. */
function PeoplePart({
  part,
  run,
  parameters,
  setParameter,
  prediction,
  pins,
  mode,
  hidden,
}: PanelProps) {
  const { result, setting, runSetting } = useRunReading(
    { run, parameters },
    knownResult,
    knownParameters,
  );
  const pinned = useMemo(() => readPins(pins, run?.id), [pins, run?.id]);
  const shared = { run, prediction, mode, hidden, result, pins: pinned };
  if (part === 'delete') return <DeletePart {...shared} />;
  if (part === 'flip') return <FlipPart {...shared} />;
  if (part === 'thresholds')
    return <ThresholdsPart {...shared} {...{ setParameter, setting, runSetting }} />;
  if (part === 'mitigate') return <MitigatePart {...shared} />;
  if (part === 'impossible')
    return <ImpossiblePart {...shared} {...{ setParameter, setting, runSetting }} />;
  return <AuditPart {...shared} model="with-group" />;
}
