import { useEffect, useState } from 'react';
import { useHostState } from '../../host/use-host.ts';
import { useShared } from '../../host/use-shared.ts';
import { Button } from '../../kit/button.tsx';
import { Icon, type IconName } from '../../kit/icon.tsx';
import { Kbd } from '../../kit/kbd.tsx';
import { noteSizes, sharedPresenterSettings } from '../../model/lecture/presenter-settings.ts';
import { nextBlank, sharedBlank } from '../../shared/slide-tools/blank.ts';
import type { SlideTools } from '../../shared/slide-tools/use-slide-tools.ts';
import { inLecture, type Audience } from './presence.ts';
import styles from './foot.module.css';

/** The keys along the foot, as buttons; whether a window shows the lecture; the size of the notes. */
export function Foot({
  tools,
  audiences,
  onJump,
  onClasses,
  onRoom,
}: {
  tools: SlideTools;
  audiences: readonly Audience[] | null;
  onJump: () => void;
  onClasses: () => void;
  onRoom: () => void;
}) {
  const [blank, setBlank] = useShared(sharedBlank);
  const [settings, setSettings] = useShared(sharedPresenterSettings);
  const size = (by: number) =>
    setSettings({
      ...settings,
      notes: Math.min(noteSizes.length - 1, Math.max(0, settings.notes + by)),
    });
  return (
    <footer className={styles.foot}>
      <span className={styles.key}>
        <Kbd>←</Kbd>
        <Kbd>→</Kbd>step
      </span>
      <Button
        variant="quiet"
        kbd="B"
        pressed={blank === 'black'}
        onClick={() => setBlank(nextBlank(blank, 'black'))}
      >
        Black
      </Button>
      <Button
        variant="quiet"
        kbd="W"
        pressed={blank === 'white'}
        onClick={() => setBlank(nextBlank(blank, 'white'))}
      >
        White
      </Button>
      <Button variant="quiet" kbd="G" onClick={onJump}>
        Jump
      </Button>
      <Button
        variant="quiet"
        icon="pointer"
        kbd="P"
        pressed={tools.pointing}
        onClick={() => tools.togglePointer(false)}
      >
        Pointer
      </Button>
      <Button
        variant="quiet"
        icon="pen"
        kbd="D"
        pressed={tools.drawing}
        onClick={() => tools.setDrawing(!tools.drawing)}
      >
        Draw
      </Button>
      <Button variant="quiet" icon="plus" onClick={onClasses}>
        New class …
      </Button>
      <Button variant="quiet" icon="person" onClick={onRoom}>
        Room …
      </Button>
      <Projector audiences={audiences} />
      <span className={styles.sizes}>
        <Button
          variant="quiet"
          aria-label="A−: smaller notes"
          disabled={settings.notes === 0}
          onClick={() => size(-1)}
        >
          A−
        </Button>
        <Button
          variant="quiet"
          aria-label="A+: larger notes"
          disabled={settings.notes === noteSizes.length - 1}
          onClick={() => size(1)}
        >
          A+
        </Button>
      </span>
    </footer>
  );
}

/** Null: not asked yet. */
function Projector({ audiences: all }: { audiences: readonly Audience[] | null }) {
  const audiences = all && inLecture(all);
  const lost = useHostState((state) => state.connection === 'lost');
  const full = audiences?.some((one) => one.full) ?? false;
  const ended = useEndedLately(full);
  if (lost) return <Apart />;
  const { icon, words } = projectorState(audiences, ended);
  const none = audiences?.length === 0;
  return (
    <span className={styles.projector} role="status" data-kind={none ? 'none' : undefined}>
      <Icon name={icon} />
      <span className={styles.words}>{words}</span>
      {none && <Button onClick={() => window.open('#/')}>Open one</Button>}
    </span>
  );
}

/** How long the end of full screen is told: long enough to be seen between two looks at the notes. */
const endedForMs = 20_000;

/** Whether full screen ended a moment ago. It is news, and no state: the window that is left shows the slides. */
function useEndedLately(full: boolean): boolean {
  const [was, setWas] = useState(full);
  const [ended, setEnded] = useState(false);
  if (full !== was) {
    setWas(full);
    setEnded(!full);
  }
  useEffect(() => {
    if (!ended) return;
    const timer = setTimeout(() => setEnded(false), endedForMs);
    return () => clearTimeout(timer);
  }, [ended]);
  return ended;
}

/** Without the host no window hears of another. */
const Apart = () => (
  <span className={styles.projector} role="status" data-kind="none">
    <Icon name="warn" />
    Apart from the other windows
  </span>
);

/** `ended`: a moment ago the last window stopped filling its screen, such as after the projector's plug was pulled. */
function projectorState(
  audiences: readonly Audience[] | null,
  ended: boolean,
): { icon: IconName; words: string } {
  if (audiences === null) return { icon: 'screen', words: 'Looking for the projector' };
  const [first] = audiences;
  if (!first) return { icon: 'warn', words: 'No window shows the slides' };
  if (ended) return { icon: 'warn', words: `Full screen ended, ${first.width}×${first.height}` };
  const words =
    audiences.length > 1
      ? `${audiences.length} windows show the slides`
      : `Projector connected, ${first.width}×${first.height}`;
  return { icon: 'check', words };
}
