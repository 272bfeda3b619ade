/** Rules by which a lender may choose two thresholds. */
export const strategies = [
  'one-threshold',
  'demographic-parity',
  'equal-opportunity',
  'maximum-profit',
] as const;
export type Strategy = (typeof strategies)[number];
