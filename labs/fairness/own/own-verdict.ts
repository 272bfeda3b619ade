import { alikeWithin, areAlike, farthest } from '../alike.ts';
import { smallGroup } from '../small-group.ts';
import type { OwnComparison, OwnGroup } from './own-audit.ts';
import type { OwnMeasure } from './own-gaps.ts';

export const groupName = (parts: readonly string[]): string => parts.join(' × ');

/** Groups that are large enough and have a selection rate, the ones selected least first: where all weights are 0 there is none. */
const comparable = ({ groups }: OwnComparison): OwnGroup[] =>
  groups
    .filter(({ small, rates }) => !small && rates.selectionRate !== null)
    .sort((a, b) => a.rates.selectionRate! - b.rates.selectionRate!);

/** What the comparison found, as the figure's title. Every word of it is computed; never a verdict on fairness. */
export function foundWords(comparison: OwnComparison): string {
  const { groups, large, columns, ci95 } = comparison;
  const by = groupName(columns);
  const big = groups.filter(({ small }) => !small);
  if (groups.length === 1) return `One group in “${by}”: there is nothing to compare`;
  if (big.length === 0)
    return `No group of “${by}” has 30 people or more: all of this may be chance`;
  if (big.length === 1)
    return `Only one group of “${by}” has 30 people or more: there is nothing to compare it with`;
  const ranked = comparable(comparison);
  const [least, most] = [ranked[0], ranked.at(-1)];
  if (!least || !most) return 'The selection rates are undefined here';
  if (least === most)
    return `Only one group of “${by}” has 30 people or more and any weight: there is nothing to compare it with`;
  if (large.demographicParity.difference === 0 && large.demographicParity.ratio === null)
    return 'Nobody is selected: there is nothing to compare';
  const { demographicParityDifference: gap, demographicParityRatio: ratio } = ci95;
  const those = comparedWords(ranked.length, big.length, groups.length);
  if (!comparison.repeated && areAlike(gap, ratio)) return `All groups${those} are selected alike`;
  const [low, high] = [least.rates.selectionRate!, most.rates.selectionRate!];
  const digits = digitsApart(low, high);
  const few = hundred(low, digits);
  const rows = comparison.repeated ? ' rows' : '';
  if (low === high)
    return (
      `${few} in 100${rows} of every group${those} are selected` +
      (gap && !comparison.repeated
        ? `; a gap of up to ${hundred(farthest(gap), 0)} could hide`
        : '')
    );
  return (
    `${few} in 100${rows} of “${groupName(least.parts)}” are selected, ${hundred(high, digits)} of ` +
    `“${groupName(most.parts)}”${mayBeChance(comparison) ? ': may be chance' : ''}`
  );
}

/** Which groups are compared, where these are not all. */
function comparedWords(compared: number, large: number, all: number): string {
  if (compared === all) return '';
  return compared === large ? ' of 30 people or more' : ' with 30 people or more and any weight';
}

/** Whether the interval of the largest gap in selection leaves open which of the two groups is selected more. */
const mayBeChance = ({ ci95, repeated }: OwnComparison): boolean => {
  if (repeated) return false;
  const gap = ci95.demographicParityDifference;
  return gap !== null && gap[0] <= 0;
};

/** Between which two groups a measure's interval is: "m less f"; "m and f" where it has no sign. Empty where there is none. */
export function betweenWords({ between, groups }: OwnComparison, measure: OwnMeasure): string {
  const gap = between[measure];
  if (!gap) return '';
  const [most, least] = [gap.most, gap.least].map((at) => `“${groupName(groups[at]!.parts)}”`);
  if (measure === 'demographicParityRatio') return `${least} over ${most}`;
  if (measure === 'equalizedOddsDifference')
    return `${most} and ${least}, ${gap.rate === 'tpr' ? 'TPR' : 'FPR'}`;
  return `${most} less ${least}`;
}

/** Decimals that keep two shares apart: none where whole hundredths do, one below one in a hundred. */
function digitsApart(low: number, high: number): number {
  if (low === high) return low > 0 && low < 0.01 ? 1 : 0;
  const enough = [0, 1, 2, 3].find((digits) => hundred(low, digits) !== hundred(high, digits)) ?? 3;
  const rare = high > 0 && (high < 0.01 || (low > 0 && low < 0.01));
  return rare ? Math.max(1, enough) : enough;
}

const hundred = (share: number, digits: number) =>
  (100 * share).toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });

/** The four-fifths rule as a screen: where to look, never a verdict. */
export function screenWords(comparison: OwnComparison): string {
  const { large, repeated } = comparison;
  if (large.fourFifths === null) return 'four-fifths: not defined';
  if (repeated) return 'four-fifths: not judged, as the same people stand in many rows';
  if (large.fourFifths) return 'four-fifths: nothing flagged';
  return mayBeChance(comparison)
    ? 'four-fifths: look closer, with more people'
    : 'four-fifths: look closer';
}

/** Groups that are too small for the measures, by their names; null where there are none. */
export function leftOutWords({ groups }: OwnComparison): string | null {
  const small = groups.filter((group) => group.small);
  if (small.length === 0 || small.length === groups.length) return null;
  const names = small.slice(0, 5).map(({ parts }) => `“${groupName(parts)}”`);
  const more = small.length > 5 ? ` and ${small.length - 5} more` : '';
  const [are, have] = small.length === 1 ? ['is', 'has'] : ['are', 'have'];
  return `${names.join(', ')}${more} ${are} left out of the measures: ${small.length === 1 ? 'it' : 'they'} ${have} fewer than 30 people`;
}

/** Larger groups whose labels are too few for the measures by label; null where there are none. */
export function fewLabelsWords({ groups }: OwnComparison): string | null {
  // Without any label that is said once, of all.
  if (groups.every(({ labelled }) => labelled === 0)) return null;
  const few = groups.filter(({ small, labelled }) => !small && labelled < smallGroup);
  if (few.length === 0) return null;
  const names = few.slice(0, 5).map(({ parts }) => `“${groupName(parts)}”`);
  const more = few.length > 5 ? ` and ${few.length - 5} more` : '';
  return `fewer than 30 rows of ${names.join(', ')}${more} have a label: only the selection is compared there`;
}

/** How differently those of one label are selected, where the interval of equalized odds leaves no doubt; null elsewhere. */
function oddsWords({ between, groups, repeated }: OwnComparison): string | null {
  const gap = between.equalizedOddsDifference;
  if (repeated || !gap?.interval || gap.interval[0] <= alikeWithin) return null;
  const rate = gap.rate === 'fpr' ? 'fpr' : 'tpr';
  const [least, most] = [groups[gap.least]!, groups[gap.most]!];
  const [low, high] = [least.rates[rate]!, most.rates[rate]!];
  const digits = digitsApart(low, high);
  return (
    `of those with label ${rate === 'tpr' ? 1 : 0}, ${hundred(low, digits)} in 100 of “${groupName(least.parts)}” are selected, ` +
    `${hundred(high, digits)} of “${groupName(most.parts)}”`
  );
}

/** All of it as one text. */
export const verdictOf = (comparison: OwnComparison): string =>
  [
    foundWords(comparison),
    screenWords(comparison),
    oddsWords(comparison),
    leftOutWords(comparison),
    fewLabelsWords(comparison),
    comparison.groups.every(({ labelled }) => labelled === 0)
      ? 'nothing says what turned out, so whether the right people are selected can’t be told'
      : null,
  ]
    .filter((words) => words !== null)
    .map((words) => `${words[0]!.toUpperCase()}${words.slice(1)}.`)
    .join(' ');
