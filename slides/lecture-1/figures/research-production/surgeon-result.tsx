import { useDeck, useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { Lead } from '../../../../renderer/shared/slide/slide.tsx';
import { pollWords } from '../../../../renderer/shared/poll/poll.ts';
import { usePoll } from '../../../../renderer/shared/poll/use-poll.ts';
import { useUse } from '../../../../renderer/shared/window/use-use.ts';
import styles from './surgeon-result.module.css';

/**
 * The room's own result once the presenter has shown it; otherwise the learner's own answer;
 * otherwise the way to the poll. No figure from any other class.
 */
export function SurgeonResult() {
  const { slide } = useSlide();
  const { goTo } = useDeck();
  const { shares, shown, total, answer } = usePoll(slide.poll!);
  const alone = useUse().use === 'alone';
  const own = shares.find(({ id }) => id === answer);
  const chooseAbout = () => {
    if (shown)
      return `${total} ${total === 1 ? 'hand' : 'hands'} in this room; the two cure rates were hypothetical.`;
    if (own && alone)
      return `You chose: ${own.short}. What would have to be different for the other?`;
    return own
      ? 'No hands were counted, so this is your own answer.'
      : 'Nobody has answered yet, and another class’s answer would not be yours.';
  };
  const about = chooseAbout();
  const chooseAriaLabel = () => {
    if (shown) return pollWords(shares);
    return own ? `Your answer: ${own.label}` : 'An empty bar: no answers yet';
  };
  return (
    <>
      <Lead>{about}</Lead>
      <div className={styles.split} data-own-number role="img" aria-label={chooseAriaLabel()}>
        {shares.map(({ id, hands }) => {
          const chooseDataAs = () => {
            if (shown) return 'share';
            return id === answer ? 'mine' : 'empty';
          };
          return (
            <span
              key={id}
              className={styles.part}
              data-as={chooseDataAs()}
              data-option={id}
              style={{ flexGrow: shown ? hands : 1 }}
              hidden={shown && hands === 0}
            />
          );
        })}
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
              <span className={styles.hands}>
                {hands} {hands === 1 ? 'hand' : 'hands'}
              </span>
            )}
            {id === answer && <span className={styles.mine}>your answer</span>}
          </li>
        ))}
      </ul>
      {!shown && !own && (
        <p className={styles.none}>
          <button type="button" className={styles.link} onClick={() => goTo('poll-surgeon')}>
            Answer the poll first
          </button>
        </p>
      )}
    </>
  );
}
