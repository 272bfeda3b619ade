import {
  measured,
  measuresOf,
  type Measured,
  type OwnAudit,
  type OwnComparison,
  type OwnGroup,
} from '../../../labs/fairness/own/own-audit.ts';
import type { OwnMeasure } from '../../../labs/fairness/own/own-gaps.ts';
import { labelsOneSided } from '../../../labs/math/confusion.ts';
import { betweenWords, groupName, verdictOf } from '../../../labs/fairness/own/own-verdict.ts';
import { formatTable } from '../usage.ts';

const rateWords: Record<Measured, { short: string; of: string }> = {
  selectionRate: { short: 'selected', of: 'people' },
  tpr: { short: 'TPR', of: 'with label 1' },
  fpr: { short: 'FPR', of: 'with label 0' },
  ppv: { short: 'PPV', of: 'selected, with a label' },
  accuracy: { short: 'accuracy', of: 'with a label' },
};

const three = (value: number) => value.toFixed(3);
/** An interval as it is printed. A ratio may have no upper bound. */
export const rangeText = ([low, high]: readonly [number, number], digits = 3): string =>
  `${low.toFixed(digits)} to ${Number.isFinite(high) ? high.toFixed(digits) : 'no bound'}`;

/** The audit as text: each rate of each group with its interval and the rows that it is of, then the measures and the verdict. */
export function auditLines({ comparisons, weighted }: OwnAudit): string[] {
  return comparisons.flatMap((one, at) => [
    ...(at === 0 ? [] : ['', `By ${groupName(one.columns)}`]),
    ratesTable(one),
    '  Intervals: Wilson’s; * exact (Clopper–Pearson), below 40 rows.',
    ...(one.repeated
      ? [
          '  They hold for independent rows. Here the same people stand in many, so they are too narrow.',
        ]
      : []),
    ...(weighted
      ? [
          '  Rates are weighted. “people” and “of” count rows; intervals take fewer, as weights differ.',
        ]
      : []),
    verdictOf(one),
    ...measureLines(one),
  ]);
}

function ratesTable({ columns, groups, repeated }: OwnComparison): string {
  const labelled = groups.some((one) => one.labelled > 0);
  const shown = measured.filter((rate) => labelled || rate === 'selectionRate');
  const lines = groups.flatMap((group) =>
    shown.map((rate, at) => [
      ...(at === 0
        ? [groupName(group.parts), group.rates.count.toLocaleString('en-US')]
        : ['', '']),
      ...rateCells(group, rate, repeated ? 'rows' : 'people'),
    ]),
  );
  return formatTable([
    [groupName(columns), repeated ? 'rows' : 'people', 'rate', 'value', '95 % interval', 'of'],
    ...lines,
  ]);
}

function rateCells(
  { rates, ci95, method, of }: OwnGroup,
  rate: Measured,
  unit: 'people' | 'rows',
): string[] {
  const { short } = rateWords[rate];
  const one = unit === 'rows' ? 'row' : 'person';
  const whom = rate === 'selectionRate' ? unit : rateWords[rate].of;
  const [value, interval] = [rates[rate], ci95[rate]];
  const untold = rate !== 'ppv' && labelsOneSided(rates);
  const missingWord = untold ? 'can’t be told' : 'undefined';
  return [
    short,
    value === null ? missingWord : three(value),
    interval ? `${rangeText(interval)}${method[rate] === 'exact' ? ' *' : ''}` : '–',
    `${of[rate].toLocaleString('en-US')} ${of[rate] === 1 && rate === 'selectionRate' ? one : whom}`,
  ];
}

const measureWords: readonly (readonly [OwnMeasure, string])[] = [
  ['demographicParityRatio', 'Demographic parity ratio'],
  ['demographicParityDifference', 'Demographic parity difference'],
  ['equalOpportunityDifference', 'Equal opportunity difference'],
  ['equalizedOddsDifference', 'Equalized odds difference'],
  ['predictiveParityDifference', 'Predictive parity difference'],
];

/** The measures over groups of 30 people or more, each with its interval; those that are undefined in one line. */
function measureLines(comparison: OwnComparison): string[] {
  const values = measuresOf(comparison.large);
  const known = measureWords.filter(([name]) => values[name] !== null);
  const unknown = measureWords.filter(([name]) => values[name] === null);
  return [
    ...known.map(([name, words]) => {
      const interval = comparison.ci95[name];
      const range = interval ? `95 % interval ${rangeText(interval)}` : 'no interval';
      const between = betweenWords(comparison, name);
      return `${words} ${three(values[name]!)}, ${range}${between ? ` (${between})` : ''}.`;
    }),
    ...(unknown.length > 0
      ? [`Undefined here: ${unknown.map(([, words]) => words.toLowerCase()).join(', ')}.`]
      : []),
  ];
}
