import { Drawing, Word } from './drawing.tsx';
import styles from './drawing.module.css';

/** Made-up times of 100 calls, in bins: most are short, a few long. Adds up to 100. */
const bins = [2, 9, 17, 19, 15, 11, 8, 6, 4, 3, 2, 1, 1, 1, 0, 1];
const width = 17;
const left = 14;

/** How many bins the given share of the calls fills, counted from the left. */
function binsUpTo(share: number): number {
  let sum = 0;
  return bins.findIndex((count) => (sum += count) >= share) + 1;
}

/** Times of many calls with a line at one percentile; beyond it the rest is marked. */
function Percentile({ share, name }: { share: number; name: string }) {
  const cut = binsUpTo(share);
  const x = left + cut * width;
  return (
    <Drawing
      label={`Times of 100 calls. ${share} of them lie left of a line, ${100 - share} right of it.`}
    >
      {bins.map((count, index) => (
        <rect
          key={index}
          className={index < cut ? styles.fill : styles.fillWarn}
          x={left + index * width + 1}
          y={82 - count * 3.2}
          width={width - 2}
          height={count * 3.2}
        />
      ))}
      <path className={styles.line} d="M10 82H290" />
      <path className={styles.lineAccent} d={`M${x} 18V82`} />
      <Word x={x > 220 ? x - 5 : x + 5} y={24} of="accent" anchor={x > 220 ? 'end' : 'start'}>
        {name}
      </Word>
      <Word x={290} y={97} anchor="end">
        longer times →
      </Word>
    </Drawing>
  );
}

export const Median = () => <Percentile share={50} name="p50" />;
export const P95 = () => <Percentile share={95} name="p95" />;
export const P99 = () => <Percentile share={99} name="p99" />;
export const Tail = () => <Percentile share={95} name="the tail →" />;

/** Two lognormal curves with one median. */
export function Lognormal() {
  return (
    <Drawing label="Two curves of times: with a small σ narrow, with a large σ wide with a long tail.">
      <path className={styles.line} d="M10 84H290" />
      <path className={styles.lineAccent} d="M14 84C44 84 52 14 76 14C100 14 104 84 146 84" />
      <path
        className={styles.lineWarn}
        strokeDasharray="7 4"
        d="M12 84C22 80 30 46 50 46C84 46 110 78 286 82"
      />
      <Word x={98} y={24} of="accent">
        small σ
      </Word>
      <Word x={170} y={68} of="warn">
        large σ
      </Word>
    </Drawing>
  );
}

/** The same three values on two axes. */
export function LogScale() {
  const mark = (x: number, y: number) => (
    <circle className={styles.fillAccent} cx={x} cy={y} r={4} />
  );
  return (
    <Drawing label="1, 10 and 100: crowded on a linear axis, evenly apart on a log axis.">
      <path className={styles.line} d="M20 30H280M20 78H280" />
      {mark(22.6, 30)}
      {mark(46, 30)}
      {mark(280, 30)}
      {mark(20, 78)}
      {mark(150, 78)}
      {mark(280, 78)}
      <Word x={150} y={22} anchor="middle">
        linear
      </Word>
      <Word x={20} y={97} anchor="middle">
        1
      </Word>
      <Word x={150} y={97} anchor="middle">
        10
      </Word>
      <Word x={280} y={97} anchor="middle">
        100
      </Word>
      <Word x={215} y={70} anchor="middle">
        log
      </Word>
    </Drawing>
  );
}

/** The first calls, which are slower and do not count. */
export function WarmUp() {
  const calls = [62, 40, 28, 20, 22, 19, 21, 20, 23, 20, 19, 21];
  return (
    <Drawing
      label="Times of twelve calls, one after another. The first three are long and are thrown away."
      height={100}
    >
      {calls.map((time, place) => (
        <rect
          key={place}
          className={place < 3 ? styles.hollow : styles.fillAccent}
          x={16 + place * 22}
          y={76 - time}
          width={16}
          height={time}
        />
      ))}
      <path className={styles.line} d="M10 76H290" />
      <Word x={16} y={94}>
        warm-up
      </Word>
      <Word x={82} y={94} of="accent">
        timed
      </Word>
    </Drawing>
  );
}
