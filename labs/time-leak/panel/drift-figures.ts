import type { Axis } from '../../../renderer/charts/axis.ts';
import type { Overlay } from '../../../renderer/charts/line-overlay.tsx';
import type { Mark } from '../../../renderer/charts/line-shapes.tsx';
import type { Series } from '../../../renderer/charts/series.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { liveDay, liveDays, retrainingsAt } from '../drift.ts';
import { policies, type Policy } from '../names.ts';
import type { KnownResult } from './known.ts';
import { policyWords, sweepAt } from './words.ts';

const index: Record<Policy, number> = {
  never: 0,
  'all-history': 2,
  'window-30': 3,
  'window-15': 1,
};

/** Where each ring's label stands, so that none covers another. */
const labelSides: Record<Policy, NonNullable<Mark['labelSide']>> = {
  never: 'right',
  'all-history': 'right',
  'window-30': 'below',
  'window-15': 'above',
};

/** What the learner is offered to say, and which policy it means. */
export const policyOptions = ['never', 'all', '30 d', '15 d'] as const;
export const policyOfWord = (word: string): Policy | null =>
  policies[policyOptions.indexOf(word as (typeof policyOptions)[number])] ?? null;

/** The day on which a week ends; the last one is short. */
export const weekEnd = (week: number): number =>
  Math.min(liveDay + liveDays, liveDay + (week + 1) * 7);

/** One line for each policy over the first `shown` weeks, each week in its middle. */
export function weeklySeries(result: KnownResult, everyDays: number, shown: number): Series[] {
  return policies.flatMap((policy): Series[] => {
    const row = sweepAt(result, policy, everyDays);
    if (!row) return [];
    const points = row.weekly
      .slice(0, shown)
      .map((auc, week) => [(liveDay + week * 7 + weekEnd(week)) / 2, auc] as const);
    return [
      {
        id: policy,
        name: policyWords[policy],
        index: index[policy],
        role: 'series',
        points,
        growing: shown < row.weekly.length,
      },
    ];
  });
}

/** AUC by number of retrainings, one line for each window; the learner's own interval as a ring on each. */
export function intervalFigure(
  result: KnownResult,
  everyDays: number,
): {
  series: Series[];
  x: Axis;
  y: Axis;
  marks: Mark[];
  limit?: Overlay['limit'];
  here?: Overlay['here'];
} {
  const series = policies
    .filter((policy) => policy !== 'never')
    .flatMap((policy): Series[] => {
      // Some intervals give as many retrainings as others: the shortest of them stands for all.
      const byCount = new Map<number, number>();
      for (const row of result.sweep)
        if (row.policy === policy && !byCount.has(row.retrainings))
          byCount.set(row.retrainings, row.auc);
      const points = [...byCount].sort((a, b) => a[0] - b[0]);
      return points.length === 0
        ? []
        : [{ id: policy, name: policyWords[policy], index: index[policy], role: 'series', points }];
    });
  const never = sweepAt(result, 'never', everyDays);
  const times = retrainingsAt(everyDays);
  const marks = policies
    .filter((policy) => policy !== 'never')
    .flatMap((policy): Mark[] => {
      const row = sweepAt(result, policy, everyDays);
      return row
        ? [
            {
              id: policy,
              x: row.retrainings,
              y: row.auc,
              kind: 'ring',
              index: index[policy],
              label: formatFixed(row.auc, 2),
              labelSide: labelSides[policy],
            },
          ]
        : [];
    });
  return {
    series,
    marks,
    x: {
      label: 'retrainings in 60 days',
      scale: 'linear',
      domain: [0, 60],
      ticks: [0, 10, 20, 30, 40, 50, 60],
    },
    y: { label: 'AUC', scale: 'linear', domain: [0.5, 0.85], ticks: [0.5, 0.6, 0.7, 0.8] },
    limit: never
      ? { value: never.auc, name: `never retrained ${formatFixed(never.auc, 2)}` }
      : undefined,
    here: series.length > 0 ? { x: times, words: formatFixed(times) } : undefined,
  };
}
