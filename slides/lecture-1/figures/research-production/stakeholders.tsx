import { useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { Step } from '../../../../renderer/shared/slide/slide.tsx';
import { useShared } from '../../../../renderer/host/use-shared.ts';
import { decision, loudest, type Judge } from './leaderboard/leaderboard-ranking.ts';
import { AdClick, Bullseye, PileAndEmptyDesk, ShortWait } from './pictograms.tsx';
import { sayStep, sharedSay } from './say.ts';
import { stakeholdersId } from './stakeholders-room.ts';
import styles from './stakeholders.module.css';
import { RoomMean } from './leaderboard/room-mean.tsx';
import { useRoomWeights } from './leaderboard/use-room-weights.ts';
import { WeightSlider } from './leaderboard/weight-slider.tsx';

const people = [
  {
    id: 'ml',
    who: 'ML team',
    Drawing: Bullseye,
    wants: ['Highest', 'accuracy'],
    judges: ['by a score on', 'unseen data'],
  },
  {
    id: 'sales',
    who: 'Sales',
    Drawing: AdClick,
    wants: ['What sells', 'more ads'],
    judges: ['by clicks that', 'bring money'],
  },
  {
    id: 'product',
    who: 'Product',
    Drawing: ShortWait,
    wants: ['Fastest', 'inference'],
    judges: ['by how long', 'a person waits'],
  },
  {
    id: 'manager',
    who: 'Manager',
    Drawing: PileAndEmptyDesk,
    wants: ['Maximum', 'profit'],
    judges: ['even if the ML', 'team has to go'],
  },
] as const;

/** Four people, one after the other, who each call a different model the best; then how much each has to say decides which is shipped. */
export function Stakeholders() {
  const { step } = useSlide();
  const [own, change] = useShared(sharedSay);
  const room = useRoomWeights(stakeholdersId, own);
  const say = room?.weights ?? own;
  const ranked = decision(say);
  const set = (who: Judge, weight: number) => {
    if (room?.weights) room.show(false);
    change({ ...own, [who]: weight });
  };
  return (
    <>
      <ol className={styles.people}>
        {people.map(({ id, who, Drawing, wants, judges }, index) => (
          <li key={who}>
            <Step n={index + 1} className={styles.person}>
              <div className={styles.who}>
                <p>{who}</p>
                {step === sayStep && (
                  <span className={styles.say}>
                    <WeightSlider
                      label={`How much counts: ${who}`}
                      max={loudest}
                      value={say[id]}
                      onChange={(next) => set(id, next)}
                    />
                  </span>
                )}
              </div>
              <Drawing />
              <Lines className={styles.wants!} lines={wants} />
              <Lines className={styles.judges!} lines={judges} />
            </Step>
          </li>
        ))}
      </ol>
      <Step n={people.length} className={styles.decision}>
        {ranked[0]!.utility === null ? (
          'Nobody counts, so nothing is shipped.'
        ) : (
          <ol className={styles.ranking} aria-label="Made-up models, best first" aria-live="polite">
            {ranked.map(({ name, rank }) => (
              <li key={name} data-first={rank === 1 || undefined}>
                {rank} {name}
              </li>
            ))}
          </ol>
        )}
        {room && <RoomMean room={room} />}
        <span className={styles.made} data-small>
          made-up models
        </span>
      </Step>
    </>
  );
}

function Lines({ className, lines }: { className: string; lines: readonly string[] }) {
  return (
    <p className={className}>
      {lines.map((line) => (
        <span key={line} className={styles.line}>
          {line}{' '}
        </span>
      ))}
    </p>
  );
}
