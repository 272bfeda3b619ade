import { useChartActions } from '../../../charts/chart-actions.ts';
import { useHost, useHostState } from '../../../host/use-host.ts';
import { Button } from '../../../kit/button.tsx';
import { Callout } from '../../../kit/callout.tsx';
import type { IconName } from '../../../kit/icon.tsx';
import type { LoadedLab } from '../../../model/lab/registry.ts';
import { Opening } from '../../../shared/lab/opening.tsx';
import { useLoadedLab } from '../../../shared/lab/use-loaded-lab.ts';
import { Pins, PinsDrawer } from '../pins/pins.tsx';
import { Controls } from '../run/controls.tsx';
import { QuestionStrip } from '../run/question-strip.tsx';
import { RunBar } from '../run/run-bar.tsx';
import { useLab, type LabState } from '../run/use-lab.ts';
import { StoryColumn } from '../story/story.tsx';
import { CodeButton } from './code-button.tsx';
import { CopyLink } from './copy-link.tsx';
import { Figure } from './figure.tsx';
import type { LabScreenProps } from './lab-screen.tsx';
import { Messages } from './messages.tsx';
import { useCodeBehind, type CodeBehind } from './use-code-behind.ts';
import { keepKeys, useLabKeys } from './use-lab-keys.ts';
import { StageView } from './stage-view.tsx';
import { useRoomScale, useStageView } from './use-stage-view.ts';
import styles from './full-frame.module.css';

/** Loads the lab, then shows its frame. */
export function FullFrame(props: LabScreenProps) {
  const { loading, again } = useLoadedLab(props.place.id);
  const ready = useHostState((state) => state.ready);
  if (loading.state === 'failed') {
    return (
      <main className={styles.alone}>
        <Callout
          kind="failed"
          what={loading.what}
          safe="your runs, predictions and answers."
          next="Try again, or go back to the slides."
          actions={
            <>
              <Button icon="replay" onClick={again}>
                Try again
              </Button>
              <Button variant="quiet" onClick={props.onBack}>
                Back to the slides
              </Button>
            </>
          }
        />
      </main>
    );
  }
  if (loading.state === 'loading' || !ready) return <Opening />;
  return <Frame key={props.place.id} loaded={loading.loaded} {...props} />;
}

function Frame({
  loaded,
  place,
  slideNumber,
  onPlace,
  onBack,
  onBeside,
}: LabScreenProps & { loaded: LoadedLab }) {
  const lab = useLab(loaded, place, onPlace);
  useLabKeys(lab);
  const behind = useCodeBehind(lab);
  const { large, toggle } = useStageView();
  const scale = useRoomScale();
  return (
    <div
      className={large ? styles.frame : `${styles.frame} grows`}
      onKeyDown={keepKeys}
      data-keys="own"
      data-in-lab=""
    >
      <header className={styles.top}>
        <Button variant="quiet" icon="chevron-left" onClick={onBack}>
          {slideNumber === null ? 'Slides' : `Slide ${slideNumber}`}
        </Button>
        <span className={styles.rule} />
        <p className={styles.name}>
          <strong>{lab.lab.title}</strong> Lab, part {lab.at.partIndex + 1} of{' '}
          {lab.story.parts.length}
        </p>
        <span className={styles.tools}>
          <Button variant="quiet" icon="expand" pressed={large} onClick={toggle}>
            For the room
          </Button>
          <PinsDrawer lab={lab} />
          {!large && <CodeButton behind={behind} />}
          <ChartButtons />
          <CopyLink lab={lab} />
          <Button variant="quiet" icon="split" onClick={onBeside}>
            Beside slide
          </Button>
          <ThemeButton />
        </span>
      </header>
      <main className={styles.main}>
        <Messages messages={lab.messages} />
        {large ? <StageView lab={lab} /> : <WholeLab lab={lab} behind={behind} />}
      </main>
      <div style={large ? { zoom: 1.1 * scale } : undefined}>
        <RunBar lab={lab} />
      </div>
    </div>
  );
}

/** Question, story, figure, controls and pinned runs. */
function WholeLab({ lab, behind }: { lab: LabState; behind: CodeBehind }) {
  return (
    <>
      <h1 className={styles.question}>{lab.lab.question}</h1>
      <div className={styles.body}>
        <StoryColumn lab={lab} />
        <div className={styles.middle}>
          <Figure lab={lab} mode="full" behind={behind} />
          <QuestionStrip lab={lab} />
          {lab.at.step.kind !== 'code' && <Controls lab={lab} mode="full" />}
        </div>
        {!lab.at.part.wide && lab.pins.length > 0 && <Pins lab={lab} />}
      </div>
    </>
  );
}

/** What can be done with the figure on screen. */
function ChartButtons() {
  const actions = useChartActions();
  return (
    <>
      <Button
        variant="quiet"
        icon="table"
        disabled={!actions}
        pressed={actions?.showTable ?? false}
        onClick={() => actions?.toggleTable()}
      >
        Table
      </Button>
      <Button
        variant="quiet"
        icon="download"
        disabled={!actions}
        aria-label="Export the numbers as CSV"
        onClick={() => actions?.exportCsv()}
      >
        CSV
      </Button>
      <Button
        variant="quiet"
        icon="download"
        disabled={!actions}
        aria-label="Export the picture as PNG"
        onClick={() => actions?.exportPng()}
      >
        PNG
      </Button>
    </>
  );
}

const themes = ['light', 'dark', 'contrast', 'system'] as const;
const themeIcons: Record<(typeof themes)[number], IconName> = {
  light: 'sun',
  dark: 'moon',
  contrast: 'contrast',
  system: 'sun',
};

function ThemeButton() {
  const host = useHost();
  const theme = useHostState((state) => state.settings.theme);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length]!;
  return (
    <Button
      variant="quiet"
      icon={themeIcons[theme]}
      aria-label={`Theme: ${theme}. Change to ${next}`}
      title={`Theme: ${theme}`}
      onClick={() => void host.call('settings.set', { theme: next }).catch(host.report)}
    />
  );
}
