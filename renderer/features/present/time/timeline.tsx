import type { Plan, Span } from './pace.ts';
import { paceOf, behindMs } from './pace.ts';
import styles from './timeline.module.css';

const share = (ms: number, of: number) => `${Math.min(100, Math.max(0, (ms / of) * 100))}%`;

/** The lecture as a line: its parts, how far one is, and, where the two differ, how far one should be. */
export function Timeline({
  plan,
  part,
  place,
  elapsed,
  begun,
}: {
  plan: Plan;
  part: string;
  place: Span;
  elapsed: number;
  begun: boolean;
}) {
  const all = plan.totalMs;
  const behind = begun ? behindMs(place, elapsed) : 0;
  const pace = paceOf(behind);
  const [from, to] = behind > 0 ? [place.endMs, elapsed] : [elapsed, place.endMs];
  return (
    <div className={styles.timeline} aria-hidden="true">
      {plan.parts.map((one) => {
        const long = one.endMs - one.startMs;
        const chooseState = () => {
          if (one.id === part) return 'now';
          return one.startMs < place.startMs ? 'past' : 'coming';
        };
        const state = chooseState();
        const chooseWidth = () => {
          if (state === 'now') return share(place.endMs - one.startMs, long);
          return state === 'past' ? '100%' : 0;
        };
        return (
          <div key={one.id} className={styles.part} data-state={state} style={{ flexGrow: long }}>
            <span className={styles.track}>
              <span
                className={styles.filled}
                style={{
                  width: chooseWidth(),
                }}
              />
            </span>
            <span className={styles.name}>{one.title}</span>
          </div>
        );
      })}
      {begun && (
        <>
          {pace !== 'on time' && (
            <span
              className={styles.gap}
              data-pace={pace}
              style={{ left: share(from, all), width: share(Math.min(to, all) - from, all) }}
            />
          )}
          <span className={styles.mark} data-pace={pace} style={{ left: share(elapsed, all) }} />
        </>
      )}
    </div>
  );
}
