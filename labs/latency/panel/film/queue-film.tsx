import { Button } from '../../../../renderer/kit/button.tsx';
import { counted } from '../../../../renderer/kit/number/counted.ts';
import { formatDuration, formatFixed } from '../../../../renderer/kit/number/format.ts';
import { momentAt, waitingSteps, type Passages } from '../../queueing/passages.ts';
import { useFilm, useStill } from './use-film.ts';
import styles from './queue-film.module.css';

interface QueueFilmProps {
  film: Passages;
  replicas: number;
  /** 0: none. Whoever waits for longer is drawn as a ring. */
  limitMs: number;
}

/** More of them are said as a number. */
const most = 24;

/**
 * Requests waiting in front of their replicas, at the times that the simulation drew: a picture of one moment, a slider for the others,
 * and a button that lets it run. Under reduced motion the button goes from change to change.
 */
export function QueueFilm({ film, replicas, limitMs }: QueueFilmProps) {
  const { at, playing, toggle, goTo, next } = useFilm(film);
  const { still, look } = useStill();
  const { waiting, serving, refused } = momentAt(film, at);
  const line = waiting.slice(0, most);
  const late = ({ arrival }: { arrival: number }) => limitMs > 0 && at - arrival > limitMs;
  const words = [
    counted(waiting.length, 'request') + (waiting.length === 1 ? ' waits' : ' wait'),
    `${formatFixed(serving.length)} of ${counted(replicas, 'replica')} busy`,
    ...(refused > 0 ? [`${formatFixed(refused)} turned away`] : []),
  ].join(' · ');
  const [from, until] = [film.from, film.until];
  return (
    <section ref={look} className={styles.film} aria-label="The queue, request by request">
      {still ? (
        <Button icon="play" onClick={next}>
          Next change
        </Button>
      ) : (
        <Button icon={playing ? 'pause' : 'play'} onClick={toggle}>
          {playing ? 'Pause' : 'Play'}
        </Button>
      )}
      <div className={styles.picture} role="img" aria-label={words}>
        <span className={styles.line}>
          {waiting.length > most && (
            <span className={styles.more}>+{formatFixed(waiting.length - most)}</span>
          )}
          {line.toReversed().map((one) => (
            <span key={one.arrival} className={styles.dot} data-late={late(one)} />
          ))}
        </span>
        {Array.from({ length: replicas }, (_, place) => (
          <span key={place} className={styles.replica}>
            {serving[place]?.slice(0, 4).map((one) => (
              <span key={one.arrival} className={styles.dot} data-late={late(one)} />
            ))}
          </span>
        ))}
      </div>
      <div className={styles.time}>
        <Stairs film={film} />
        <input
          type="range"
          aria-label="Moment"
          aria-valuetext={`${formatDuration(at - from, 2)}: ${words}`}
          min={0}
          max={200}
          step={1}
          value={Math.round((200 * (at - from)) / (until - from))}
          onChange={(event) =>
            goTo(from + ((until - from) * Number(event.currentTarget.value)) / 200)
          }
        />
      </div>
      <p className={styles.words}>
        {words}
        <span className={styles.quiet}>
          {formatDuration(at - from, 2)} of {formatDuration(until - from, 2)}
          {limitMs > 0 && ' · ring: over the limit'}
        </span>
      </p>
    </section>
  );
}

/** How many wait over the whole stretch. */
function Stairs({ film }: { film: Passages }) {
  const steps = waitingSteps(film);
  const top = Math.max(1, ...steps.map(([, many]) => many));
  const x = (at: number) => (100 * (at - film.from)) / (film.until - film.from);
  const y = (many: number) => 30 - (28 * many) / top;
  const path = steps.map(([at, many]) => `H${x(at).toFixed(2)}V${y(many).toFixed(2)}`).join('');
  return (
    <svg
      viewBox="0 0 100 30"
      preserveAspectRatio="none"
      className={styles.stairs}
      aria-hidden="true"
    >
      <path d={`M0 30${path}V30Z`} />
    </svg>
  );
}
