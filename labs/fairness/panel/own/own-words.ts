import type { ProblemData } from '../../../data/problem.ts';
import { shown } from '../../../data/problem.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { areAlike, farthest } from '../../alike.ts';
import type { OwnComparison, OwnRate } from '../../own/own-audit.ts';
import type { OwnMeasure } from '../../own/own-gaps.ts';
import type { Intake, OwnProblem } from '../../own/own-intake.ts';

type Broken = Extract<Intake, { ok: false }>;

const meaning = {
  label: 'the label',
  prediction: 'the decision',
  score: 'the score',
  weight: 'the weight',
} as const;

/** What is wrong with a column, where it begins, how often it comes and what to do about it. */
export function problemWords({ kind, of, column, row, value, count }: OwnProblem): ProblemData {
  const place = `Row ${formatFixed(row)}, column “${column}”`;
  const more = count > 1 ? ` The same in ${formatFixed(count)} cells.` : '';
  const say = (what: string, next: string): ProblemData => ({
    what: `${place}: ${what}.${more}`,
    next,
    row,
    column,
  });
  switch (kind) {
    case 'empty':
      return say(
        `${meaning[of]} is missing`,
        'Fill the cells in, or leave those rows out: the audit is then about the rest only.',
      );
    case 'not-binary':
      return say(
        `${shown(value)} is neither 0 nor 1`,
        of === 'label'
          ? 'Write what turned out as 0 and 1, 1 for who should have been selected, or choose another column.'
          : 'Write decisions as 0 and 1, 1 for selected. If the column holds scores, say so under Columns.',
      );
    case 'comma':
      return say(
        `${shown(value)} has a decimal comma`,
        'Write decimal points: in a spreadsheet set the column’s language to English before saving as CSV.',
      );
    case 'not-number':
      return say(
        `${shown(value)} is not a number`,
        of === 'score'
          ? 'Scores are numbers from 0 to 1. Choose another column, or put the cells right.'
          : 'Weights are numbers from 0 up. Choose another column, or put the cells right.',
      );
    case 'outside':
      return say(
        `${shown(value)} lies outside 0 to 1`,
        'Divide the scores by their largest possible value, so that they run from 0 to 1.',
      );
    case 'negative':
      return say(
        `${shown(value)} is a negative weight`,
        'A weight says how many people a row stands for: 0 or more.',
      );
  }
}

/** Everything that keeps a file from being audited, most important first. */
export function brokenWords({ problems, tooMany }: Broken): ProblemData[] {
  const many: ProblemData[] =
    tooMany === null
      ? []
      : [
          {
            what:
              `Column “${tooMany.column}” has more than ${formatFixed(tooMany.over)} different ` +
              'values: that is no grouping of people.',
            next: 'Choose a column with few values, or put values together first, ages into ranges for instance.',
            column: tooMany.column,
          },
        ];
  return [...many, ...problems.map(problemWords)];
}

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

export const groupName = (parts: readonly string[]): string => parts.join(' × ');

/** What the comparison found, as the figure's title. Never a verdict. */
export function foundWords(comparison: OwnComparison): string {
  const { groups, large, columns } = comparison;
  const by = groupName(columns);
  const big = groups.filter(({ small }) => !small);
  if (groups.length === 1) return `One group in “${by}”: there is nothing to compare`;
  if (big.length === 0) return `No group of “${by}” has 30 people: all of this may be chance`;
  if (big.length === 1)
    return `One group of “${by}” has 30 people: there is nothing to compare it with`;
  if (large.demographicParity.difference === 0 && large.demographicParity.ratio === null)
    return 'Nobody is selected: there is nothing to compare';
  const ranked = [...big]
    .filter(({ rates }) => rates.selectionRate !== null)
    .sort((a, b) => a.rates.selectionRate! - b.rates.selectionRate!);
  const [least, most] = [ranked[0], ranked.at(-1)];
  if (!least || !most) return 'The selection rates are undefined here';
  const { demographicParityDifference: gap, demographicParityRatio: ratio } = comparison.ci95;
  if (areAlike(gap, ratio)) return 'All groups are selected alike';
  const [few, many] = [hundred(least.rates.selectionRate!), hundred(most.rates.selectionRate!)];
  if (few === many && gap)
    return `${few} in 100 of every group are selected; a gap of up to ${hundred(farthest(gap))} could hide`;
  return (
    `${few} in 100 of “${groupName(least.parts)}” are selected, ${many} of ` +
    `“${groupName(most.parts)}”${mayBeChance(comparison) ? ': may be chance' : ''}`
  );
}

/** Whether the interval of the largest gap in selection leaves open which of the two groups is selected more. */
const mayBeChance = ({ ci95 }: OwnComparison): boolean => {
  const gap = ci95.demographicParityDifference;
  return gap !== null && gap[0] <= 0;
};

const hundred = (share: number) => formatFixed(100 * share, share > 0 && share < 0.01 ? 1 : 0);

/** The four-fifths rule as a screen: where to look, never a verdict. */
export function screenWords({ large }: OwnComparison): string {
  if (large.fourFifths === null) return 'four-fifths: not defined';
  return large.fourFifths ? 'four-fifths: nothing flagged' : 'four-fifths: look closer';
}

/** Between which two groups a measure's interval is: "m less f". Empty where there is none. */
export function betweenWords({ between, groups }: OwnComparison, measure: OwnMeasure): string {
  const gap = between[measure];
  if (!gap) return '';
  const [most, least] = [gap.most, gap.least].map((at) => `“${groupName(groups[at]!.parts)}”`);
  if (measure === 'demographicParityRatio') return `${least} over ${most}`;
  const rate =
    measure === 'equalizedOddsDifference' ? `, ${gap.rate === 'tpr' ? 'TPR' : 'FPR'}` : '';
  return `${most} less ${least}${rate}`;
}
