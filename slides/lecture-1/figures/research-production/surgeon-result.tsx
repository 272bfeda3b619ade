import { useDeck, useSlide } from '../../../../renderer/deck/deck-context.ts';
import { Lead } from '../../../../renderer/deck/slide.tsx';
import { pollWords } from '../../../../renderer/deck/poll.ts';
import { usePoll } from '../../../../renderer/deck/use-poll.ts';
import styles from './surgeon-result.module.css';

/** The room's own result once the presenter has shown it; otherwise the learner's own answer; otherwise the way to the poll. No figure from any other class. */
export function SurgeonResult() {
  const { slide } = useSlide();
  const { goTo } = useDeck();
  const poll = slide.poll!;
  const { shares, shown, total, answer } = usePoll(poll);
  const own = shares.find(({ id }) => id === answer);
  if (!shown && !own) {
    return (
      <>
        <Lead>There is no result yet, and no other class’s is shown here.</Lead>
        <p className={styles.none}>Decide first: <button type="button" className={styles.link} onClick={() => goTo('poll-surgeon')}>to the poll</button></p>
      </>
    );
  }
  return (
    <>
      <Lead>{shown ? `${total} ${total === 1 ? 'hand' : 'hands'} in this room. The cure rates were hypothetical.` : 'No hands were shown, so this is your own answer.'}</Lead>
      {shown && (
        <div className={styles.split} data-own-number role="img" aria-label={pollWords(shares)}>
          {shares.map(({ id, hands, percent }) => <span key={id} className={styles.part} data-option={id} style={{ flexGrow: hands }} data-none={percent === 0 || undefined} />)}
        </div>
      )}
      <ul className={styles.options}>
        {shares.filter(({ id }) => shown || id === answer).map(({ id, short, percent, hands }) => (
          <li key={id} className={styles.option} data-own-number>
            {shown && <span className={styles.stat}>{percent}<span className={styles.unit}> %</span></span>}
            <span className={styles.who}>{short}</span>
            {shown && <span className={styles.hands}>{hands} {hands === 1 ? 'hand' : 'hands'}</span>}
            {id === answer && <span className={styles.mine}>your answer</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
