import { Axis, Drawing, Word } from './drawing.tsx';
import styles from './drawing.module.css';

const days = Array.from({ length: 12 }, (_, index) => 24 + index * 22);

interface SplitProps {
  label: string;
  /** Which of the twelve rows test the model, and which are left out. */
  test: (index: number) => boolean;
  left?: (index: number) => boolean;
}

/** Twelve rows on a line of time: filled ones train, hollow ones test. */
function Split({ label, test, left = () => false }: SplitProps) {
  const radius = (index: number) => (left(index) ? 2 : 7);
  return (
    <Drawing label={label} height={80}>
      <Axis y={48} />
      {days.map((x, index) => (
        <circle
          key={x}
          className={test(index) ? styles.hollow : styles.fillAccent}
          cx={x}
          cy={32}
          r={radius(index)}
        />
      ))}
      <Word x={10} y={14}>
        filled: trains · hollow: tests
      </Word>
      <Word x={290} y={66} anchor="end">
        time
      </Word>
    </Drawing>
  );
}

export const RandomSplit = () => (
  <Split
    label="Rows on a line of time; those that test lie anywhere among those that train."
    test={(index) => [1, 4, 6, 10].includes(index)}
  />
);
export const ChronologicalSplit = () => (
  <Split
    label="Rows on a line of time: the earlier ones train, all later ones test."
    test={(index) => index >= 8}
  />
);
export const Gap = () => (
  <Split
    label="Rows on a line of time: the earlier ones train, two are left out, all later ones test."
    test={(index) => index >= 8}
    left={(index) => index === 6 || index === 7}
  />
);

interface LookUpProps {
  label: string;
  /** Which value the join takes: of the newest event, the newest known, or one from the future. */
  takes: 'event' | 'known' | 'future';
}

/** Events with the moment their label is known, and what a row that is to be predicted reads. */
function LookUp({ label, takes }: LookUpProps) {
  const events = [
    { at: 30, known: 96, take: takes === 'known' },
    { at: 124, known: 214, take: takes === 'event' },
    { at: 232, known: 268, take: takes === 'future' },
  ];
  const now = 170;
  return (
    <Drawing label={label} height={112}>
      <Axis y={74} />
      {events.map(({ at, known, take }) => (
        <g key={at}>
          <circle className={take ? styles.fillAccent : styles.hollow} cx={at} cy={74} r={6} />
          <path className={styles.dashed} d={`M${at} 84v8H${known}`} />
          <path className={styles.line} d={`M${known} 87v10`} />
          {take && (
            <path
              className={takes === 'known' ? styles.lineAccent : styles.lineWarn}
              d={`M${at} 64Q${(at + now) / 2} 22 ${now + (at < now ? -4 : 4)} 60`}
            />
          )}
        </g>
      ))}
      <path className={styles.line} d={`M${now} 18V80`} />
      <Word x={now + 6} y={24} of="ink">
        predict now
      </Word>
      <Word x={10} y={109}>
        dashes end when the label is known
      </Word>
    </Drawing>
  );
}

export const AsOfJoin = () => (
  <LookUp label="A prediction reads the newest value that is known at its moment." takes="known" />
);
export const EventTime = () => (
  <LookUp
    label="A prediction reads the newest earlier event, though its label is known only later."
    takes="event"
  />
);
export const Leakage = () => (
  <LookUp label="A prediction reads a value of an event that comes after it." takes="future" />
);

/** From the event to its label. */
export function LabelDelay() {
  return (
    <Drawing
      label="An event, and some days later the moment at which its label is known."
      height={84}
    >
      <Axis y={50} />
      <circle className={styles.fillAccent} cx={60} cy={50} r={7} />
      <path className={styles.line} d="M220 40v20" />
      <path className={styles.lineWarn} d="M72 34H214m-6 -4l6 4l-6 4M72 30v8" />
      <Word x={60} y={76} anchor="middle">
        event
      </Word>
      <Word x={220} y={76} anchor="middle">
        label known
      </Word>
      <Word x={143} y={24} anchor="middle" of="warn">
        label delay
      </Word>
    </Drawing>
  );
}
