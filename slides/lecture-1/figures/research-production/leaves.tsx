import { useMemo, type CSSProperties } from 'react';
import { z } from 'zod';
import { useOnScreen, useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { Step } from '../../../../renderer/shared/slide/slide.tsx';
import { useShared, type Shared } from '../../../../renderer/host/use-shared.ts';
import { InlineLab } from '../../../../renderer/shared/lab/inline-lab.tsx';
import { useSince } from '../shared/since.ts';
import { describeLeaves, rateWords, round, spanWords } from './leaves-words.ts';
import { LoadChoice } from './leaves-choice.tsx';
import styles from './leaves.module.css';
import { belt, fixedSeconds, perLeafSeconds, tripsWithin } from './trip.ts';

const sizes = ['2', '6', '16'] as const;
const comings = ['1', '2', 'plenty'] as const;
type Load = { size: (typeof sizes)[number]; coming: (typeof comings)[number] };

/** Every window shows the same belt, after a restart too. */
const shared: Shared<Load> = {
  key: 'slide/latency-throughput',
  schema: z.object({ size: z.enum(sizes), coming: z.enum(comings) }),
  fallback: { size: '6', coming: 'plenty' },
  keep: true,
};

/** The drawing's clock ends at the first of these that holds the first trip, s; the leaves' way through it always takes as long. */
const ranges = [4, 8, 12, 20] as const;
const rideSeconds = 4;
const left = 250;
const right = 962;
const upper = 84;
const lower = 222;
/** Distance of leaves in a batch, in px; a batch stands in two rows. */
const pitch = 31;

/**
 * The same seconds on two belts. Above, leaves travel one at a time. Below they travel in batches. Whoever teaches sets how many leaves
 * a trip takes and how many come: each leaf takes longer, and more arrive, if there are enough of them. The leaves ride once whenever
 * something changes, then rest.
 */
export function Leaves() {
  const { step } = useSlide();
  const [load, setLoad] = useShared(shared);
  const size = Number(load.size);
  const perSecond = load.coming === 'plenty' || step < 3 ? Infinity : Number(load.coming);
  const own = belt(size, perSecond);
  const range = step < 3 ? 4 : (ranges.find((seconds) => seconds >= own.latencySeconds) ?? 20);
  const alone = belt(1, perSecond);
  const [singles, batches] = useMemo(
    () => [tripsWithin(1, perSecond, range), tripsWithin(size, perSecond, range)],
    [size, perSecond, range],
  );
  const at = (seconds: number) => left + (seconds * (right - left)) / range;
  const onScreen = useOnScreen();
  const since = useSince();
  const singleLeaves = singles.map(({ from, to }) => (
    <Ride key={to} from={from} to={to} at={at} range={range}>
      <Leaf x={at(to) - 18} y={upper} />
    </Ride>
  ));
  return (
    <>
      <svg
        className={styles.figure}
        viewBox="0 0 1136 322"
        width="1136"
        height="322"
        role="img"
        aria-label={describeLeaves(step, size, perSecond)}
        data-rides={onScreen || undefined}
        data-own-number
      >
        {[0, 1, 2, 3, 4].map((quarter) => (
          <g key={quarter} className={styles.clock} data-axis>
            <path d={`M${at((quarter * range) / 4)} 32V312`} />
            <text x={at((quarter * range) / 4)} y="20" textAnchor="middle">
              {quarter === 0 ? 'start' : `${(quarter * range) / 4} s`}
            </text>
          </g>
        ))}

        <text x="0" y="66" className={styles.belt}>
          One by one
        </text>
        <Way from={0} to={1} y={upper} at={at} />
        {singleLeaves[0]}
        <Span to={1} y={upper + 30} at={at} words="latency 1 s" />
        <g className={styles.fade} data-step={since(2)}>
          <text x="0" y="102" className={styles.finding}>
            low latency is
          </text>
          <text x="0" y="136" className={styles.finding}>
            high throughput
          </text>
          {range === 4 &&
            singles
              .slice(1)
              .map(({ from, to }) => <Way key={to} from={from} to={to} y={upper} at={at} />)}
          <g key={`${load.coming} ${range} ${step < 3}`}>{singleLeaves.slice(1)}</g>
          <Rate y={upper} words={rateWords(alone)} behind={alone.leftBehind} />
        </g>

        <g className={styles.fade} data-step={since(3)}>
          <text x="0" y={lower - 18} className={styles.belt}>
            In batches
          </text>
          <text x="0" y={lower + 18} className={styles.finding}>
            high latency and
          </text>
          <text x="0" y={lower + 52} className={styles.finding}>
            {own.leavesPerSecond > 1 ? 'high throughput' : 'nothing gained'}
          </text>
          {step >= 3 && (
            <g key={`${load.size} ${load.coming}`}>
              {batches.map(({ from, to }) => (
                <g key={to}>
                  <Way from={from} to={to} y={lower} at={at} load={(size / 2) * pitch - 15} />
                  <Ride from={from} to={to} at={at} range={range}>
                    {Array.from({ length: size }, (_, index) => (
                      <Leaf
                        key={index}
                        x={at(to) - 18 - (index % (size / 2)) * pitch}
                        y={lower - 13 + Math.floor(index / (size / 2)) * 27}
                      />
                    ))}
                  </Ride>
                </g>
              ))}
            </g>
          )}
          <Span
            from={own.fillSeconds}
            to={own.latencySeconds}
            y={lower + 40}
            at={at}
            words={spanWords(own, size)}
            late
          />
          <Rate y={lower} words={rateWords(own)} behind={own.leftBehind} />
          <text
            x="1136"
            y={lower + 90}
            textAnchor="end"
            className={styles.law}
            data-small
            data-own-number
          >{`a trip: ${fixedSeconds} s + ${perLeafSeconds} s a leaf`}</text>
        </g>
      </svg>
      <Step n={3} className={styles.choice}>
        <LoadChoice
          label="Leaves on a trip"
          options={sizes.map((value) => ({ value, label: value }))}
          value={load.size}
          onChange={(next) => setLoad({ ...load, size: next })}
        />
        <LoadChoice
          label="coming per second"
          options={comings.map((value) => ({
            value,
            label: value === 'plenty' ? 'more than fit' : value,
          }))}
          value={load.coming}
          onChange={(next) => setLoad({ ...load, coming: next })}
        />
      </Step>
      <Step n={3} className={styles.yours}>
        <InlineLab lab="latency" figure="batch" onScreen={onScreen && step >= 3} />
      </Step>
    </>
  );
}

type At = (seconds: number) => number;

/** What rides from `from` to `to`: drawn where it arrives. The animation starts where it left, once. */
function Ride({
  from,
  to,
  at,
  range,
  children,
}: {
  from: number;
  to: number;
  at: At;
  range: number;
  children: React.ReactNode;
}) {
  const seconds = (time: number) => `${round((time * rideSeconds) / range, 3)}s`;
  return (
    <g
      className={styles.ride}
      style={
        {
          '--back': `${at(from) - at(to)}px`,
          animationDelay: seconds(from),
          animationDuration: seconds(to - from),
        } as CSSProperties
      }
    >
      {children}
    </g>
  );
}

/** The way a load has come; `load` is the load's own width in px. */
function Way({
  from,
  to,
  y,
  at,
  load = 16,
}: {
  from: number;
  to: number;
  y: number;
  at: At;
  load?: number;
}) {
  const [start, end] = [at(from) + 6, at(to) - load - 26];
  return end > start ? <path className={styles.trip} d={`M${start} ${y}H${end}`} /> : null;
}

/** A bracket with its words, from the start to `to`; a tick at `from`, where waiting ends and the trip begins. */
function Span({
  from = 0,
  to,
  y,
  at,
  words,
  late = false,
}: {
  from?: number;
  to: number;
  y: number;
  at: At;
  words: string;
  late?: boolean;
}) {
  return (
    <g className={styles.span} data-late={late || undefined}>
      <path
        d={
          `M${at(0) + 1} ${y - 7}v14M${at(to) - 1} ${y - 7}v14M${at(0) + 1} ${y}H${at(to) - 1}` +
          `${from > 0 ? `M${at(from)} ${y - 5}v10` : ''}`
        }
      />
      <text x={at(0) + 10} y={y + 36}>
        {words}
      </text>
    </g>
  );
}

function Rate({ y, words, behind }: { y: number; words: string; behind: number }) {
  return (
    <>
      <text x="1136" y={y - 4} textAnchor="end" className={styles.rate}>
        {words}
      </text>
      <text x="1136" y={y + 30} textAnchor="end" className={styles.finding}>
        per second
      </text>
      {behind > 0.05 && (
        <text
          x="1136"
          y={y + 60}
          textAnchor="end"
          className={styles.behind}
        >{`${round(behind)} more left behind`}</text>
      )}
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
