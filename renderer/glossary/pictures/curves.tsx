import { Drawing, Word } from './drawing.tsx';
import styles from './drawing.module.css';

/** The ROC curve; the area under it coloured where it is what one looks at. */
function RocCurve({ area }: { area: boolean }) {
  return (
    <Drawing
      label={
        area
          ? 'A curve of true against false positive rate; the area under it is coloured. A coin is the diagonal.'
          : 'A curve of true against false positive rate that bends to the upper left. A coin is the diagonal.'
      }
      height={132}
    >
      {area && <path className={styles.soft} d="M80 112C84 52 110 18 180 12V112Z" />}
      <path className={styles.line} d="M80 12V112H180" />
      <path className={styles.dashed} d="M80 112L180 12" />
      <path className={styles.lineAccent} d="M80 112C84 52 110 18 180 12" />
      <Word x={74} y={22} anchor="end">
        TPR
      </Word>
      <Word x={180} y={127} anchor="end">
        FPR
      </Word>
      <Word x={192} y={40} of="accent">
        {area ? 'AUC: the area' : 'ROC'}
      </Word>
      <Word x={192} y={60}>
        dashed: a coin
      </Word>
    </Drawing>
  );
}
export const Roc = () => <RocCurve area={false} />;
export const Auc = () => <RocCurve area />;

/** What was said against what came true. */
export function Calibration() {
  const points = [
    [98, 98],
    [118, 74],
    [138, 64],
    [158, 36],
  ] as const;
  return (
    <Drawing
      label="How often something came true against how sure the model was: points near the diagonal."
      height={132}
    >
      <path className={styles.line} d="M80 12V112H180" />
      <path className={styles.dashed} d="M80 112L180 12" />
      {points.map(([x, y]) => (
        <circle key={x} className={styles.fillAccent} cx={x} cy={y} r={5} />
      ))}
      <Word x={74} y={22} anchor="end">
        came true
      </Word>
      <Word x={180} y={127} anchor="end">
        said
      </Word>
      <Word x={192} y={34}>
        dashed: perfect
      </Word>
    </Drawing>
  );
}

/** Scores of yes and no cases, with a line between. */
export function Threshold() {
  const no = [30, 52, 70, 92, 118, 160];
  const yes = [112, 146, 176, 204, 232, 262];
  return (
    <Drawing
      label="Cases in order of their score, and a line: from there on the answer is yes."
      height={96}
    >
      <path className={styles.line} d="M14 70H286" />
      {no.map((x) => (
        <circle key={x} className={styles.hollow} cx={x} cy={56} r={6} />
      ))}
      {yes.map((x) => (
        <circle key={x} className={styles.fillAccent} cx={x} cy={38} r={6} />
      ))}
      <path className={styles.lineWarn} d="M136 22V76" />
      <Word x={136} y={15} anchor="middle" of="warn">
        threshold
      </Word>
      <Word x={14} y={90}>
        no
      </Word>
      <Word x={286} y={90} anchor="end">
        higher score: yes
      </Word>
    </Drawing>
  );
}

/** Numbers with their intervals, one of which holds 0. */
export function Interval() {
  return (
    <Drawing
      label="Two differences with their intervals. One interval holds 0, the other does not."
      height={96}
    >
      <path className={styles.dashed} d="M100 10V78" />
      <path className={styles.line} d="M70 30H168M70 24v12M168 24v12" />
      <circle className={styles.hollow} cx={119} cy={30} r={5} />
      <path className={styles.lineAccent} d="M160 62H250M160 56v12M250 56v12" />
      <circle className={styles.fillAccent} cx={205} cy={62} r={5} />
      <Word x={176} y={35}>
        may be chance
      </Word>
      <Word x={100} y={92} anchor="middle">
        0
      </Word>
    </Drawing>
  );
}

/** Many drawn values make an interval. */
export function Bootstrap() {
  const heights = [1, 2, 4, 7, 9, 8, 6, 3, 2, 1];
  return (
    <Drawing
      label="A heap of numbers, each from cases drawn anew; the middle 95 % of them is the interval."
      height={96}
    >
      {heights.map((height, index) => (
        <rect
          key={index}
          className={index === 0 || index === 9 ? styles.fill : styles.fillAccent}
          x={52 + index * 20}
          y={66 - height * 6}
          width={18}
          height={height * 6}
        />
      ))}
      <path className={styles.line} d="M72 74v6H230v-6" />
      <Word x={151} y={94} anchor="middle">
        95 % of all draws
      </Word>
    </Drawing>
  );
}

/** The loss while a model learns. */
export function Loss() {
  return (
    <Drawing
      label="The loss falls with every pass over the training rows, quickly at first."
      height={96}
    >
      <path className={styles.line} d="M40 10V76H286" />
      <path className={styles.lineAccent} d="M44 16C70 60 130 66 280 70" />
      <Word x={34} y={22} anchor="end">
        loss
      </Word>
      <Word x={286} y={92} anchor="end">
        epochs
      </Word>
    </Drawing>
  );
}

/** A model that stays while the world moves, with and without new training. */
export function Drift() {
  return (
    <Drawing
      label="A model’s quality falls day by day; each new training lifts it again."
      height={100}
    >
      <path className={styles.line} d="M30 10V78H286" />
      <path className={styles.dashed} d="M34 20C110 34 190 60 280 70" />
      <path className={styles.lineAccent} d="M34 20L110 36V22L190 40V24L280 44" />
      <Word x={92} y={66}>
        left alone
      </Word>
      <Word x={284} y={15} anchor="end" of="accent">
        trained again
      </Word>
      <Word x={286} y={95} anchor="end">
        days in production
      </Word>
    </Drawing>
  );
}

/** Three cases in the order of their scores. */
export function Score() {
  const cases = [
    [46, '0.1'],
    [150, '0.5'],
    [254, '0.9'],
  ] as const;
  return (
    <Drawing label="Three cases on a line from 0 to 1: the higher, the surer of a yes." height={84}>
      <path className={styles.line} d="M20 44H280M20 38v12M280 38v12" />
      {cases.map(([x, score]) => (
        <g key={x}>
          <circle className={styles.fillAccent} cx={x} cy={44} r={7} />
          <Word x={x} y={26} anchor="middle" of="accent">
            {score}
          </Word>
        </g>
      ))}
      <Word x={14} y={76}>
        0: surely no
      </Word>
      <Word x={286} y={76} anchor="end">
        1: surely yes
      </Word>
    </Drawing>
  );
}
