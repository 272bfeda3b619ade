import { Axis, Box, Drawing, Word } from './drawing.tsx';
import styles from './drawing.module.css';

const requests = [18, 26, 33, 90, 104, 150, 158, 162, 169, 226, 262];

/** Moments at which requests come. */
export function Arrivals() {
  return (
    <Drawing
      label="Requests on a line of time: now and then several close together, then none for a while."
      height={70}
    >
      <Axis y={44} />
      {requests.map((x) => (
        <path key={x} className={styles.lineAccent} d={`M${x} 26V44`} />
      ))}
      <Word x={10} y={16} of="accent">
        requests
      </Word>
      <Word x={290} y={64} anchor="end">
        time
      </Word>
    </Drawing>
  );
}

/** The wait in the queue, then the work. */
export function ResponseTime() {
  return (
    <Drawing label="A request’s time: first it waits in the queue, then it is served." height={86}>
      <rect className={styles.fill} x={20} y={30} width={150} height={24} />
      <rect className={styles.fillAccent} x={170} y={30} width={100} height={24} />
      <Word x={26} y={47}>
        waits in the queue
      </Word>
      <Word x={220} y={24} anchor="middle" of="accent">
        service time
      </Word>
      <path className={styles.line} d="M20 62v6H270v-6" />
      <Word x={145} y={82} anchor="middle" of="ink">
        response time
      </Word>
    </Drawing>
  );
}

/** How busy a replica is. */
export function Utilisation() {
  return (
    <Drawing label="A replica that is busy for 80 % of the time and idle for the rest." height={64}>
      <rect className={styles.fillAccent} x={20} y={26} width={208} height={20} />
      <rect className={styles.fill} x={228} y={26} width={52} height={20} />
      <Word x={20} y={18} of="accent">
        busy: 80 %
      </Word>
      <Word x={280} y={18} anchor="end">
        idle
      </Word>
      <Word x={20} y={61}>
        ρ = 0.8
      </Word>
    </Drawing>
  );
}

/** The mean time in M/M/1 in service times, 1 / (1 − ρ), with ρ from 0 to 1 across the picture. */
const curve = Array.from({ length: 47 }, (_, index) => index / 50)
  .map(
    (rho, index) =>
      `${index === 0 ? 'M' : 'L'}${30 + 250 * rho} ${(90 - 5 / (1 - rho)).toFixed(1)}`,
  )
  .join('');

/** Waiting against utilisation. */
export function BlowUp() {
  return (
    <Drawing
      label="The time a request takes against utilisation: flat at first, then it rises without bound towards 100 %."
      height={112}
    >
      <path className={styles.line} d="M30 12V90H286" />
      <path className={styles.dashed} d="M280 12V90" />
      <path className={styles.lineWarn} d={curve} />
      <Word x={38} y={22}>
        time
      </Word>
      <Word x={280} y={107} anchor="end">
        busy all the time
      </Word>
      <Word x={30} y={107}>
        idle
      </Word>
    </Drawing>
  );
}

/** One queue before several replicas. */
export function Replicas() {
  return (
    <Drawing label="Requests in one queue before three replicas of the model." height={96}>
      {[20, 46, 72, 98].map((x) => (
        <circle key={x} className={styles.fillAccent} cx={x} cy={48} r={8} />
      ))}
      {[18, 48, 78].map((y) => (
        <g key={y}>
          <path className={styles.dashed} d={`M112 48L186 ${y}`} />
          <rect className={styles.hollow} x={190} y={y - 12} width={90} height={24} rx={4} />
          <Word x={235} y={y + 5} anchor="middle">
            replica
          </Word>
        </g>
      ))}
      <Word x={14} y={78}>
        queue
      </Word>
    </Drawing>
  );
}

/** Several requests in one call. */
export function Batch() {
  return (
    <Drawing label="Four requests go into the model together, as one call." height={84}>
      <rect className={styles.hollow} x={20} y={24} width={124} height={36} rx={6} />
      {[40, 68, 96, 124].map((x) => (
        <circle key={x} className={styles.fillAccent} cx={x} cy={42} r={9} />
      ))}
      <path className={styles.line} d="M150 42H186m-6 -4l6 4l-6 4" />
      <rect className={styles.fill} x={192} y={20} width={88} height={44} rx={6} />
      <Word x={236} y={47} anchor="middle" of="ink">
        model
      </Word>
      <Word x={82} y={16} anchor="middle">
        one batch
      </Word>
    </Drawing>
  );
}

/** A call’s time over its rows: what is paid once, and what each row adds. */
function CallTime({ once }: { once: boolean }) {
  return (
    <Drawing
      label="The time of a call grows in a line with its rows; α is its height at no rows, β its slope."
      height={112}
    >
      <path className={styles.line} d="M40 10V92H286" />
      <path className={styles.line} d="M40 64L270 20" />
      <path className={once ? styles.lineAccent : styles.dashed} d="M40 64V92" />
      <path className={once ? styles.dashed : styles.lineAccent} d="M155 42H230V27.7" />
      <Word x={24} y={83} of={once ? 'accent' : undefined} anchor="middle">
        α
      </Word>
      <Word x={238} y={42} of={once ? undefined : 'accent'}>
        β per row
      </Word>
      <Word x={286} y={108} anchor="end">
        rows in the call
      </Word>
      <Word x={48} y={18}>
        time
      </Word>
    </Drawing>
  );
}
export const Alpha = () => <CallTime once />;
export const Beta = () => <CallTime once={false} />;

const candidates = [
  [60, 30],
  [110, 38],
  [170, 50],
  [236, 78],
] as const;
const beaten = [
  [72, 66],
  [126, 76],
  [96, 84],
  [158, 82],
] as const;

/** What nobody beats, and the rest. */
export function Pareto() {
  return (
    <Drawing
      label="Candidates by two measures. A line joins those that no other beats in both."
      height={112}
    >
      <path className={styles.line} d="M30 10V94H286" />
      <path className={styles.dashed} d={`M${candidates.map(([x, y]) => `${x} ${y}`).join('L')}`} />
      {candidates.map(([x, y]) => (
        <circle key={x} className={styles.fillAccent} cx={x} cy={y} r={6} />
      ))}
      {beaten.map(([x, y]) => (
        <circle key={x} className={styles.hollow} cx={x} cy={y} r={5} />
      ))}
      <Word x={180} y={44} of="accent">
        Pareto set
      </Word>
      <Word x={286} y={109} anchor="end">
        better for one →
      </Word>
    </Drawing>
  );
}

/** A batch that is held open for more company. */
export function MaxWait() {
  return (
    <Drawing
      label="The first request opens a batch; two more come before the max wait ends, then one call answers all three."
      height={96}
    >
      <Axis y={52} />
      {[40, 92, 134].map((x) => (
        <path key={x} className={styles.lineAccent} d={`M${x} 32V52`} />
      ))}
      <Word x={14} y={22} of="accent">
        first request
      </Word>
      <path className={styles.lineWarn} d="M40 62v7H176v-7" />
      <Word x={108} y={88} anchor="middle" of="warn">
        max wait
      </Word>
      <Box x={182} y={14} width={84} look="fill">
        one call
      </Box>
    </Drawing>
  );
}
