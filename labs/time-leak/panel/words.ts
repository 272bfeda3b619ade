import { compare, inWords, said as saying, type Comparison } from '../../kit/compare.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import type { FeatureSet, Join, ModelName, Policy } from '../names.ts';
import type { KnownResult } from './known.ts';

export const featureWords: Record<FeatureSet, { name: string; about: string }> = {
  honest: { name: 'Honest', about: 'labels known by then' },
  'own-label-mean': { name: 'User mean', about: 'its own label in it' },
  'post-event': { name: 'Tickets', about: 'opened afterwards' },
  'own-row-removed': { name: 'Mean of the others', about: 'own row removed' },
};
export const joinWords: Record<Join, { name: string; about: string }> = {
  latest: { name: 'Latest value', about: 'whatever stands there now' },
  'event-time': { name: 'Event time', about: 'earlier events' },
  'availability-time': { name: 'Availability', about: 'known by then' },
};
export const policyWords: Record<Policy, string> = {
  never: 'never retrained',
  'all-history': 'all history',
  'window-30': 'last 30 days',
  'window-15': 'last 15 days',
};
export const modelWords: Record<ModelName, string> = {
  logistic: 'logistic regression',
  mlp: 'net with one layer of 16',
};

export const two = (value: number) => formatFixed(value, 2);
export const scoreOf = (
  result: KnownResult,
  features: FeatureSet,
  model: ModelName,
  split: string,
) =>
  result.scores.find(
    (row) => row.features === features && row.model === model && row.split === split,
  ) ?? null;
export const gapOf = (result: KnownResult, features: FeatureSet, model: ModelName) =>
  result.gaps.find((row) => row.features === features && row.model === model) ?? null;
export const holdsZero = ([low, high]: readonly [number, number]) => low <= 0 && 0 <= high;
const share = (part: number, whole: number) =>
  `${formatFixed(Math.round((100 * part) / Math.max(1, whole)))} %`;

/** The AUC of the random split beside that in order of time; null until there are both. */
export function splitsCompared(result: KnownResult): Comparison | null {
  const of = (split: string) => result.splits.find((row) => row.split === split);
  const [random, ordered] = [of('random'), of('chronological')];
  if (!random || !ordered) return null;
  return compare(
    { value: random.auc, interval: random.ci95 },
    { value: ordered.auc, interval: ordered.ci95 },
    { margin: 0.01, format: two },
  );
}

/** What the split did, in one sentence; a question before there is anything. */
export function splitTitle(result: KnownResult): string {
  const comparison = splitsCompared(result);
  if (!comparison) return 'What does a random split make of a model?';
  const [random, ordered] = comparison.figures;
  return inWords(comparison, {
    less: {
      turned: `A random split says ${random}; in order of time the same model has more, ${ordered}`,
    },
    equal: `Both splits agree: ${random} at random, ${ordered} in order of time`,
    more: `A random split says ${random}; in order of time the same model has ${ordered}`,
    unclear: `${random} at random, ${ordered} in order of time: these can’t be told apart`,
  });
}

/** The best model offline beside what it is live. */
export function leakTitle(result: KnownResult, features: FeatureSet, model: ModelName): string {
  const [offline, live, gap] = [
    scoreOf(result, features, model, 'random'),
    scoreOf(result, features, model, 'live'),
    gapOf(result, features, model),
  ];
  if (!offline) return 'Which of four models would you ship?';
  if (!live || !gap) return 'Scores come in';
  const figures = `${featureWords[features].name}: ${two(offline.auc)} offline, live ${two(live.auc)}`;
  // The gap is what live lacks: it has an interval of its own, narrower than those of both scores.
  return `${figures}${saying(
    { value: -gap.gap, interval: [-gap.ci95[1], -gap.ci95[0]] },
    { value: 0 },
    {
      less: '',
      equal: ', the same',
      more: ', which is more',
      unclear: ': a difference can’t be told',
    },
    { margin: 0.005 },
  )}`;
}

/** What a feature's own timeline shows, from all test rows of the run. */
export function sourcesTitle(result: KnownResult, features: FeatureSet): string {
  const row = result.sources.find((one) => one.features === features);
  if (!row) return 'Where does each value come from?';
  return row.newer === 0
    ? `${featureWords[features].name}: every value it uses was known by then`
    : `${featureWords[features].name}: ${share(row.newer, row.values)} of the values it uses were not known yet`;
}

export function joinTitle(result: KnownResult, join: Join): string {
  const row = result.joins.find((one) => one.join === join);
  if (!row) return 'Which value does a join find?';
  if (row.newer === 0)
    return `${joinWords[join].name}: none of ${formatFixed(row.values)} values is newer than its row`;
  if (join === 'event-time')
    return `By event time, ${share(row.rowsTouched, row.rows)} of the rows use a label that was not known yet`;
  return `The latest value comes from the future in ${share(row.newer, row.values)} of all cases`;
}

export function joinScoreTitle(result: KnownResult): string {
  const of = (join: Join) => result.joins.find((one) => one.join === join);
  const [latest, event, known] = [of('latest'), of('event-time'), of('availability-time')];
  if (!latest || !event || !known) return 'What does each join promise, and what does it keep?';
  const late = compare(
    { value: event.auc, interval: event.ci95 },
    { value: known.auc, interval: known.ci95 },
    { margin: 0.01, format: two },
  );
  return (
    `The latest value promises ${two(latest.auc)} and keeps ${two(latest.live)}; late labels ` +
    inWords(late, {
      less: `take ${two(late.by)} away`,
      equal: 'alone change about nothing',
      more: `alone promise ${two(late.by)} more`,
      unclear: 'alone: no change that can be told',
    })
  );
}

/** Drift week by week at one interval. */
export function weeklyTitle(result: KnownResult, everyDays: number): string {
  const [never, window] = [
    sweepAt(result, 'never', everyDays),
    sweepAt(result, 'window-30', everyDays),
  ];
  if (!never || !window) return 'How fast does a model grow old?';
  const every = `Retrained every ${everyDays === 1 ? 'day' : `${everyDays} days`} on the last 30: ${two(window.auc)}`;
  return saying(
    { value: window.auc },
    { value: never.auc },
    {
      less: { turned: `${every}; never has more: ${two(never.auc)}` },
      equal: `Nothing to keep up with: retrained or not, about the same, ${two(window.auc)} and ${two(never.auc)}`,
      more: `${every}; never: ${two(never.auc)}`,
      unclear: '',
    },
    { margin: 0.015, format: two },
  );
}

export function intervalTitle(result: KnownResult, everyDays: number): string {
  const [never, own, daily] = [
    sweepAt(result, 'never', everyDays),
    sweepAt(result, 'window-30', everyDays),
    sweepAt(result, 'window-30', 1),
  ];
  if (!never || !own || !daily) return 'How often should you retrain?';
  const daily30 = compare({ value: daily.auc }, { value: never.auc }, { margin: 0.015 });
  if (daily30.relation !== 'more')
    return inWords(daily30, {
      less: 'Retraining on the last 30 days does worse than never here',
      equal: 'Retraining brings about nothing here',
      more: '',
      unclear: '',
    });
  const part = Math.max(0, (own.auc - never.auc) / (daily.auc - never.auc));
  const trainings = ['One training', 'One retraining'][own.retrainings];
  return (
    (trainings ?? `${own.retrainings} retrainings`) +
    ` ${own.retrainings > 1 ? 'bring' : 'brings'} ` +
    `${formatFixed(Math.min(100, Math.round(part * 100)))} % of what daily ones would`
  );
}

/** One policy at one interval. */
export const sweepAt = (result: KnownResult, policy: Policy, everyDays: number) =>
  result.sweep.find(
    (row) => row.policy === policy && (policy === 'never' || row.everyDays === everyDays),
  ) ?? null;
