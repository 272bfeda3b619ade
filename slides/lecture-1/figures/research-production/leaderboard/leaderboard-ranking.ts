/** What a leaderboard may count. The order is that of the sliders. */
export const criteria = [
  { id: 'performance', label: 'Performance' },
  { id: 'latency', label: 'Low latency' },
  { id: 'cost', label: 'Low cost per prediction' },
  { id: 'interpretability', label: 'Interpretability' },
  { id: 'robustness', label: 'Robustness' },
] as const;
export type Criterion = (typeof criteria)[number]['id'];
export type Weights = Record<Criterion, number>;

/** The most a slider gives a criterion. */
export const heaviest = 10;

export interface Contestant {
  name: string;
  kind: string;
  /** 0 to 100 by each criterion, more is better; made up. */
  scores: Record<Criterion, number>;
  /** Performance once the world has moved on from the test set; made up too. */
  shifted: number;
}

/** Made-up models, so that each can win for somebody. */
export const contestants: readonly Contestant[] = [
  {
    name: 'Atlas',
    kind: 'five large nets',
    scores: { performance: 97, latency: 10, cost: 8, interpretability: 5, robustness: 62 },
    shifted: 74,
  },
  {
    name: 'Birch',
    kind: 'boosted trees',
    scores: { performance: 88, latency: 82, cost: 80, interpretability: 58, robustness: 66 },
    shifted: 78,
  },
  {
    name: 'Comet',
    kind: 'a small net',
    scores: { performance: 84, latency: 95, cost: 93, interpretability: 20, robustness: 55 },
    shifted: 66,
  },
  {
    name: 'Delta',
    kind: 'a linear score',
    scores: { performance: 70, latency: 99, cost: 98, interpretability: 97, robustness: 60 },
    shifted: 62,
  },
  {
    name: 'Ember',
    kind: 'one large net',
    scores: { performance: 93, latency: 40, cost: 36, interpretability: 12, robustness: 90 },
    shifted: 87,
  },
];

export const presets: readonly { id: string; label: string; weights: Weights }[] = [
  {
    id: 'accuracy',
    label: 'Accuracy only',
    weights: { performance: 10, latency: 0, cost: 0, interpretability: 0, robustness: 0 },
  },
  {
    id: 'phone',
    label: 'Phone app',
    weights: { performance: 8, latency: 10, cost: 6, interpretability: 0, robustness: 2 },
  },
  {
    id: 'bank',
    label: 'Bank',
    weights: { performance: 5, latency: 1, cost: 1, interpretability: 10, robustness: 5 },
  },
  {
    id: 'clinic',
    label: 'Clinic',
    weights: { performance: 8, latency: 1, cost: 1, interpretability: 3, robustness: 10 },
  },
];

export interface Standing {
  name: string;
  kind: string;
  /** 1 is the best; equal utilities share a rank. */
  rank: number;
  /** Weighted mean of the scores, 0 to 100; null where nothing counts. */
  utility: number | null;
}

/** Ranks by the weighted mean of the scores, best first; ties in order of the names. */
function rank<K extends string>(
  models: readonly { name: string; kind: string; scores: Record<K, number> }[],
  weights: Record<K, number>,
): Standing[] {
  const keys = Object.keys(weights) as K[];
  const sum = keys.reduce((total, key) => total + weights[key], 0);
  const valued = models.map(({ name, kind, scores }) => {
    const all = keys.reduce((total, key) => total + weights[key] * scores[key], 0);
    return { name, kind, utility: sum > 0 ? all / sum : null };
  });
  valued.sort((a, b) => (b.utility ?? 0) - (a.utility ?? 0) || a.name.localeCompare(b.name, 'en'));
  return valued.map((one) => ({
    ...one,
    rank: 1 + valued.filter((other) => (other.utility ?? 0) > (one.utility ?? 0)).length,
  }));
}

/** All contestants by these weights. With `shifted`, performance is that on data of today. */
export function standings(weights: Weights, shifted: boolean): Standing[] {
  return rank(
    contestants.map((one) => ({
      ...one,
      scores: { ...one.scores, performance: shifted ? one.shifted : one.scores.performance },
    })),
    weights,
  );
}

export type Judge = 'ml' | 'sales' | 'product' | 'manager';
export type Say = Record<Judge, number>;
/** The most that one judge can have to say. */
export const loudest = 3;

/** What each judge thinks of the same made-up models, 0 to 100; made up too. */
export const opinions: Record<string, Record<Judge, number>> = {
  Atlas: { ml: 97, sales: 70, product: 10, manager: 30 },
  Birch: { ml: 88, sales: 66, product: 82, manager: 92 },
  Comet: { ml: 84, sales: 62, product: 95, manager: 80 },
  Delta: { ml: 70, sales: 40, product: 99, manager: 74 },
  Ember: { ml: 93, sales: 90, product: 40, manager: 58 },
};

/** All contestants as the four judges see them, each with so much to say. */
export function decision(say: Say): Standing[] {
  return rank(
    contestants.map(({ name, kind }) => ({ name, kind, scores: opinions[name]! })),
    say,
  );
}

/** The model that one judge thinks best. */
export const favourite = (judge: Judge): string =>
  contestants.reduce((best, one) =>
    opinions[one.name]![judge] > opinions[best.name]![judge] ? one : best,
  ).name;

/** The preset that these weights are, if they are one. */
export const presetOf = (weights: Weights): string | null =>
  presets.find((preset) => criteria.every(({ id }) => preset.weights[id] === weights[id]))?.id ??
  null;
