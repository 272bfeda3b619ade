import { useShared } from '../../../host/use-shared.ts';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import type { PlacedSlide } from '../../../model/lecture/lecture.ts';
import {
  canUndo,
  sharedSlideMinutes,
  undone,
  withoutOwn,
  withSeconds,
} from '../../../model/lecture/slide-minutes.ts';
import { minuteWords } from './clock.ts';
import { planWords, rehearsalSeconds } from './minutes-words.ts';
import type { Plan } from './pace.ts';
import type { Rehearsed } from './rehearsed.ts';
import { TypedTime } from './slide-time.tsx';
import styles from './minutes-dialog.module.css';

interface MinutesDialogProps {
  open: boolean;
  onClose: () => void;
  slides: readonly PlacedSlide[];
  plan: Plan;
  rehearsed: ReadonlyMap<string, Rehearsed>;
}

/** The minutes of all slides, to be changed, beside what they took before. */
export function MinutesDialog({ open, onClose, slides, plan, rehearsed }: MinutesDialogProps) {
  const [minutes, setMinutes] = useShared(sharedSlideMinutes);
  const taken = rehearsalSeconds(rehearsed, slides);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Minutes for each slide"
      about={
        'Slides with a time of your own keep it. The others share what is left of the planned ' +
        'length by the minutes of their parts; within a part, slides with a lab get twice as ' +
        'much. “Ahead” and “behind” follow.'
      }
      width="wide"
      actions={
        <>
          <Button
            variant="quiet"
            icon="replay"
            disabled={!canUndo(minutes)}
            focusableWhenDisabled
            onClick={() => setMinutes(undone(minutes))}
          >
            Undo
          </Button>
          <Button
            disabled={Object.keys(minutes.own).length === 0}
            focusableWhenDisabled
            onClick={() => setMinutes(withoutOwn(minutes))}
          >
            Reset all
          </Button>
          <Button
            disabled={Object.keys(taken).length === 0}
            focusableWhenDisabled
            onClick={() => setMinutes(withSeconds(minutes, taken))}
          >
            Take the rehearsed times
          </Button>
        </>
      }
    >
      <p className={styles.sum} role="status">
        {planWords(plan, minutes.own, rehearsed, slides)}
      </p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Slides">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Slide</th>
              <th scope="col">Planned</th>
              <th scope="col">Last rehearsal</th>
              <th scope="col">Median</th>
            </tr>
          </thead>
          <tbody>
            {plan.slides.map(({ id, startMs, endMs }, at) => (
              <Line
                key={id}
                slide={slides[at]!}
                ms={endMs - startMs}
                own={Object.hasOwn(minutes.own, id)}
                rehearsed={rehearsed.get(id)}
                onChange={(seconds) => setMinutes(withSeconds(minutes, { [id]: seconds }))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

interface LineProps {
  slide: PlacedSlide;
  /** What the plan gives it. */
  ms: number;
  /** Whether that is the presenter's own time. */
  own: boolean;
  rehearsed: Rehearsed | undefined;
  onChange: (seconds: number | null) => void;
}

function Line({ slide, ms, own, rehearsed, onChange }: LineProps) {
  const name = `slide ${slide.number}`;
  return (
    <tr data-own={own || undefined}>
      <th scope="row">
        <span className={`num ${styles.number}`}>{slide.number}</span>
        {slide.title}
        {slide.lab && <span className={styles.lab}>lab</span>}
      </th>
      <td>
        <span className={styles.planned}>
          {own && (
            <Button
              variant="quiet"
              icon="replay"
              aria-label={`Reset ${name}`}
              title="As the part’s minutes say"
              onClick={() => onChange(null)}
            />
          )}
          <TypedTime label={`Minutes for ${name}, 0 to 120`} ms={ms} onChange={onChange} />
        </span>
      </td>
      <td className="num">{rehearsed ? minuteWords(rehearsed.lastMs) : '–'}</td>
      <td className="num">
        {rehearsed ? minuteWords(rehearsed.medianMs) : '–'}
        {rehearsed && <span className={styles.of}> of {rehearsed.times}</span>}
      </td>
    </tr>
  );
}
