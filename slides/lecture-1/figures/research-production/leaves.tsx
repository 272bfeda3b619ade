import { useState } from 'react';
import { useSlide } from '../../../../renderer/deck/deck-context.ts';
import { Step } from '../../../../renderer/deck/slide.tsx';
import styles from './leaves.module.css';
import { fixedSeconds, perLeafSeconds, trip } from './trip.ts';

/** The drawing's clock: 0 to 4 seconds, which is the longest trip offered. */
const left = 250;
const right = 962;
const second = (right - left) / 4;
const at = (seconds: number) => left + seconds * second;

const upper = 96;
const lower = 270;
const sizes = [2, 6, 16] as const;
/** Distance of leaves in a batch, in px; a batch stands in two rows. */
const pitch = 31;

/**
 * The same four seconds on two belts. Above, leaves travel one at a time: each arrives one second after it left.
 * Below they travel in batches, whose size the learner picks: each leaf takes longer, and still more arrive.
 */
export function Leaves() {
  const { step } = useSlide();
  const [size, setSize] = useState<number>(6);
  const { latencySeconds, leavesPerSecond } = trip(size);
  const since = (n: number) => ({ className: styles.fade, 'data-step': step < n ? 'coming' : step === n ? 'now' : 'shown' });
  return (
    <>
      <svg className={styles.figure} viewBox="0 0 1136 376" width="1136" height="376" role="img" aria-label={describe(step, size)}>
        {[0, 1, 2, 3, 4].map((s) => (
          <g key={s} className={styles.clock}>
            <path d={`M${at(s)} 34V360`} />
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
          {Array.from({ length: Math.floor(4 / latencySeconds) }, (_, number) => (
            <Batch key={number} from={number * latencySeconds} to={(number + 1) * latencySeconds} size={size} />
          ))}
          <Span to={latencySeconds} y={lower + 44} words={`latency ${latencySeconds} s for each of the ${size}`} late />
          <Rate y={lower} leaves={`${round(leavesPerSecond)} leaves`} />
        </g>
      </svg>
      <Step n={3} className={styles.choice}>
        <span id="leaves-on-a-trip">Leaves on a trip</span>
        <span role="group" aria-labelledby="leaves-on-a-trip" className={styles.sizes}>
          {sizes.map((one) => (
            <button key={one} type="button" aria-pressed={one === size} onClick={() => setSize(one)}>{one}</button>
          ))}
        </span>
        <span className={styles.law}>{`A trip takes ${fixedSeconds} s and ${perLeafSeconds} s more for each leaf.`}</span>
      </Step>
    </>
  );
}

/** One decimal where there is one to show. */
const round = (value: number) => String(Math.round(value * 10) / 10);

function describe(step: number, size: number): string {
  const { latencySeconds, leavesPerSecond } = trip(size);
  const one = 'Four seconds on a time line. One by one: a leaf arrives one second after it left.';
  if (step === 1) return one;
  const rate = `${one} Another leaf arrives every second: one leaf per second. Low latency is high throughput.`;
  return step === 2 ? rate : `${rate} In batches: ${size} leaves arrive together after ${latencySeconds} seconds, ${round(leavesPerSecond)} leaves per second, each with a latency of ${latencySeconds} seconds. High latency and high throughput.`;
}

/** The way a load has come; `load` is the load's own width in px. */
function Trip({ from, to, y, load = 16 }: { from: number; to: number; y: number; load?: number }) {
  return <path className={styles.trip} d={`M${at(from) + 6} ${y}H${at(to) - load - 26}`} />;
}

/** A batch in two rows, and the way it has come. */
function Batch({ from, to, size }: { from: number; to: number; size: number }) {
  const columns = size / 2;
  return (
    <>
      <Trip from={from} to={to} y={lower} load={columns * pitch - 15} />
      {Array.from({ length: size }, (_, index) => (
        <Leaf key={index} x={at(to) - 18 - (index % columns) * pitch} y={lower - 13 + Math.floor(index / columns) * 27} />
      ))}
    </>
  );
}

/** A bracket with its words, under a trip that starts at 0. */
function Span({ to, y, words, late = false }: { to: number; y: number; words: string; late?: boolean }) {
  return (
    <g className={styles.span} data-late={late || undefined}>
      <path d={`M${at(0) + 1} ${y - 7}v14M${at(to) - 1} ${y - 7}v14M${at(0) + 1} ${y}H${at(to) - 1}`} />
      <text x={at(0) + 10} y={y + 36}>{words}</text>
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
