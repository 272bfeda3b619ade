/** Names that cards, addresses and the command line use. */
export const featureSets = ['honest', 'own-label-mean', 'post-event', 'own-row-removed'] as const;
export type FeatureSet = (typeof featureSets)[number];

export const models = ['logistic', 'mlp'] as const;
export type ModelName = (typeof models)[number];

/** 'random' and 'chronological' are offline; 'live' is the chronological model on features as they were at serving time. */
export const splits = ['random', 'chronological', 'live'] as const;
export type Split = (typeof splits)[number];

/** The words of the controls, which have little room, and what they mean. */
export const featureWord = {
  honest: 'honest',
  mean: 'own-label-mean',
  tickets: 'post-event',
  others: 'own-row-removed',
} as const satisfies Record<string, FeatureSet>;
export const joinWord = {
  latest: 'latest',
  event: 'event-time',
  known: 'availability-time',
} as const;

/** How rows are divided: at random, at a day, or at a day with some days before it left out. */
export const divisions = ['random', 'chronological', 'gap'] as const;
export type Division = (typeof divisions)[number];

export const joins = ['latest', 'event-time', 'availability-time'] as const;
export type Join = (typeof joins)[number];

export const policies = ['never', 'all-history', 'window-30', 'window-15'] as const;
export type Policy = (typeof policies)[number];
