/** The three click models, from the smallest. */
export const modelNames = ['small', 'medium', 'large'] as const;
export type ModelName = (typeof modelNames)[number];
/** Batches that are timed. */
export const batchSizes = [1, 2, 4, 8, 16, 32, 64] as const;
/** Largest batches that have a line of their own on the throughput–p99 frontier. */
export const frontierBatches = [1, 4, 16, 64] as const;
/** Points of each of these lines, as shares of that set-up's own capacity. The last ones are close: that is where the wait takes off. */
export const frontierLoads = [
  0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.88, 0.94, 0.98,
] as const;

/** Who has a say in which candidate is shipped. */
export const stakeholderNames = ['ml', 'sales', 'product', 'manager'] as const;
export type StakeholderName = (typeof stakeholderNames)[number];
