import { useSlide } from '../../../renderer/deck/deck-context.ts';
import { Step } from '../../../renderer/deck/slide.tsx';
import styles from './leaves.module.css';

/** The drawing's clock: 0 to 4 seconds. One trip takes 1 s; a trip with a dozen leaves takes 3. */
const left = 250;
const right = 1010;
const second = (right - left) / 4;
const at = (seconds: number) => left + seconds * second;

const single = [0, 1, 2, 3];
const batch = Array.from({ length: 12 }, (_, index) => ({ x: at(3) - 82 + (index % 6) * 31, y: 262 + Math.floor(index / 6) * 26 }));

/**
 * The same four seconds on two belts. Above, leaves travel one at a time: each arrives one second after it left.
 * Below they travel by the dozen: the batch takes three times as long and still brings more.
 */
export function Leaves() {
  const { step } = useSlide();
  return (
    <>
      <svg className={styles.figure} viewBox="0 0 1136 410" width="1136" height="410" role="img" aria-label={describe(step)}>
        <g className={styles.axis}>
          {[0, 1, 2, 3, 4].map((s) => (
            <path key={s} d={`M${at(s)} 34V352`} />
          ))}
        </g>
        <g className={styles.clock}>
          {[0, 1, 2, 3, 4].map((s) => (
            <text key={s} x={at(s)} y="20" textAnchor="middle">{s === 0 ? 'start' : `${s} s`}</text>
          ))}
        </g>
        <text x="0" y="104" className={styles.belt}>One by one</text>
        <g>
          {single.map((s) => (
            <Trip key={s} from={at(s)} to={at(s + 1)} y={95} now={step === 1 && s === 0} />
          ))}
          {single.map((s) => (
            <Leaf key={s} x={at(s + 1) - 20} y={95} />
          ))}
        </g>
        <Span from={at(0)} to={at(1)} y={134} words="latency 1 s" />
        <g data-step={step < 2 ? 'coming' : 'shown'} className={styles.fade}>
          <text x="1136" y="92" textAnchor="end" className={styles.rate}>1 leaf</text>
          <text x="1136" y="124" textAnchor="end" className={styles.per}>per second</text>
        </g>
        <g data-step={step < 3 ? 'coming' : 'shown'} className={styles.fade}>
          <text x="0" y="286" className={styles.belt}>In batches</text>
          <Trip from={at(0)} to={at(3)} y={275} now />
          {batch.map(({ x, y }) => (
            <Leaf key={`${x}-${y}`} x={x} y={y} />
          ))}
          <Span from={at(0)} to={at(3)} y={332} words="latency 3 s for each of the 12" late />
          <text x="1136" y="272" textAnchor="end" className={styles.rate}>4 leaves</text>
          <text x="1136" y="304" textAnchor="end" className={styles.per}>per second</text>
        </g>
      </svg>
      <div className={styles.words}>
        <Step n={2} className={styles.word}>One by one, <strong>low latency is high throughput</strong>: halve the trip and twice as many arrive.</Step>
        <Step n={3} className={styles.word}>In batches, <strong>high latency and high throughput</strong> come together.</Step>
      </div>
    </>
  );
}

function describe(step: number): string {
  const one = 'Four seconds on a time line. One by one: a leaf arrives every second, one second after it left.';
  if (step === 1) return one;
  const rate = `${one} That is one leaf per second.`;
  return step === 2 ? rate : `${rate} In batches: twelve leaves arrive together after three seconds, four leaves per second, each with a latency of three seconds.`;
}

function Trip({ from, to, y, now }: { from: number; to: number; y: number; now: boolean }) {
  return <path className={styles.trip} data-now={now || undefined} d={`M${from + 4} ${y}H${to - 38}`} />;
}

/** A bracket with its words, under a trip. */
function Span({ from, to, y, words, late = false }: { from: number; to: number; y: number; words: string; late?: boolean }) {
  return (
    <g className={styles.span} data-late={late || undefined}>
      <path d={`M${from + 2} ${y - 7}v14M${to - 2} ${y - 7}v14M${from + 2} ${y}H${to - 2}`} />
      <text x={(from + to) / 2} y={y + 36} textAnchor="middle">{words}</text>
    </g>
  );
}

/** A leaf, its stalk to the lower left. */
function Leaf({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`} className={styles.leaf}>
      <path d="M-11 8C-13-4-3-11 12-10c1 14-8 22-20 17z" />
      <path d="M-15 12C-8 4 0-2 6-5" className={styles.vein} />
    </g>
  );
}
