import { names } from '../drawing/identities.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { FacePicture } from './face-picture.tsx';
import { portraits } from './faces.ts';
import styles from './bars.module.css';

interface PredictionBarsProps {
  without: readonly number[] | null;
  withPair: readonly number[] | null;
  on: boolean;
  who: number;
  said: number | null;
  fooled: boolean;
}

/** Ten people, how likely the model takes the face for each; a ring shows where the bar was without glasses. */
export function PredictionBars({ without, withPair, on, who, said, fooled }: PredictionBarsProps) {
  return (
    <>
      <p className={styles.head}>
        <strong>Who the model says it is</strong>
        {on && (
          <span className={styles.legend}>
            <i className={styles.ring} /> without glasses
          </span>
        )}
      </p>
      <ol className={styles.list}>
        {names.map((name, i) => {
          const now = withPair?.[i] ?? null;
          const was = on ? (without?.[i] ?? null) : null;
          const moved = now !== null && was !== null && Math.abs(now - was) > 0.03;
          return (
            <li key={name} className={styles.row} data-role={roleOf(i, { who, said, fooled })}>
              <FacePicture face={portraits[i]!} className={styles.portrait} />
              <span className={styles.name}>
                {name}
                {i === who && <span className="said"> (who it is)</span>}
              </span>
              <span className={styles.track} aria-hidden>
                {now !== null && (
                  <span className={styles.bar} style={{ width: `${Math.max(0.6, now * 100)}%` }} />
                )}
                {moved && (
                  <span
                    className={styles.ghostLine}
                    style={{
                      left: `${Math.min(now, was) * 100}%`,
                      width: `${Math.abs(now - was) * 100}%`,
                    }}
                  />
                )}
                {moved && was > 0.03 && (
                  <span className={styles.ring} style={{ left: `${was * 100}%` }} />
                )}
              </span>
              <span className={styles.value}>
                {now === null ? (
                  '–'
                ) : (
                  <>
                    {formatFixed(now * 100, 1)}
                    <small> %</small>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** What a person is in the answer: whom the model takes the face for, or whose face it is. */
function roleOf(
  person: number,
  { who, said, fooled }: Pick<PredictionBarsProps, 'who' | 'said' | 'fooled'>,
) {
  if (person === said) return fooled ? 'fooled' : 'said';
  return person === who ? 'own' : undefined;
}
