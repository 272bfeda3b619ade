import { useSlide } from '../../../renderer/deck/deck-context.ts';
import styles from './leaves.module.css';

/** The drawing's clock: 0 to 4 seconds. A trip with one leaf takes 1 s; a trip with a dozen takes 3 s. */
const left = 250;
const right = 962;
const second = (right - left) / 4;
const at = (seconds: number) => left + seconds * second;

const upper = 96;
const lower = 290;
const batch = Array.from({ length: 12 }, (_, index) => ({ x: at(3) - 172 + (index % 6) * 31, y: lower - 13 + Math.floor(index / 6) * 27 }));

/**
 * The same four seconds on two belts. Above, leaves travel one at a time: each arrives one second after it left.
 * Below they travel by the dozen: the batch takes three times as long and still brings more.
 */
export function Leaves() {
  const { step } = useSlide();
  const since = (n: number) => ({ className: styles.fade, 'data-step': step < n ? 'coming' : step === n ? 'now' : 'shown' });
  return (
    <svg className={styles.figure} viewBox="0 0 1136 420" width="1136" height="420" role="img" aria-label={describe(step)}>
      {[0, 1, 2, 3, 4].map((s) => (
        <g key={s} className={styles.clock}>
          <path d={`M${at(s)} 34V388`} />
          <text x={at(s)} y="22" textAnchor="middle">{s === 0 ? 'start' : `${s} s`}</text>
        </g>
      ))}

      <text x="0" y="84" className={styles.belt}>One by one</text>
      <Trip from={0} to={1} y={upper} />
      <Leaf x={at(1) - 18} y={upper} />
      <Span to={1} y={upper + 40} words="latency 1 s" />
      <g {...since(2)}>
        <text x="0" y="122" className={styles.finding}>low latency is</text>
        <text x="0" y="156" className={styles.finding}>high throughput</text>
        {[1, 2, 3].map((s) => (
          <g key={s}>
            <Trip from={s} to={s + 1} y={upper} />
            <Leaf x={at(s + 1) - 18} y={upper} />
          </g>
        ))}
        <Rate y={upper} leaves="1 leaf" />
      </g>

      <g {...since(3)}>
        <text x="0" y={lower - 12} className={styles.belt}>In batches</text>
        <text x="0" y={lower + 26} className={styles.finding}>high latency and</text>
        <text x="0" y={lower + 60} className={styles.finding}>high throughput</text>
        <Trip from={0} to={3} y={lower} load={170} />
        {batch.map(({ x, y }) => (
          <Leaf key={`${x}-${y}`} x={x} y={y} />
        ))}
        <Span to={3} y={lower + 48} words="latency 3 s for each of the 12" late />
        <Rate y={lower} leaves="4 leaves" />
      </g>
    </svg>
  );
}

function describe(step: number): string {
  const one = 'Four seconds on a time line. One by one: a leaf arrives one second after it left.';
  if (step === 1) return one;
  const rate = `${one} Another leaf arrives every second: one leaf per second. Low latency is high throughput.`;
  return step === 2 ? rate : `${rate} In batches: twelve leaves arrive together after three seconds, four leaves per second, each with a latency of three seconds. High latency and high throughput.`;
}

/** The way a load has come; `load` is the load's own width in px. */
function Trip({ from, to, y, load = 16 }: { from: number; to: number; y: number; load?: number }) {
  return <path className={styles.trip} d={`M${at(from) + 6} ${y}H${at(to) - load - 26}`} />;
}

/** A bracket with its words, under a trip that starts at 0. */
function Span({ to, y, words, late = false }: { to: number; y: number; words: string; late?: boolean }) {
  return (
    <g className={styles.span} data-late={late || undefined}>
      <path d={`M${at(0) + 1} ${y - 7}v14M${at(to) - 1} ${y - 7}v14M${at(0) + 1} ${y}H${at(to) - 1}`} />
      <text x={at(to / 2)} y={y + 37} textAnchor="middle">{words}</text>
    </g>
  );
}

function Rate({ y, leaves }: { y: number; leaves: string }) {
  return (
    <>
      <text x="1136" y={y + 2} textAnchor="end" className={styles.rate}>{leaves}</text>
      <text x="1136" y={y + 36} textAnchor="end" className={styles.finding}>per second</text>
    </>
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
