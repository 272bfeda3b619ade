import { useMemo, type CSSProperties } from 'react';
import { z } from 'zod';
import { useOnScreen, useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { Step } from '../../../../renderer/shared/slide/slide.tsx';
import { useShared, type Shared } from '../../../../renderer/host/use-shared.ts';
import { InlineLab } from '../../../../renderer/shared/lab/inline-lab.tsx';
import { useSince } from '../shared/since.ts';
import {
  aloneChange,
  aloneWords,
  changeWords,
  describeRequests,
  rateWords,
  round,
  spanWords,
} from './requests-words.ts';
import { LoadChoice } from './requests-choice.tsx';
import styles from './requests.module.css';
import { batches, callsWithin, fixedSeconds, perRequestSeconds } from './call.ts';

const sizes = ['2', '6', '16'] as const;
const comings = ['1', '2', 'plenty'] as const;
type Load = { size: (typeof sizes)[number]; coming: (typeof comings)[number] };

/** Every window shows the same batches, after a restart too. */
const shared: Shared<Load> = {
  key: 'slide/latency-throughput',
  schema: z.object({ size: z.enum(sizes), coming: z.enum(comings) }),
  fallback: { size: '6', coming: 'plenty' },
  keep: true,
};

/** The drawing's clock ends at the first of these that holds the first call, s; the requests' way through it always takes as long. */
const ranges = [4, 8, 12, 20] as const;
const rideSeconds = 4;
const left = 250;
const right = 962;
const upper = 84;
const lower = 222;
/** Distance of requests in a batch, in px; a batch stands in two rows. */
const pitch = 31;

/**
 * The same seconds twice. Above, a model answers requests one at a time; below, in batches. Whoever teaches sets how many requests a
 * batch has and how many come: each of them waits longer, and more are answered, if there are enough. A request stands where it is
 * answered; it rides there once whenever something changes, then rests.
 */
export function Requests() {
  const { step } = useSlide();
  const [load, setLoad] = useShared(shared);
  const size = Number(load.size);
  const perSecond = load.coming === 'plenty' || step < 3 ? Infinity : Number(load.coming);
  const own = batches(size, perSecond);
  const range = step < 3 ? 4 : (ranges.find((seconds) => seconds >= own.latencySeconds) ?? 20);
  const alone = batches(1, perSecond);
  const [singles, together] = useMemo(
    () => [callsWithin(1, perSecond, range), callsWithin(size, perSecond, range)],
    [size, perSecond, range],
  );
  const changed = changeWords(own, alone);
  const before = aloneChange(alone);
  const at = (seconds: number) => left + (seconds * (right - left)) / range;
  const onScreen = useOnScreen();
  const since = useSince();
  const answered = singles.map(({ from, to }) => (
    <Ride key={to} from={from} to={to} at={at} range={range}>
      <Request x={at(to) - 18} y={upper} />
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
        aria-label={describeRequests(step, size, perSecond)}
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

        <text x="0" y="66" className={styles.way}>
          One by one
        </text>
        <Way from={0} to={1} y={upper} at={at} />
        {answered[0]}
        <Span to={1} y={upper + 30} at={at} words={aloneWords(alone)} />
        <g className={styles.fade} data-step={since(2)}>
          <text x="0" y="102" className={styles.finding}>
            {before[0]}
          </text>
          <text x="0" y="136" className={styles.finding}>
            {before[1]}
          </text>
          {range === 4 &&
            singles
              .slice(1)
              .map(({ from, to }) => <Way key={to} from={from} to={to} y={upper} at={at} />)}
          <g key={`${load.coming} ${range} ${step < 3}`}>{answered.slice(1)}</g>
          <Rate y={upper} words={rateWords(alone)} behind={alone.leftBehind} />
        </g>

        <g className={styles.fade} data-step={since(3)}>
          <text x="0" y={lower - 18} className={styles.way}>
            In batches
          </text>
          <text x="0" y={lower + 18} className={styles.finding}>
            {changed[0]}
          </text>
          <text x="0" y={lower + 52} className={styles.finding}>
            {changed[1]}
          </text>
          {step >= 3 && (
            <g key={`${load.size} ${load.coming}`}>
              {together.map(({ from, to }) => (
                <g key={to}>
                  <Way from={from} to={to} y={lower} at={at} load={(size / 2) * pitch - 15} />
                  <Ride from={from} to={to} at={at} range={range}>
                    {Array.from({ length: size }, (_, index) => (
                      <Request
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
          >{`a call takes ${fixedSeconds} s + ${perRequestSeconds} s a request`}</text>
        </g>
      </svg>
      <Step n={3} className={styles.choice}>
        <LoadChoice
          label="Requests in a batch"
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
  return end > start ? <path className={styles.path} d={`M${start} ${y}H${end}`} /> : null;
}

/** A bracket with its words, from the start to `to`; a tick at `from`, where waiting ends and the call begins. */
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
        >{`${round(behind)} unanswered`}</text>
      )}
    </>
  );
}

/** A request: a question in a bubble. */
function Request({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`} className={styles.request}>
      <path d="M-9-11H9q4 0 4 4V4q0 4-4 4H0l-6 6V8h-3q-4 0-4-4V-7q0-4 4-4z" />
      <path d="M-7-4H7M-7 2h8" className={styles.line} />
    </g>
  );
}
