import { useId } from 'react';
import { z } from 'zod';
import { useShared } from '../../../../renderer/host/use-shared.ts';
import { useDeck, useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import styles from './alone-note.module.css';
import { started } from './countdown.ts';
import { useCountdown } from './use-countdown.ts';

const shared = { key: 'breakout/note', schema: z.string().max(8_000), fallback: '', keep: true };

/** The exercise for one person: three questions, a note that is kept, and the clock for whoever wants it. */
export function AloneNote() {
  const id = useId();
  const [note, write] = useShared(shared);
  const { countdown, change, running, paused, words } = useCountdown();
  const { slides, goTo } = useDeck();
  const { slide } = useSlide();
  const next = slides[slide.number];
  return (
    <div className={styles.alone}>
      <label htmlFor={id} className={styles.lead}>
        Alone? Think for yourself: what scares you most about this class, what would you build, and
        who would use it?
      </label>
      <textarea
        id={id}
        className={styles.note}
        data-small
        maxLength={8_000}
        value={note}
        placeholder="Your note"
        onChange={(event) => write(event.target.value)}
      />
      <div className={styles.foot} data-small data-print="hide">
        <span className={styles.told}>Your note is kept on this computer.</span>
        <button
          type="button"
          onClick={() => change(started(countdown, Date.now()))}
          disabled={running}
        >
          {running && `${words} left`}
          {paused && `Continue, ${words} left`}
          {!running && !paused && 'Start eight minutes'}
        </button>
        {next && (
          <button type="button" onClick={() => goTo(next.id)}>
            Go on
          </button>
        )}
      </div>
    </div>
  );
}
