import { useShared } from '../../../host/use-shared.ts';
import { Button } from '../../../kit/button.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { sharedPresenterSettings } from '../../../model/lecture/presenter-settings.ts';
import type { PlacedSlide } from '../../../model/lecture/lecture.ts';
import {
  clockWords,
  elapsedMs,
  hasBegun,
  pause,
  reset,
  start,
  timeOfDay,
  undoReset,
  type Clock,
} from './clock.ts';
import { behindMs, hint, paceOf, paceWords, stepSpan, type Pace } from './pace.ts';
import { PlannedField } from './planned-field.tsx';
import { Timeline } from './timeline.tsx';
import { useLectureClock } from './use-lecture-clock.ts';
import { useNow } from './use-now.ts';
import { usePlan } from './use-plan.ts';
import styles from './pace-bar.module.css';

interface PaceBarProps {
  slides: readonly PlacedSlide[];
  slide: PlacedSlide;
  step: number;
  /** Beside a slide there is room for less. */
  narrow?: boolean;
}

/** After a reset, its undo is offered this long, in ms of the new time. */
const undoForMs = 60_000;

/** Time, pace and what to do about it; the lecture as a line. Draws itself anew four times a second, and nothing else with it. */
export function PaceBar({ slides, slide, step, narrow = false }: PaceBarProps) {
  const now = useNow();
  const [clock, setClock] = useLectureClock(slide.id, step, slides[0]?.id);
  const [settings, setSettings] = useShared(sharedPresenterSettings);
  const plan = usePlan(slides);
  const elapsed = elapsedMs(clock, now);
  const begun = hasBegun(clock);
  const going = clock.startedAt !== null;
  const place = stepSpan(plan, slide.id, step);
  const behind = behindMs(place, elapsed);
  const { pace, words } = paceShown(clock, behind);
  const left = plan.totalMs - elapsed;
  return (
    <section className={styles.bar} data-narrow={narrow || undefined} aria-label="Time">
      <div className={styles.row}>
        <span
          className={`num ${styles.elapsed}`}
          role="timer"
          aria-label={`Elapsed ${clockWords(elapsed)}`}
        >
          {clockWords(elapsed)}
        </span>
        <span className={styles.length}>
          <PlannedField
            minutes={settings.planned}
            onChange={(planned) => setSettings({ ...settings, planned })}
          />
          <span className={styles.left}>
            <span className="num">{clockWords(Math.abs(left))}</span> {left < 0 ? 'over' : 'left'}
          </span>
        </span>
        <span className={styles.pace} data-pace={pace}>
          <Icon name={pace === 'on time' ? 'check' : 'clock'} />
          {words}
        </span>
        {!narrow && (
          <p className={styles.hint}>
            {begun
              ? hint(plan, slide.id, step, elapsed, now)
              : 'The clock starts with your first move.'}
          </p>
        )}
        <span className={styles.buttons}>
          {going ? (
            <Button icon="pause" onClick={() => setClock(pause(clock, now))}>
              Pause
            </Button>
          ) : (
            <Button
              icon="play"
              variant={begun ? 'secondary' : 'primary'}
              onClick={() => setClock(start(clock, now))}
            >
              {begun ? 'Go on' : 'Start'}
            </Button>
          )}
          {clock.before && elapsed < undoForMs ? (
            <Button variant="quiet" icon="replay" onClick={() => setClock(undoReset(clock, now))}>
              Undo reset
            </Button>
          ) : (
            <Button
              variant="quiet"
              icon="replay"
              aria-label="Reset the clock"
              disabled={!begun}
              onClick={() => setClock(reset(clock, now))}
            >
              {narrow ? null : 'Reset'}
            </Button>
          )}
        </span>
        {!narrow && (
          <span className={`num ${styles.day}`}>
            <span className="said">Time of day </span>
            {timeOfDay(now)}
          </span>
        )}
      </div>
      {narrow && (
        <p className={styles.hint}>
          {begun
            ? hint(plan, slide.id, step, elapsed, now)
            : 'The clock starts with your first move.'}
        </p>
      )}
      <Timeline plan={plan} part={slide.part.id} place={place} elapsed={elapsed} begun={begun} />
    </section>
  );
}

/** The pace while the clock goes, else how the clock stands. */
function paceShown(
  clock: Clock,
  behind: number,
): { pace: Pace | 'standing' | 'paused'; words: string } {
  if (!hasBegun(clock)) return { pace: 'standing', words: 'not started' };
  if (clock.startedAt === null) return { pace: 'paused', words: 'paused' };
  return { pace: paceOf(behind), words: paceWords(behind) };
}
