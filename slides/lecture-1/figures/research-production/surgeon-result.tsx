import { useDeck, useDrawing, useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { Lead } from '../../../../renderer/shared/slide/slide.tsx';
import { pollWords } from '../../../../renderer/shared/poll/poll.ts';
import { usePoll } from '../../../../renderer/shared/poll/use-poll.ts';
import { useUse } from '../../../../renderer/shared/window/use-use.ts';
import styles from './surgeon-result.module.css';

/** Where no hands were shown. `own`: the answer of whoever sits here. */
function aboutOwn(own: string | undefined, alone: boolean, counted: boolean): string {
  if (own === undefined)
    return 'Nobody has answered yet, and another class’s answer would not be yours.';
  if (alone) return `You chose: ${own}. What would have to be different for the other?`;
  return counted
    ? 'The hands are counted and not shown yet. This is your own answer.'
    : 'No hands were counted, so this is your own answer.';
}

const onPaper = 'Write down how many hands went up in your room, and shade the bar.';

const answerAs = (mine: boolean) => (mine ? 'mine' : 'empty');

/**
 * The room's own result once the presenter has shown it; otherwise the learner's own answer;
 * otherwise the way to the poll. No figure from any other class.
 */
export function SurgeonResult() {
  const { slide } = useSlide();
  const { goTo } = useDeck();
  const { shares, shown, total, answer, phones } = usePoll(slide.poll!);
  const what = (phones?.answered ?? 0) > 0 ? 'answer' : 'hand';
  const alone = useUse().use === 'alone';
  const { paper } = useDrawing();
  const own = shares.find(({ id }) => id === answer);
  const aboutShown = `${total} ${what}${total === 1 ? '' : 's'} in this room; the two cure rates were hypothetical.`;
  const ownWords = own ? `Your answer: ${own.label}` : 'An empty bar: no answers yet';
  const leadWords = () => (shown ? aboutShown : aboutOwn(own?.short, alone, total > 0));
  return (
    <>
      <Lead>{paper ? onPaper : leadWords()}</Lead>
      <div
        className={styles.split}
        data-own-number
        role="img"
        aria-label={shown ? pollWords(shares, what) : ownWords}
      >
        {shares.map(({ id, hands }) => (
          <span
            key={id}
            className={styles.part}
            data-as={shown ? 'share' : answerAs(id === answer)}
            data-option={id}
            style={{ flexGrow: shown ? hands : 1 }}
            hidden={shown && hands === 0}
          />
        ))}
      </div>
      <ul className={styles.options}>
        {shares.map(({ id, short, percent, hands }) => (
          <li key={id} className={styles.option} data-own-number>
            <span className={styles.who}>{short}</span>
            {shown && (
              <span className={styles.stat}>
                {percent}
                <span className={styles.unit}> %</span>
              </span>
            )}
            {shown && (
              <span className={styles.hands}>{`${hands} ${what}${hands === 1 ? '' : 's'}`}</span>
            )}
            {paper && <span className={styles.hands}>____ hands</span>}
            {id === answer && <span className={styles.mine}>your answer</span>}
          </li>
        ))}
      </ul>
      {!shown && !own && !paper && (
        <p className={styles.none}>
          <button type="button" className={styles.link} onClick={() => goTo('poll-surgeon')}>
            Answer the poll first
          </button>
        </p>
      )}
    </>
  );
}
