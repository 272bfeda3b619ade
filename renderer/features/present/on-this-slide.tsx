import { useShared } from '../../host/use-shared.ts';
import { sharedPresenterSettings } from '../../model/lecture/presenter-settings.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import { clockWords, elapsedMs, sharedClock } from './time/clock.ts';
import { planOf } from './time/pace.ts';
import { useNow } from './time/use-now.ts';
import styles from './notes-pane.module.css';

/** How long this slide has been on, of the time it has in the plan. */
export function OnThisSlide({
  slides,
  slide,
}: {
  slides: readonly PlacedSlide[];
  slide: PlacedSlide;
}) {
  const now = useNow();
  const [clock] = useShared(sharedClock);
  const [settings] = useShared(sharedPresenterSettings);
  const own = planOf(slides, settings.planned).slides.find((one) => one.id === slide.id);
  const long = own ? own.endMs - own.startMs : 0;
  const spent =
    clock.arrived?.slide === slide.id ? Math.max(0, elapsedMs(clock, now) - clock.arrived.atMs) : 0;
  return (
    <div className={styles.time} data-over={spent > long || undefined}>
      <span>On this slide</span>
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${long > 0 ? Math.min(100, (spent / long) * 100) : 0}%` }} />
      </span>
      <span>
        <b className="num">{clockWords(spent)}</b> of{' '}
        <span className="num">{clockWords(long)}</span>
      </span>
    </div>
  );
}
