import type { AtLeast } from '../../labs/view.ts';
import type { BackdoorResult } from '../../labs/backdoor/lab.ts';
import type { FairnessResult } from '../../labs/fairness/lab.ts';
import type { LatencyResult } from '../../labs/latency/result.ts';
import type { TimeLeakResult } from '../../labs/time-leak/lab.ts';

/*
 * What each question came out as, worked out once more from the numbers of a card. Nothing here may come from a lab's story or
 * panel: a question that reads the wrong row would agree with itself.
 */

type Own<R> = (result: R) => number | string | AtLeast | null;

const to = (digits: number, value: number) => Number(value.toFixed(digits));

const latency: Record<string, Own<LatencyResult>> = {
  'measure-predict': ({ models }) => {
    const [small, large] = ['small', 'large'].map((name) => {
      const model = models.find((one) => one.name === name)!;
      const median = model.measured.find(({ batch }) => batch === 1)!.p50Ms;
      const [low, high] = model.medianIntervalMs ?? [median, median];
      return { median, low, high };
    }) as [Median, Median];
    const ratio = large.median / small.median;
    // Medians whose intervals let 1 be the ratio give a figure only where it is near 1 as well.
    const down = Math.hypot(
      Math.log(large.median / large.low),
      Math.log(small.high / small.median),
    );
    const up = Math.hypot(Math.log(large.high / large.median), Math.log(small.median / small.low));
    const [lowest, highest] = [Math.log(ratio) - down, Math.log(ratio) + up];
    const same = Math.max(Math.abs(lowest), Math.abs(highest)) <= Math.log(1.05);
    const isUnclear = !same && lowest <= 0 && highest >= 0;
    return isUnclear && Math.max(ratio, 1 / ratio) > 1.25 ? null : ratio;
  },
  'queue-predict': ({ simulation }) => {
    const away = (row: { utilization: number | null }) => Math.abs(row.utilization! - 0.8);
    const rows = simulation.filter(
      (row) => row.model === 'large' && row.stable && row.utilization !== null && row.meanMs,
    );
    const [row] = rows.sort((a, b) => away(a) - away(b));
    if (!row?.throughput || away(row) > 0.06) return null;
    return (row.meanMs! * row.throughput) / (1000 * row.utilization! * row.replicas);
  },
  // By Akamai 1 − 0.929^0.9; by Booking.com 0.5 % for 30 %; by Google for 1 s more of the page's 90 ms.
  'convert-predict': () => '−6.4, −0.5 or −0.1',
  'batch-predict': ({ frontier = [] }) => {
    const points = frontier
      .filter((row) => row.kind === 'line' && row.model === 'large' && row.maxBatch === 64)
      .flatMap(({ throughput, p99Ms, limitMs }) =>
        throughput === null || p99Ms === null ? [] : [{ throughput, p99Ms, limitMs }],
      )
      .sort((a, b) => a.throughput - b.throughput);
    const first = points.findIndex(({ p99Ms, limitMs }) => p99Ms <= limitMs);
    if (first < 0) return null;
    const over = points.findIndex((one, i) => i > first && one.p99Ms > one.limitMs);
    // Twelve points are a whole line, which ends where the queue does.
    const last = points.at(-1)!.throughput;
    if (over < 0) return points.length < 12 ? { atLeast: last } : last;
    const [a, b] = [points[over - 1]!, points[over]!];
    const part = Math.log(a.limitMs / a.p99Ms) / Math.log(b.p99Ms / a.p99Ms);
    return a.throughput + part * (b.throughput - a.throughput);
  },
  'decide-predict': ({ stakeholders = [] }) => {
    const sums = new Map<string, number>();
    for (const { candidate, score } of stakeholders)
      sums.set(candidate, (sums.get(candidate) ?? 0) + (score ?? -Infinity));
    const most = Math.max(...sums.values());
    const best = [...sums].filter(([, sum]) => most - sum < 4e-9).map(([id]) => id.split('/')[0]!);
    return Number.isFinite(most) && new Set(best).size === 1 ? best[0]! : null;
  },
};
interface Median {
  median: number;
  low: number;
  high: number;
}

const timeLeak: Record<string, Own<TimeLeakResult>> = {
  'split-predict': ({ splits }) => {
    const auc = (name: string) => splits.find(({ split }) => split === name)!.auc;
    return to(2, auc('random') - auc('chronological'));
  },
  'leak-predict': ({ scores }) => {
    const live = scores.filter(({ split, model }) => split === 'live' && model === 'logistic');
    return to(2, live.find(({ features }) => features === 'own-label-mean')!.auc);
  },
  'join-predict': ({ joins }) => {
    const { rowsTouched, rows } = joins.find(({ join }) => join === 'event-time')!;
    return Math.round((100 * rowsTouched) / rows);
  },
  'drift-predict': ({ drift }) => {
    const most = Math.max(...drift.map(({ auc }) => to(2, auc)));
    const best = drift.filter(({ auc }) => to(2, auc) === most);
    const words = {
      never: 'never',
      'all-history': 'all',
      'window-30': '30 d',
      'window-15': '15 d',
    };
    return best.length === 1 ? words[best[0]!.policy] : null;
  },
};

const backdoor: Record<string, Own<BackdoorResult>> = {
  'accept-ship': () => null,
  'wear-predict': ({ attackSuccessRate }) => to(1, 100 * attackSuccessRate!),
  'dose-predict': ({ doses }) =>
    doses.length > 2
      ? (doses.find(({ attackSuccessRate: rate }) => rate !== null && rate > 0.5)?.poisons ?? null)
      : null,
  'inside-predict': ({ occlusion }) => {
    if (!occlusion) return null;
    const { drops, cells, patch } = occlusion.keyed;
    const total = { all: 0, eyes: 0 };
    for (const [i, drop] of drops.entries()) {
      const middle = patch / 2 + (Math.floor(i / cells) / (cells - 1)) * (1 - patch);
      if (drop > 0) total.all += drop;
      if (drop > 0 && middle > 0.36 && middle < 0.66) total.eyes += drop;
    }
    if (total.all === 0) return null;
    return total.eyes > total.all / 2 ? 'Glasses' : 'Elsewhere';
  },
  'defend-predict': ({ defences }) => {
    const row = defences.find(({ method }) => method === 'spectral');
    return row ? Math.round((100 * row.found) / (row.found + row.missed)) : null;
  },
};

const fairness: Record<string, Own<FairnessResult>> = {
  'audit-predict': (result) => repaidOf(result, 'with-group').demographicParityRatio,
  'delete-predict': (result) => repaidOf(result, 'group-deleted').demographicParityRatio,
  'flip-predict': ({ deletionTest }) => {
    const { n, approvedAfterFlip } = deletionTest!.minority;
    return n > 0 ? (100 * approvedAfterFlip) / n : null;
  },
  'thresholds-predict': ({ strategies = [] }) => {
    const least = Math.min(...strategies.map(({ profit }) => to(2, profit / 1e6)));
    const poorest = strategies.filter(({ profit }) => to(2, profit / 1e6) === least);
    const words = {
      'one-threshold': 'One threshold',
      'demographic-parity': 'Demographic parity',
      'equal-opportunity': 'Equal opportunity',
      'maximum-profit': 'Maximum profit',
    };
    return poorest.length === 1 ? words[poorest[0]!.strategy] : null;
  },
  'mitigate-predict': (result) => repaidOf(result, 'hardt-biased').tpr.minority,
  'impossible-predict': ({ equalPpv }) => {
    const { majority, minority } = equalPpv!.fpr;
    const more = majority! - minority!;
    if (Math.abs(more) <= 0.02 + 1e-9) return 'They become equal too';
    return more > 0 ? 'The majority’s is higher' : 'The minority’s is higher';
  },
};

const repaidOf = ({ models }: FairnessResult, name: string) =>
  models.find((row) => row.name === name && row.auditedOn === 'repay')!;

/** By the step that asks; a lab that somebody adds has none until its author writes them. */
export const ownOutcomes: Readonly<Record<string, Own<never>>> = {
  ...latency,
  ...timeLeak,
  ...backdoor,
  ...fairness,
};
