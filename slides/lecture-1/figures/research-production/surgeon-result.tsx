import { useDeck, useDrawing, useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { Lead } from '../../../../renderer/shared/slide/slide.tsx';
import { Icon } from '../../../../renderer/kit/icon.tsx';
import { pollWords } from '../../../../renderer/shared/poll/poll.ts';
import { usePoll } from '../../../../renderer/shared/poll/use-poll.ts';
import { useAlone } from '../../../../renderer/shared/window/use-use.ts';
import { Dots } from './dots.tsx';
import styles from './surgeon-result.module.css';

/** What the poll says of each: how many of a hundred are cured, and whether anybody learns why. Made up, as the source line says. */
const offers: Record<string, { cured: number; why: string }> = {
  ai: { cured: 90, why: 'nobody can say why' },
  human: { cured: 80, why: 'she can say why' },
};

/** Where no hands were shown. `own`: the answer of whoever sits here. */
function aboutOwn(own: string | undefined, alone: boolean, counted: boolean): string {
  if (own === undefined) return 'A dot is one patient of a hundred. Hollow: not cured.';
  if (alone) return `You chose: ${own}. What would have to be different for the other?`;
  return counted
    ? 'The hands are counted and not shown yet. This is your own answer.'
    : 'No hands were counted, so this is your own answer.';
}

const onPaper = 'Write down how many hands went up in your room for each.';

/**
 * The choice as a picture: a hundred patients each, and whether there are reasons. Under it the room's own result once the presenter
 * has shown it; otherwise the learner's own answer; otherwise the way to the poll. No figure from any other class.
 */
export function SurgeonResult() {
  const { slide } = useSlide();
  const { goTo } = useDeck();
  const { shares, shown, total, answer, phones } = usePoll(slide.poll!);
  const what = (phones?.answered ?? 0) > 0 ? 'answer' : 'hand';
  const alone = useAlone();
  const { paper } = useDrawing();
  const own = shares.find(({ id }) => id === answer);
  const aboutShown = `${total} ${what}${total === 1 ? '' : 's'} in this room. A dot is one patient of a hundred.`;
  const leadWords = () => (shown ? aboutShown : aboutOwn(own?.short, alone, total > 0));
  return (
    <>
      <Lead>{paper ? onPaper : leadWords()}</Lead>
      <ul className={styles.options}>
        {shares.map(({ id, short, percent, hands }) => {
          const { cured, why } = offers[id]!;
          return (
            <li key={id} className={styles.option} data-own-number data-mine={id === answer}>
              <p className={styles.who}>{short}</p>
              <Dots lost={100 - cured} />
              <p className={styles.offer}>
                <strong>{cured} cured</strong>, {why}
              </p>
              <p className={styles.room}>
                {shown && (
                  <>
                    <span className={styles.stat}>
                      {percent}
                      <span className={styles.unit}> %</span>
                    </span>
                    <span className={styles.hands}>
                      {`${hands} ${what}${hands === 1 ? '' : 's'}`}
                    </span>
                  </>
                )}
                {paper && <span className={styles.hands}>____ hands</span>}
                {id === answer && (
                  <span className={styles.mine}>
                    <Icon name="diamond" size={24} />
                    your answer
                  </span>
                )}
              </p>
            </li>
          );
        })}
      </ul>
      {shown && (
        <div className={styles.split} role="img" aria-label={pollWords(shares, what)}>
          {shares.map(({ id, hands }) => (
            <span
              key={id}
              className={styles.part}
              data-option={id}
              style={{ flexGrow: hands }}
              hidden={hands === 0}
            />
          ))}
        </div>
      )}
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
