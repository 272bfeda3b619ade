import { Popover } from '@base-ui/react/popover';
import { useId, type CSSProperties } from 'react';
import { useDrawing, useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { Icon } from '../../../../renderer/kit/icon.tsx';
import type { SlidePoll } from '../../../../renderer/model/lecture/lecture.ts';
import { answeredWords } from '../../../../renderer/model/room/room-words.ts';
import { PollControls } from '../../../../renderer/shared/poll/poll-controls.tsx';
import { pollWords } from '../../../../renderer/shared/poll/poll.ts';
import { usePoll, type PollState } from '../../../../renderer/shared/poll/use-poll.ts';
import { useAlone } from '../../../../renderer/shared/window/use-use.ts';
import styles from './poll.module.css';
import { ShareBar } from './share-bar.tsx';

/**
 * The slide's own poll: the learner answers; the presenter counts hands and shows them when the room
 * has voted. Whoever is alone counts nobody: after their own answer they read what it is about.
 */
export function Poll() {
  const { slide } = useSlide();
  if (!slide.poll) throw new Error(`the slide "${slide.id}" has no poll`);
  const { poll } = slide;
  const state = usePoll(poll);
  const group = useId();
  const alone = useAlone() && !state.shown;
  const { paper } = useDrawing();
  const bars = !alone && !paper;
  const dense = denseOf(poll.options.length);
  const what = (state.phones?.answered ?? 0) > 0 ? 'answer' : 'hand';
  return (
    <div className={styles.poll} data-shown={state.shown}>
      {poll.question !== slide.title && <p className={styles.question}>{poll.question}</p>}
      <div
        className={styles.options}
        role="radiogroup"
        aria-label={poll.question}
        data-dense={dense}
        data-bars={bars || undefined}
        style={placesOf(poll.options.length)}
      >
        {state.shares.map(({ id, label, hands, percent }) => (
          <label key={id} className={styles.option} data-mine={state.answer === id || undefined}>
            <input
              type="radio"
              name={group}
              value={id}
              checked={state.answer === id}
              onChange={() => state.setAnswer(id)}
              // A mouse click must not leave the arrow and page keys with the radio button: a clicker's next press turns the slide.
              onClick={(event) => {
                if (event.detail > 0) event.currentTarget.blur();
              }}
            />
            <span className={styles.mark} aria-hidden="true" />
            <span className={styles.label}>{label}</span>
            {state.answer === id && (
              <span className={styles.mine} data-small>
                {dense === 'under' && <Icon name="diamond" size={24} />}
                <span className={dense === 'under' ? 'said' : undefined}>your answer</span>
              </span>
            )}
            {bars && (
              <ShareBar
                hands={hands}
                percent={percent}
                shown={state.shown}
                what={what}
                dense={dense}
              />
            )}
          </label>
        ))}
      </div>
      <p className="said" role="status">
        {state.shown
          ? `${what === 'hand' ? 'Show of hands' : 'The room’s answers'}. ${pollWords(state.shares, what)}.`
          : ''}
      </p>
      {paper && (
        <p className={styles.paper} data-small>
          Tick one before the room votes. Hands in the room: ________
        </p>
      )}
      {alone && !paper && (
        <p className={styles.about} data-small data-print="hide" role="status">
          {state.answer !== null && poll.about}
        </p>
      )}
      <div className={styles.foot} data-small data-print="hide">
        {state.answer === null ? (
          <span>{state.phones && !alone ? phoneWords(state) : aboutWords(state.shown, alone)}</span>
        ) : (
          <button type="button" className={styles.quiet} onClick={() => state.setAnswer(null)}>
            Take my answer back
          </button>
        )}
        {!alone && <HandsPopover poll={poll} words={countWords(state.shown, state.counted)} />}
      </div>
    </div>
  );
}

/** How so many options stand, so that all fit with their bars; see `lettersFor` of the reader of lectures for what fits into one. */
function denseOf(options: number): 'beside' | 'under' | undefined {
  if (options <= 3) return undefined;
  return options <= 6 ? 'beside' : 'under';
}

/** Lines that an option's words may take, and rows of options in two columns. */
const placesOf = (options: number) =>
  ({ '--lines': options <= 5 ? 2 : 1, '--rows': Math.ceil(options / 2) }) as CSSProperties;

/** What stands under the answers. */
function aboutWords(shown: boolean, alone: boolean): string {
  if (shown) return 'Each bar: hands counted in this room.';
  return alone
    ? 'Pick one first, then read what the question is about. Your answer stays on this computer.'
    : 'Pick one. Your answer stays on this computer.';
}

/** With the room open, how many phones answered, and what the bars are. */
function phoneWords({ phones, shown, counted }: PollState): string {
  const answered = `${answeredWords(phones!.answered, phones!.joined)}.`;
  if (!shown) return answered;
  return counted > 0 ? `${answered} Each bar: phones and raised hands.` : answered;
}

/** What the button that counts hands says. */
function countWords(shown: boolean, hands: number): string {
  if (shown) return 'Correct the count';
  return hands > 0 ? 'Hands counted, not shown' : 'Count hands';
}

/** Where the presenter counts hands, on the slide itself. */
function HandsPopover({ poll, words }: { poll: SlidePoll; words: string }) {
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.quiet}>{words}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="end" sideOffset={10} className={styles.positioner}>
          <Popover.Popup className={`${styles.popup} grows`} aria-label="Show of hands">
            <PollControls poll={poll} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
