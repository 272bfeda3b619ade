import { useMemo } from 'react';
import type { Panel as PanelComponent } from '../view.ts';
import { inNumbers, yardstickOf } from './explore/asked-numbers.ts';
import { useRunReading } from '../kit/panel/use-run-reading.ts';
import { BatchPart } from './panel/batch/batch-part.tsx';
import { ConvertPart } from './panel/convert-part.tsx';
import { DecidePart } from './panel/decide/decide-part.tsx';
import { knownMeasured, knownParameters, knownResult } from './panel/known.ts';
import { MeasurePart } from './panel/measure-part.tsx';
import { readPin } from './panel/pinned.ts';
import { QueuePart } from './panel/queue-part.tsx';

/** The latency lab's figure: one component for each part of its story. */
export const Panel: PanelComponent = ({
  part,
  run,
  card,
  parameters,
  setParameter,
  prediction,
  pins: pinnedRuns,
  mode,
  hidden,
}) => {
  const measured = useMemo(() => knownMeasured(card?.measured), [card?.measured]);
  const {
    result,
    setting: said,
    runSetting: saidOfRun,
  } = useRunReading({ run, parameters }, knownResult, knownParameters);
  // A run from before load and limit followed the computer has none: its timings have.
  const yardstick = useMemo(
    () => result.asked ?? (measured && yardstickOf(measured, result.models)),
    [result.asked, result.models, measured],
  );
  const setting = useMemo(() => inNumbers(said, yardstick), [said, yardstick]);
  const runSetting = useMemo(
    () => saidOfRun && inNumbers(saidOfRun, yardstick),
    [saidOfRun, yardstick],
  );
  const pins = useMemo(() => pinnedRuns.map(readPin), [pinnedRuns]);
  if (part === 'measure')
    return <MeasurePart {...{ run, prediction, mode, result, setting, pins }} />;
  if (part === 'batch')
    return (
      <BatchPart
        {...{ run, prediction, mode, result, setting, runSetting, pins }}
        measured={card?.id === run?.id ? measured : null}
      />
    );
  // Formulas only: nothing of a run belongs here, also while one is under way.
  if (part === 'convert') return <ConvertPart {...{ prediction, mode, hidden, setting, pins }} />;
  if (part === 'decide')
    return (
      <DecidePart
        {...{ run, prediction, mode, setParameter, result, setting, runSetting, pins }}
        measured={card?.id === run?.id ? measured : null}
      />
    );
  return (
    <QueuePart
      {...{ run, prediction, mode, result, setting, runSetting, pins }}
      measured={card?.id === run?.id ? measured : null}
    />
  );
};
