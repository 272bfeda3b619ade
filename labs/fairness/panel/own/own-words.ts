import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import type { OwnComparison, OwnRate } from '../../own/own-audit.ts';
import { groupName } from '../../own/own-verdict.ts';

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

/** How far scores are from what turned out, as the figure's title. */
export function calibrationWords({ groups }: OwnComparison): string {
  const errors = groups
    .flatMap((one) =>
      one.small || one.calibration?.ece == null
        ? []
        : [{ name: groupName(one.parts), ece: one.calibration.ece }],
    )
    .sort((a, b) => b.ece - a.ece);
  const worst = errors[0];
  if (!worst) return 'No group has 30 people: calibration can’t be told';
  if (worst.ece >= 0.02)
    return `Scores are off by ${formatFixed(worst.ece, 2)} on average for “${worst.name}”`;
  return errors.length === groups.length
    ? 'Scores mean what they say in every group'
    : `Scores mean what they say in ${formatFixed(errors.length)} of ${formatFixed(groups.length)} groups: of the others it can’t be told`;
}
