import { useMemo } from 'react';
import { useHostState } from '../../renderer/host/use-host.ts';
import { Icon } from '../../renderer/kit/icon.tsx';
import type { Panel as PanelComponent } from '../view.ts';
import { useRunReading } from '../kit/panel/use-run-reading.ts';
import { AcceptPart } from './panel/accept-part.tsx';
import { DefendPart } from './panel/defend-part.tsx';
import { DosePart } from './panel/dose-part.tsx';
import { testFacesOf } from './panel/faces.ts';
import { InsidePart } from './panel/inside-part.tsx';
import { knownParameters, knownResult } from './panel/known.ts';
import { WearPart } from './panel/wear-part.tsx';
import styles from './panel/panel.module.css';
import { warningWords } from './panel/words.ts';

/** Where the decision of part 1 is kept: the story's step of that name. */
export const shipStep = 'accept-ship';

/** The backdoor lab's figure: one component for each part of its story. */
export const Panel: PanelComponent = ({
  part,
  run,
  parameters,
  prediction,
  mode,
  hidden = false,
}) => {
  const {
    result,
    setting: wanted,
    runSetting,
  } = useRunReading({ run, parameters }, knownResult, knownParameters);
  const settings = runSetting ?? wanted;
  const faces = useMemo(() => testFacesOf(run?.seed ?? 1), [run?.seed]);
  const decision = useHostState(
    (state) => state.learner.labs.backdoor?.predictions[shipStep]?.value ?? null,
  );
  const shipped =
    decision !== null && part === 'wear' ? (
      <span className={styles.said}>
        <Icon name="lock" size={12} /> your decision: {decision}
      </span>
    ) : null;
  const warnings = warningWords(settings);
  const shared = { run, mode, result, parameters: settings, faces, hidden };
  return (
    <div className={styles.panel}>
      {warnings.map((warning) => (
        <p key={warning} className={styles.warning} role="status">
          <Icon name="warn" /> {warning}
        </p>
      ))}
      <div className={styles.figure}>
        {part === 'accept' && <AcceptPart {...shared} />}
        {part === 'wear' && <WearPart {...shared} prediction={prediction} shipped={shipped} />}
        {part === 'dose' && (
          <DosePart
            run={run}
            mode={mode}
            prediction={prediction}
            result={result}
            parameters={settings}
          />
        )}
        {part === 'defend' && (
          <DefendPart
            run={run}
            mode={mode}
            prediction={prediction}
            result={result}
            parameters={settings}
            wanted={wanted}
            hidden={hidden}
          />
        )}
        {part === 'inside' && <InsidePart {...shared} prediction={prediction} />}
      </div>
    </div>
  );
};
