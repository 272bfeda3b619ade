import { useId, type ReactNode } from 'react';
import { z } from 'zod';
import { useShared } from '../../../../renderer/host/use-shared.ts';
import { useDeck, useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import styles from './alone-note.module.css';
import { started } from './countdown.ts';
import { useCountdown } from './use-countdown.ts';

const noteSchema = z.string().max(8_000);

interface AloneNoteProps {
  /** What to think about. */
  lead: string;
  /** Where the note is kept, among what windows share: each exercise has its own. */
  place: string;
  /** For whoever wants a clock. */
  clock?: ReactNode;
}

/** The exercise for one person: what to think about, and a note that is kept. */
export function AloneNote({ lead, place, clock }: AloneNoteProps) {
  const id = useId();
  const [note, write] = useShared({ key: place, schema: noteSchema, fallback: '', keep: true });
  const { slides, goTo } = useDeck();
  const { slide } = useSlide();
  const next = slides[slide.number];
  return (
    <div className={styles.alone}>
      <label htmlFor={id} className={styles.lead}>
        {lead}
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
        {clock}
        {next && (
          <button type="button" onClick={() => goTo(next.id)}>
            Go on
          </button>
        )}
      </div>
    </div>
  );
}

/** The room's clock, as one button. */
export function AloneClock() {
  const { countdown, change, running, paused, words } = useCountdown();
  return (
    <button type="button" onClick={() => change(started(countdown, Date.now()))} disabled={running}>
      {running && `${words} left`}
      {paused && `Continue, ${words} left`}
      {!running && !paused && 'Start eight minutes'}
    </button>
  );
}
