import type { LecturerQuestion, RoomTally } from '../../../main/contract/room.ts';
import { isSealed, saysRight } from '../../../main/contract/room-question.ts';
import { useShared } from '../../host/use-shared.ts';
import { Button } from '../../kit/button.tsx';
import {
  answeredWords,
  closeCountWords,
  groupWords,
  lockedWords,
  openWords,
  spreadWords,
} from '../../model/room/room-words.ts';
import { hiddenHands, sharedHands } from '../../shared/poll/poll.ts';
import { heardWords, untilShown } from './pane-words.ts';
import { sharedRoomScreen } from './shared-screen.ts';
import { useRoom } from './use-room.ts';
import styles from './room-pane.module.css';

/** For the presenter: who is in, what is asked, who is lost, what was asked back. Nothing while the room is closed. */
export function RoomPane({ onRoom }: { onRoom: () => void }) {
  const { room } = useRoom();
  const [screen, setScreen] = useShared(sharedRoomScreen);
  const { open, joined, lost, tallies, asking } = room;
  if (!open) return null;
  const tally = asking === null ? null : (tallies[asking] ?? null);
  const show = (what: 'code' | 'questions') => setScreen(screen === what ? null : what);
  return (
    <section className={styles.pane} aria-label="The room">
      <div className={styles.head}>
        <h2>The room</h2>
        <span>
          <b className="num">{joined}</b> joined, <b className="num">{open.online}</b> connected
        </span>
        <LostMeter lost={lost} joined={joined} />
      </div>
      <p className={styles.quiet} data-kind={open.reachable ? undefined : 'gone'}>
        {openWords(open)}
      </p>
      <div className={styles.row}>
        <Button icon="screen" pressed={screen === 'code'} onClick={() => show('code')}>
          Code
        </Button>
        <Button icon="notes" pressed={screen === 'questions'} onClick={() => show('questions')}>
          Questions on screen
        </Button>
        <Button variant="quiet" onClick={onRoom}>
          Room …
        </Button>
      </div>
      {tally && <Asked tally={tally} joined={joined} />}
      <Moderated questions={room.questions} onScreen={screen === 'questions'} />
    </section>
  );
}

/** How many pressed "lost me" within the last minute, as a share of the room. */
function LostMeter({ lost, joined }: { lost: number; joined: number }) {
  return (
    <span className={styles.lost} data-some={lost > 0 || undefined}>
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${joined > 0 ? Math.min(100, (100 * lost) / joined) : 0}%` }} />
      </span>
      <span role="status">{lost === 0 ? 'nobody lost' : `${lost} lost`}</span>
    </span>
  );
}

/** What is asked now: how many answered, and what the presenter may do with it. A poll is revealed where its hands are. */
function Asked({ tally, joined }: { tally: RoomTally; joined: number }) {
  const { ask } = useRoom();
  const { question, answered, closed, shown, outcome } = tally;
  const { id, predicted } = question;
  if (question.kind === 'group')
    return (
      <div className={styles.asked}>
        <p className={styles.quiet}>{groupWords(question, joined)}</p>
      </div>
    );
  const words = predicted ? lockedWords(answered, joined) : answeredWords(answered, joined);
  return (
    <div className={styles.asked}>
      <p>
        <b>{words}</b>
        {closed ? '. Answers are closed.' : '.'}
      </p>
      <p className={styles.quiet}>{shown ? saidWords(tally) : untilShown(tally)}</p>
      <div className={styles.row}>
        <Button
          icon="lock"
          pressed={closed}
          disabled={shown && saysRight(question)}
          onClick={() => void ask('room.lock', { id, closed: !closed })}
        >
          {closed ? 'Answers closed' : 'Close answers'}
        </Button>
        {isSealed(question) && (
          <Button
            pressed={shown}
            onClick={() => void ask('room.reveal', { id, shown: !shown, outcome })}
          >
            {shown ? 'Hide again' : 'Reveal'}
          </Button>
        )}
        <AskAnew id={id} answered={answered} />
      </div>
    </div>
  );
}

/** The answers go. A poll's bars are shown by its hands: they are hidden again, or the first new vote would stand there for all to see. */
function AskAnew({ id, answered }: { id: string; answered: number }) {
  const { ask } = useRoom();
  const [hands, setHands] = useShared(sharedHands(id));
  const anew = () => {
    if (hands.shown || hands.before?.shown) setHands(hiddenHands(hands));
    void ask('room.clear', { id });
  };
  return (
    <Button variant="quiet" icon="replay" disabled={answered === 0} onClick={anew}>
      Ask anew
    </Button>
  );
}

/** What the room said, once that is shown. A poll's bars say it. */
function saidWords(tally: RoomTally): string {
  if (tally.question.kind === 'weights') return 'The room’s mean ranks the models on the slide.';
  return `${spreadWords(tally)} ${closeCountWords(tally)}`.trim();
}

/** Questions to the lecturer: the presenter reads all, the room those that are let through. */
function Moderated({
  questions,
  onScreen,
}: {
  questions: readonly LecturerQuestion[];
  onScreen: boolean;
}) {
  const { ask } = useRoom();
  const listed = questions
    .filter(({ state }) => state === 'waiting' || state === 'shown')
    .sort((a, b) => b.support - a.support || b.id - a.id);
  if (listed.length === 0) return <p className={styles.quiet}>No questions wait.</p>;
  return (
    <ul className={styles.questions} aria-label="Questions to the lecturer">
      {listed.map(({ id, text, name, support, state }) => {
        const set = (next: LecturerQuestion['state']) =>
          void ask('room.moderate', { id, state: next });
        return (
          <li key={id} data-shown={state === 'shown' || undefined}>
            <p dir="auto">{text}</p>
            <span className={styles.quiet}>
              {name && <bdi>{name}</bdi>} {support > 0 && `+${support}`}{' '}
              {state === 'shown' && heardWords(id, questions, onScreen)}
            </span>
            <span className={styles.row}>
              {state === 'waiting' ? (
                <Button onClick={() => set('shown')}>Let through</Button>
              ) : (
                <Button onClick={() => set('done')}>Answered</Button>
              )}
              <Button
                variant="quiet"
                icon="trash"
                aria-label={`Remove: ${text}`}
                onClick={() => set('removed')}
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
