import { useEffect } from 'react';
import { useShared } from '../../host/use-shared.ts';
import { useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { questionsOnScreen } from './pane-words.ts';
import { QrCode } from './qr-code.tsx';
import { sharedHotspot, sharedRoomScreen } from './shared-screen.ts';
import { wifiText } from './wifi-text.ts';
import styles from './room-screen.module.css';

/** What of the room stands over the slide: how to join, or the questions that were let through. */
export function RoomScreen() {
  const [screen, setScreen] = useShared(sharedRoomScreen);
  const open = useHostState((state) => state.room.open);
  const shows = screen !== null && (screen === 'questions' || open !== null);
  useEffect(() => {
    if (!shows) return;
    // Before the deck hears it: there it opens the overview.
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setScreen(null);
    };
    addEventListener('keydown', listen, true);
    return () => removeEventListener('keydown', listen, true);
  }, [shows, setScreen]);
  if (!shows) return null;
  return (
    <section
      className={styles.screen}
      aria-label={screen === 'code' ? 'Join the room' : 'Questions'}
    >
      {screen === 'code' ? <JoinCode /> : <Heard />}
      <Button className={styles.close} icon="close" onClick={() => setScreen(null)}>
        Back to the slide
      </Button>
    </section>
  );
}

/** The code, the address and the word, to be read from the back row. */
function JoinCode() {
  const open = useHostState((state) => state.room.open);
  const [hotspot] = useShared(sharedHotspot);
  if (!open) return null;
  const wifi = hotspot.network !== '';
  return (
    <div className={styles.join} data-wifi={wifi || undefined}>
      {wifi && (
        <figure className={styles.wifi}>
          <QrCode
            text={wifiText(hotspot.network, hotspot.password)}
            label={`Code that joins the Wi-Fi ${hotspot.network}`}
          />
          <figcaption>
            First the Wi-Fi: <b>{hotspot.network}</b>
          </figcaption>
        </figure>
      )}
      <div className={styles.code}>
        <QrCode text={open.link} label={`Code that opens ${open.address}`} />
      </div>
      <div className={styles.words}>
        <h1>{wifi ? 'Then join the room' : 'Join with your phone'}</h1>
        <p className={styles.label}>Scan the code, or type</p>
        <p className={styles.address}>{open.address}</p>
        <p className={styles.label}>and the word</p>
        <p className={styles.word}>{open.word}</p>
        <p className={styles.joined} role="status">
          <b className="num">{open.online}</b> {open.online === 1 ? 'phone is in' : 'phones are in'}
        </p>
        <p className={styles.label}>No name, no account. {networkWords(open.kind)}</p>
      </div>
    </div>
  );
}

const networkWords = (kind: string) =>
  kind === 'here'
    ? 'Only this computer can open this address.'
    : 'Your phone must be on the same network.';

/** The questions that the lecturer let through, the one with most support first. */
function Heard() {
  const questions = useHostState((state) => state.room.questions);
  const shown = questionsOnScreen(questions);
  return (
    <div className={styles.heard}>
      <h1>Questions</h1>
      {shown.length === 0 && <p>None is on the screen yet.</p>}
      <ol>
        {shown.map(({ id, text, name, support }) => (
          <li key={id}>
            <span dir="auto">{text}</span>
            <small>
              {name && <bdi>{name}</bdi>}
              {support > 0 && <span className="num">{`+${support}`}</span>}
            </small>
          </li>
        ))}
      </ol>
    </div>
  );
}
