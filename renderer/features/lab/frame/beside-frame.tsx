import { createPortal } from 'react-dom';
import { useHostState } from '../../../host/use-host.ts';
import { Button } from '../../../kit/button.tsx';
import { Callout } from '../../../kit/callout.tsx';
import type { LoadedLab } from '../../../model/lab/registry.ts';
import type { LabFrameProps } from '../../../shared/lab/lab-frame.ts';
import { Opening } from '../../../shared/lab/opening.tsx';
import { useLoadedLab } from '../../../shared/lab/use-loaded-lab.ts';
import { PinsDrawer } from '../pins/pins.tsx';
import { Controls } from '../run/controls.tsx';
import { QuestionStrip } from '../run/question-strip.tsx';
import { RunBar } from '../run/run-bar.tsx';
import { useLab } from '../run/use-lab.ts';
import { StoryBeside } from '../story/story.tsx';
import { CodeButton } from './code-button.tsx';
import { useCodeBehind } from './use-code-behind.ts';
import { Figure } from './figure.tsx';
import { Messages } from './messages.tsx';
import { SlidePart } from './slide-part.tsx';
import { keepKeys, useLabKeys } from './use-lab-keys.ts';
import styles from './beside-frame.module.css';

/** A lab beside its slide: the story under the slide, the figure at the right, the run bar along the bottom. */
export function BesideFrame(props: LabFrameProps) {
  const { loading, again } = useLoadedLab(props.place.id);
  const ready = useHostState((state) => state.ready);
  const { slots, leading, onClose, onFull } = props;
  return (
    <>
      {slots.top &&
        createPortal(
          <header className={styles.top}>
            {leading}
            <span className={styles.tools}>
              <Button variant="quiet" icon="expand" onClick={onFull}>
                Lab full screen
              </Button>
              <Button variant="quiet" icon="split" kbd="L" onClick={onClose}>
                Close
              </Button>
            </span>
          </header>,
          slots.top,
        )}
      {loading.state === 'failed' && (
        <div className={styles.failed}>
          <Callout
            kind="failed"
            what={loading.what}
            safe="your runs, predictions and answers."
            next="Try again, or close the lab."
            actions={
              <>
                <Button icon="replay" onClick={again}>
                  Try again
                </Button>
                <Button variant="quiet" onClick={onClose}>
                  Close the lab
                </Button>
              </>
            }
          />
        </div>
      )}
      {loading.state !== 'failed' && (loading.state === 'loading' || !ready) && <Opening />}
      {loading.state === 'ready' && ready && (
        <Body key={props.place.id} loaded={loading.loaded} {...props} />
      )}
    </>
  );
}

function Body({
  loaded,
  place,
  slots,
  onPlace,
  slideStep = null,
}: LabFrameProps & { loaded: LoadedLab }) {
  const lab = useLab(loaded, place, onPlace);
  const behind = useCodeBehind(lab);
  useLabKeys(lab);
  return (
    <>
      {slots.story &&
        createPortal(
          <div className={styles.story} onKeyDown={keepKeys} data-in-lab="">
            <SlidePart lab={lab} step={slideStep} />
            <StoryBeside lab={lab} />
          </div>,
          slots.story,
        )}
      {slots.figure &&
        createPortal(
          <div className={styles.right} onKeyDown={keepKeys} data-keys="own" data-in-lab="">
            <Messages messages={lab.messages} />
            <span className={styles.code}>
              <CodeButton behind={behind} />
            </span>
            <span className={styles.drawer}>
              <PinsDrawer lab={lab} beside />
            </span>
            <Figure lab={lab} mode="beside" behind={behind} />
            <QuestionStrip lab={lab} />
            {lab.at.step.kind !== 'code' && <Controls lab={lab} mode="beside" />}
          </div>,
          slots.figure,
        )}
      {slots.bar &&
        createPortal(
          <div onKeyDown={keepKeys} data-keys="own" data-in-lab="">
            <RunBar lab={lab} />
          </div>,
          slots.bar,
        )}
    </>
  );
}
