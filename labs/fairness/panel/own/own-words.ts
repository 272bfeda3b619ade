import type { OwnRate } from '../../own/own-audit.ts';

export const rateWords: Record<
  OwnRate,
  { short: string; long: string; of: string; nobody: string }
> = {
  selectionRate: {
    short: 'Selected',
    long: 'Selection rate',
    of: 'of all',
    nobody: 'nobody in the group has any weight',
  },
  tpr: {
    short: 'TPR',
    long: 'True positive rate',
    of: 'of label 1, selected',
    nobody: 'nobody in the group has label 1',
  },
  fpr: {
    short: 'FPR',
    long: 'False positive rate',
    of: 'of label 0, selected',
    nobody: 'nobody in the group has label 0',
  },
  ppv: {
    short: 'PPV',
    long: 'Predictive value',
    of: 'of the selected, label 1',
    nobody: 'nobody in the group is selected',
  },
};
