import { Icon } from '../../kit/icon.tsx';
import { useDeck, useSlide } from './deck-context.ts';
import styles from './rail.module.css';

/** The foot of a slide, for the person at the keyboard: part, steps, the slide's lab, number. */
export function Rail() {
  const deck = useDeck();
  const { slide, step } = useSlide();
  const marks = slide.row ?? { name: 'Step', at: step, of: slide.steps };
  return (
    <div className={styles.rail} data-rail="">
      <span>{slide.part.title}</span>
      {marks.of > 1 && (
        <>
          <span className={styles.marks} aria-hidden="true">
            {Array.from({ length: marks.of }, (_, index) => (
              <span key={index} data-mark={markState(index + 1, marks.at)} />
            ))}
          </span>
          <span>{`${marks.name} ${marks.at} of ${marks.of}`}</span>
        </>
      )}
      <span className={styles.gap} />
      {slide.lab && (
        <button
          type="button"
          className={styles.cue}
          onClick={() => deck.openLab(slide)}
          aria-keyshortcuts="l"
        >
          <Icon name="split" size={19} />
          <span>Lab: {slide.lab.cue}</span>
          <span className={styles.key} aria-hidden="true">
            L
          </span>
        </button>
      )}
      <span className={styles.number}>{slide.number}</span>
    </div>
  );
}

/** How mark `n` stands, counted from 1, where `current` is reached. */
function markState(n: number, current: number): 'past' | 'now' | 'coming' {
  if (n < current) return 'past';
  return n === current ? 'now' : 'coming';
}
