import { binomial } from '../../../labs/math/binomial.ts';
import { cellsByGroup, rateIn } from '../../../labs/math/group-cells.ts';
import { methodFor, rateInterval, type Interval } from '../../../labs/math/intervals/rate.ts';
import type { Random } from '../../../labs/math/random.ts';
import { percent, type Effort, type StudyRow } from './row.ts';

const holds = ([low, high]: Interval, truth: number) => low <= truth && truth <= high;

/** Probability of each number of successes among `n`. */
export function binomialShares(n: number, p: number): number[] {
  let log = n * Math.log1p(-p);
  return Array.from({ length: n + 1 }, (_, k) => {
    const share = Math.exp(log);
    log += Math.log((n - k) / (k + 1)) + Math.log(p / (1 - p));
    return share;
  });
}

/** Rates of `n` rows: Wilson's interval, or the exact one below 40; beside each what the binomial says that it covers. */
export function* rateRows(random: Random, { short }: Effort): Generator<StudyRow> {
  const files = short ? 3_000 : 20_000;
  for (const n of [30, 100, 1_000])
    for (const p of [0.02, 0.1, 0.5]) {
      const intervals = Array.from(
        { length: n + 1 },
        (_, k) => rateInterval({ p: k / n, n })!.interval,
      );
      const exact = binomialShares(n, p).reduce(
        (sum, share, k) => sum + (holds(intervals[k]!, p) ? share : 0),
        0,
      );
      const draw = random.fork(`rate ${n} ${p}`);
      let covered = 0;
      for (let file = 0; file < files; file++)
        if (holds(intervals[binomial(draw, n, p)]!, p)) covered += 1;
      yield {
        what: 'rate',
        setting: `p ${p}, n ${n}, ${methodFor(n) === 'exact' ? 'Clopper–Pearson' : 'Wilson'}`,
        files,
        covered: covered / files,
        exact,
        target: { least: 0.93, most: 0.97 },
      };
    }
}

/** What such an interval covers where the weights go with the outcome: it depends on the number of the selected alone. */
function exactByOutcome(n: number, p: number, truth: number): number {
  const [zeros, decisions] = [new Uint8Array(n), new Uint8Array(n)];
  const weights = new Float64Array(n).fill(1);
  return binomialShares(n, p).reduce((sum, share, k) => {
    if (k > 0) decisions[k - 1] = 1;
    if (k > 0) weights[k - 1] = 3;
    const [cells] = cellsByGroup(zeros, decisions, zeros, 1, weights);
    const { interval } = rateInterval(rateIn(cells!, 'selectionRate')!)!;
    return sum + (holds(interval, truth) ? share : 0);
  }, 0);
}

/** Weighted rates: weights that know nothing of the outcome (lognormal), and weights that go with it (3 and 1). */
export function* weightedRows(random: Random, { short }: Effort): Generator<StudyRow> {
  const files = short ? 600 : 5_000;
  for (const kind of ['lognormal', 'by outcome'] as const)
    for (const n of [100, 1_000])
      for (const p of [0.1, 0.5]) {
        if (short && n > 100) continue;
        const draw = random.fork(`weighted ${kind} ${n} ${p}`);
        const truth = kind === 'lognormal' ? p : (3 * p) / (3 * p + (1 - p));
        const [zeros, decisions, weights] = [
          new Uint8Array(n),
          new Uint8Array(n),
          new Float64Array(n),
        ];
        let covered = 0;
        for (let file = 0; file < files; file++) {
          for (let i = 0; i < n; i++) {
            decisions[i] = draw.uniform() < p ? 1 : 0;
            weights[i] =
              kind === 'lognormal' ? Math.exp(0.8 * draw.normal()) : 1 + 2 * decisions[i]!;
          }
          const [cells] = cellsByGroup(zeros, decisions, zeros, 1, weights);
          if (holds(rateInterval(rateIn(cells!, 'selectionRate')!)!.interval, truth)) covered += 1;
        }
        yield {
          what: 'weighted rate',
          setting: `weights ${kind}, true rate ${percent(truth)} %, n ${n}`,
          files,
          covered: covered / files,
          ...(kind === 'by outcome' && { exact: exactByOutcome(n, p, truth) }),
          target: {
            least: 0.93,
            most: 0.97,
            ...(kind === 'by outcome' && {
              more: 'rows never count for more than there are, though such weights vary less',
            }),
          },
        };
      }
}
