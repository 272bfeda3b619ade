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
  const all = Math.max(plan.totalMs, plan.endMs);
  const behind = begun ? behindMs(place, elapsed) : 0;
  const pace = paceOf(behind);
  const [from, to] = behind > 0 ? [place.endMs, elapsed] : [elapsed, place.endMs];
  return (
    <div className={styles.timeline} aria-hidden="true">
      {plan.parts.map((one) => (
        <Part key={one.id} part={one} now={one.id === part} place={place} whole={all} />
      ))}
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

/** Of the whole line: a shorter part has no room for its own name, which then reaches into the next part. */
const shortPart = 0.1;
/** A part that begins later on the line has its name to the left of its end: to the right there is no room. */
const latePart = 0.8;

/** One part of the lecture, filled as far as it should be shown by now. */
function Part({
  part,
  now,
  place,
  whole,
}: {
  part: Plan['parts'][number];
  now: boolean;
  place: Span;
  whole: number;
}) {
  const length = part.endMs - part.startMs;
  const { state, width } = partFill(part, now, place);
  return (
    <div
      className={styles.part}
      data-state={state}
      data-short={length < shortPart * whole ? '' : undefined}
      data-late={part.startMs > latePart * whole ? '' : undefined}
      style={{ flexGrow: length }}
    >
      <span className={styles.track}>
        <span className={styles.filled} style={{ width }} />
      </span>
      <span className={styles.name}>{part.title}</span>
    </div>
  );
}

function partFill({ startMs, endMs }: Span, now: boolean, place: Span) {
  if (now) return { state: 'now', width: share(place.endMs - startMs, endMs - startMs) };
  if (startMs < place.startMs) return { state: 'past', width: '100%' };
  return { state: 'coming', width: 0 };
}
