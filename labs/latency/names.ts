/** The three click models, from the smallest. */
export const modelNames = ['small', 'medium', 'large'] as const;
export type ModelName = (typeof modelNames)[number];
/** Batches that are timed. */
export const batchSizes = [1, 2, 4, 8, 16, 32, 64] as const;
/** Largest batches that have a line of their own on the throughput–p99 frontier. */
export const frontierBatches = [1, 4, 16, 64] as const;

/** Who has a say in which candidate is shipped. */
export const stakeholderNames = ['ml', 'sales', 'product', 'manager'] as const;
export type StakeholderName = (typeof stakeholderNames)[number];
