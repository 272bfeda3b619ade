import type { Tf } from '../lab.ts';
import { rocAuc } from '../math/ranking.ts';
import type { Tensor2D } from '../tensors.ts';
import { world, type Events } from './data.ts';
import { liveTable, width } from './features.ts';
import { fitLogistic } from './logistic.ts';
import { policies, type Policy } from './names.ts';
import { mapSteps } from '../kit/steps.ts';

/** Models go live on this day; from here on they are scored. */
export const liveDay = 60;
export const liveDays = world.days - liveDay;
export const weeks = Math.ceil(liveDays / 7);

/** How a policy did at one retraining interval. */
export interface SweepRow {
  policy: Policy;
  everyDays: number;
  /** Trainings after the first. */
  retrainings: number;
  /** Of all rows after the live day, each scored by the model of its time. */
  auc: number;
  /** AUC of each week; null where a week has one label only. */
  weekly: (number | null)[];
}

const reach: Record<Policy, number> = {
  never: Infinity,
  'all-history': Infinity,
  'window-30': 30,
  'window-15': 15,
};
const windows = ['all-history', 'window-30', 'window-15'] as const;

/** With a first column of ones. */
export function withIntercept(x: Float32Array, rows: number): Float32Array {
  const all = new Float32Array(rows * (width + 1));
  for (let i = 0; i < rows; i++) {
    all[i * (width + 1)] = 1;
    all.set(x.subarray(i * width, (i + 1) * width), i * (width + 1) + 1);
  }
  return all;
}

/**
 * Scores every row after the live day by models trained on every morning from then on, on labels
 * known by that morning: all of history, the last 30 days, the last 15. All 180 models are fitted
 * as one computation, so any interval of retraining can be read off afterwards. Yields the part
 * that is done; returns the scores, one list for each window and training day.
 */
export function* fitEveryMorning(
  tf: Tf,
  events: Events,
): Generator<number, Map<Policy, Float32Array[]>, void> {
  const { rows, day, available, label } = events;
  const table = withIntercept(liveTable(events).x, rows);
  const places: number[] = [];
  for (let i = 0; i < rows; i++) if (day[i]! >= liveDay) places.push(i);
  const features = width + 1;
  const found = new Map<Policy, Float32Array[]>();
  const x = tf.tensor2d(table, [rows, features]);
  const y = tf.tensor2d(Float32Array.from(label), [rows, 1]);
  const later = tf.tidy(
    () => tf.gather(x, tf.tensor1d(Int32Array.from(places), 'int32')) as Tensor2D,
  );
  try {
    for (const [turn, policy] of windows.entries()) {
      const mask = new Float32Array(rows * liveDays);
      for (let i = 0; i < rows; i++) {
        for (let k = 0; k < liveDays; k++) {
          const morning = liveDay + k;
          if (available[i]! <= morning && day[i]! >= morning - reach[policy])
            mask[i * liveDays + k] = 1;
        }
      }
      const masks = tf.tensor2d(mask, [rows, liveDays]);
      try {
        const weights = yield* mapSteps(
          fitLogistic(tf, x, y, masks),
          (step) => (turn + Math.min(0.95, step / 9)) / windows.length,
        );
        const scores = tf.tidy(() => tf.transpose(tf.matMul(later, weights)).dataSync());
        weights.dispose();
        found.set(
          policy,
          Array.from({ length: liveDays }, (_, k) =>
            (scores as Float32Array).slice(k * places.length, (k + 1) * places.length),
          ),
        );
      } finally {
        masks.dispose();
      }
      yield (turn + 1) / windows.length;
    }
  } finally {
    tf.dispose([x, y, later]);
  }
  return found;
}

/** Retrainings after the first when a new model is trained every so many days. */
export const retrainingsAt = (everyDays: number): number => Math.ceil(liveDays / everyDays) - 1;

/** Reads one policy at one interval off the daily models: each row is scored by the newest model of its day. */
export function scorePolicy(
  events: Events,
  fitted: ReadonlyMap<Policy, Float32Array[]>,
  policy: Policy,
  everyDays: number,
): SweepRow {
  const scores: number[] = [];
  const labels: number[] = [];
  const byWeek = Array.from({ length: weeks }, () => ({
    scores: [] as number[],
    labels: [] as number[],
  }));
  const models = fitted.get(policy === 'never' ? 'all-history' : policy)!;
  let place = 0;
  for (let i = 0; i < events.rows; i++) {
    const since = events.day[i]! - liveDay;
    if (since < 0) continue;
    const trained = policy === 'never' ? 0 : Math.floor(since / everyDays) * everyDays;
    const score = models[trained]![place]!;
    const week = byWeek[Math.floor(since / 7)]!;
    scores.push(score);
    labels.push(events.label[i]!);
    week.scores.push(score);
    week.labels.push(events.label[i]!);
    place += 1;
  }
  return {
    policy,
    everyDays,
    retrainings: policy === 'never' ? 0 : retrainingsAt(everyDays),
    auc: rocAuc(labels, scores)!,
    weekly: byWeek.map((week) => rocAuc(week.labels, week.scores)),
  };
}

/** Every interval from 1 day to the whole time, for each policy; 'never' has one row. Yields the part that is done. */
export function* sweep(
  events: Events,
  fitted: ReadonlyMap<Policy, Float32Array[]>,
): Generator<number, SweepRow[], void> {
  const rows: SweepRow[] = [];
  for (const policy of policies) {
    if (policy === 'never') rows.push(scorePolicy(events, fitted, policy, liveDays));
    else {
      for (let everyDays = 1; everyDays <= liveDays; everyDays++) {
        rows.push(scorePolicy(events, fitted, policy, everyDays));
        yield rows.length / (1 + 3 * liveDays);
      }
    }
  }
  return rows;
}
