import { linearAxis, logAxis } from '../../renderer/charts/axis.ts';
import {
  formatDuration,
  formatFixed,
  formatSignificant,
} from '../../renderer/kit/number/format.ts';
import { inWords } from '../kit/compare.ts';
import type { Inline, InlineProps } from '../view.ts';
import { pageOf } from './conversion.ts';
import { ownDelay } from './own-models.ts';
import { knownParameters, knownResult } from './panel/known.ts';
import type { LatencyResult, ModelRow } from './result.ts';
import styles from './inline.module.css';

/** "−0.3 %", "under 0.1 %": what is lost. */
const lost = (relative: number) =>
  Math.abs(relative) < 0.0005 ? 'under 0.1 %' : `${formatFixed(relative * 100, 1)} %`;

/** The slide "latency matters": what the learner's own milliseconds cost, each under its study. */
function Cost({ result, parameters, run }: InlineProps) {
  const known = knownResult(result);
  const setting = knownParameters(parameters);
  const own = ownDelay(known, setting.answerMs, pageOf(setting));
  if (!own) return null;
  const { comparison, akamai, booking, google, laterMs, waiting } = own;
  const counted = waiting ? 'waiting included' : 'without waiting';
  // By the medians it may be otherwise, and by how much is what part 1 asks: no figure of theirs here.
  if (comparison.relation !== 'more')
    return (
      <p className={styles.about}>
        In {run}, {counted},{' '}
        {inWords(comparison, {
          less: 'your large model answers sooner than the small one: nothing is lost',
          equal: 'your large model takes as long as the small one: nothing is lost',
          more: '',
          unclear: 'it can’t be told whether your large model takes longer than the small one',
        })}
        . These are means; the lab’s first part is about medians.
      </p>
    );
  return (
    <div className={styles.cost}>
      <p>
        {akamai === null || akamai.extrapolated ? (
          'not measured'
        ) : (
          <>
            <strong>{lost(akamai.relative)}</strong> of orders
          </>
        )}
      </p>
      <p>
        {booking === null || booking.extrapolated ? (
          'not measured'
        ) : (
          <>
            <strong>{lost(booking.relative)}</strong> of bookings
          </>
        )}
      </p>
      <p>
        {google ? (
          <>
            <strong>{lost(google.relative)}</strong> of visits
          </>
        ) : (
          'unknown'
        )}
      </p>
      <p className={styles.about}>
        Yours, {run}: the large model answers{' '}
        {inWords(comparison, {
          less: '',
          equal: '',
          more: `${formatDuration(laterMs, 2)} later than the small one`,
          unclear: '',
        })}
        , {counted}
      </p>
    </div>
  );
}

/** The slowest model that has been timed in more than one batch size. */
const timed = ({ models }: Pick<LatencyResult, 'models'>): ModelRow | undefined =>
  models.findLast(({ measured }) => measured.length > 1);

/** The slide "latency and throughput": the measured calls of one model, from one row to a full batch. */
function Batches({ result, run }: InlineProps) {
  const model = timed(knownResult(result))!;
  const rows = [...model.measured].sort((a, b) => a.batch - b.batch);
  const [one, most] = [rows[0]!, rows.at(-1)!];
  return (
    <div className={styles.batches}>
      <p className={styles.who}>
        <strong>Your {model.name} model</strong>
        <span className={styles.about}>{run}, as measured</span>
      </p>
      <table>
        <tbody>
          {[one, most].map((row) => (
            <tr key={row.batch}>
              <th scope="row">{row.batch === 1 ? 'One by one' : `${row.batch} in a call`}</th>
              <td>
                <span>p99</span> {formatDuration(row.p99Ms, 2)}
              </td>
              <td>{formatSignificant(row.itemsPerSecond, 2)} per second</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Curve rows={rows} />
    </div>
  );
}

const width = 262;
const height = 74;

/** p99 over requests answered a second, a dot for each batch size. */
function Curve({ rows }: { rows: ModelRow['measured'] }) {
  const x = linearAxis('', Math.max(...rows.map((row) => row.itemsPerSecond)));
  const y = logAxis(
    '',
    Math.min(...rows.map((row) => row.p99Ms)),
    Math.max(...rows.map((row) => row.p99Ms)),
    'exact',
  );
  const px = (value: number) => 8 + ((width - 44) * value) / x.domain[1];
  const py = (value: number) =>
    height -
    22 -
    ((height - 34) * Math.log(value / y.domain[0])) / Math.log(y.domain[1] / y.domain[0]);
  const [one, most] = [rows[0]!, rows.at(-1)!];
  return (
    <svg
      className={styles.curve}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`99th percentile of a call over requests a second, from ${one.batch} to ${most.batch} in a call.`}
    >
      <path className={styles.axis} d={`M0 ${height - 20}H${width - 20}`} />
      <path
        className={styles.line}
        d={`M${rows.map((row) => `${px(row.itemsPerSecond).toFixed(1)} ${py(row.p99Ms).toFixed(1)}`).join('L')}`}
      />
      {rows.map((row) => (
        <circle
          key={row.batch}
          className={styles.dot}
          cx={px(row.itemsPerSecond)}
          cy={py(row.p99Ms)}
          r={4}
        />
      ))}
      <text x={px(one.itemsPerSecond) - 2} y={py(one.p99Ms) - 8}>
        {one.batch}
      </text>
      <text x={px(most.itemsPerSecond) + 8} y={py(most.p99Ms) + 5}>
        {most.batch}
      </text>
      <text className={styles.unit} x={0} y={height - 3}>
        requests a second
      </text>
      <text className={styles.unit} x={width - 20} y={height - 3} textAnchor="end">
        up: p99
      </text>
    </svg>
  );
}

/** The latency lab's small figures inside slides. */
export const inline: Inline = {
  convert: {
    Figure: Cost,
    answers: ['convert'],
    speaks: (result) =>
      ['small', 'large'].every((name) =>
        knownResult(result).models.some(
          (model) => model.name === name && model.measured.length > 0,
        ),
      ),
  },
  batch: {
    Figure: Batches,
    answers: ['batch'],
    speaks: (result) => timed(knownResult(result)) !== undefined,
  },
};
