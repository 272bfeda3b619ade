import type { ReportBody, ReportCell, ReportSection } from '../../../view.ts';
import { mostTableRows } from '../../../kit/panel/report/fitted.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { labelsOneSided } from '../../../math/confusion.ts';
import type { Interval } from '../../../math/intervals/rate.ts';
import {
  measuresOf,
  ownRates,
  type OwnAudit,
  type OwnComparison,
  type OwnGroup,
  type OwnRate,
} from '../../own/own-audit.ts';
import { alikeNotes, groupNote, labelNotes, leftOutNotes, noOutcome } from '../../own/own-notes.ts';
import { repeatNotes } from '../../own/own-repeats.ts';
import { betweenWords, fewLabelsWords, groupName, screenWords } from '../../own/own-verdict.ts';
import { rateWords } from './own-words.ts';

/** What the audit was made of. Nothing of the file but this is kept. */
export interface ReportAbout {
  fileName: string;
  /** Null where nothing says what turned out. */
  label: string | null;
  decision: string;
  weight: string | null;
  /** Rows left out for empty cells; those of them that lack a group and nothing else. */
  leftOut: number;
  withoutGroup: number;
  /** How cells were read: which values count as 1, what blank ones count as, which groups are one. */
  readings?: readonly string[];
  /** The day of the audit, as it is to be read. */
  day: string;
}

const undefinedCell = 'undefined';
const number = (value: number | null, digits = 2): string =>
  value === null ? undefinedCell : formatFixed(value, digits);
/** A number of a table that is no rate: a count, a difference, a ratio. */
const plain = (value: number | null, digits: number, more: { unit?: string } = {}): ReportCell =>
  value === null ? undefinedCell : { value, interval: null, exact: false, digits, ...more };

const measureWords = {
  demographicParityRatio: 'Demographic parity ratio: smallest selection rate over largest',
  demographicParityDifference:
    'Demographic parity difference: largest selection rate less smallest',
  equalOpportunityDifference: 'Equal opportunity difference: largest TPR less smallest',
  equalizedOddsDifference: 'Equalized odds difference: the larger of the gaps in TPR and FPR',
  predictiveParityDifference:
    'Predictive parity difference: largest predictive value less smallest',
} as const;

/** Builds the report: what was compared, group by group, and what no such comparison can tell. */
export function reportOf(audit: OwnAudit, about: ReportAbout): ReportBody {
  const { overall } = audit;
  return {
    title: `Fairness audit of ${about.fileName}`,
    about: [
      [
        `${formatFixed(audit.rows)} rows, audited on ${about.day}.`,
        ...(about.leftOut === 0 ? ['No row was left out.'] : []),
        ...repeatNotes(audit.repeats, audit.rows),
        ...leftOutNotes(about.leftOut, about.withoutGroup),
        ...(about.readings ?? []),
        ...(audit.labelled === 0 ? [] : labelNotes(audit)),
      ].join(' '),
      ...(audit.labelled === 0 ? [noOutcome] : []),
      `${about.label === null ? '' : `What turned out: “${about.label}”. `}What was decided: “${about.decision}”` +
        (audit.threshold === null
          ? ''
          : `, a score, selected from ${formatFixed(audit.threshold, 2)} up`) +
        '.' +
        (about.weight === null ? '' : ` Rows are weighted by “${about.weight}”.`),
      audit.labelled === 0
        ? `Over everybody: selection rate ${number(overall.selectionRate)}.`
        : `Over everybody: selection rate ${number(overall.selectionRate)}, base rate ` +
          `${number(overall.baseRate)}, true positive rate ${number(overall.tpr)}, false ` +
          `positive rate ${number(overall.fpr)}, accuracy ${number(overall.accuracy)}.`,
    ],
    sections: [
      ...audit.comparisons.map((one) => section(one, audit)),
      ...(audit.uncrossed === null ? [] : [uncrossed(audit.uncrossed)]),
      limits(audit),
    ],
  };
}

function section(comparison: OwnComparison, audit: OwnAudit): ReportSection {
  const name = groupName(comparison.columns);
  const small = comparison.groups.filter((one) => one.small).length;
  const selectionAlone = audit.labelled === 0;
  const unlabelled = audit.labelled < audit.rows && !selectionAlone;
  const shownRates = selectionAlone ? (['selectionRate'] as const) : ownRates;
  const undefinedRates = shownRates.flatMap((rate) => {
    const undefinedIn = comparison.groups.filter(({ rates }) => rates[rate] === null);
    const untold = undefinedIn.filter(({ rates }) => labelsOneSided(rates) && rate !== 'ppv');
    const without = undefinedIn.filter((group) => !untold.includes(group));
    const told =
      untold.length === 0
        ? []
        : [
            `${rateWords[rate].long} can’t be told for ${listed(untold)}: labels are known of one side of the decision only.`,
          ];
    return without.length === 0
      ? told
      : [
          ...told,
          `${rateWords[rate].long} is undefined for ${listed(without)}: ` +
            `${rateWords[rate].nobody}. It is left out of the comparison and counts as neither ` +
            'good nor bad.',
        ];
  });
  const all = measuresOf(comparison.all);
  const large = measuresOf(comparison.large);
  const cell = ({ rates, ci95, method, of }: OwnGroup, rate: OwnRate): ReportCell => {
    const value = rates[rate];
    if (value === null) return undefinedCell;
    return { value, interval: ci95[rate], exact: method[rate] === 'exact', of: of[rate] };
  };
  const calibrated = audit.scored && !selectionAlone;
  const measures = (Object.keys(measureWords) as (keyof typeof measureWords)[]).filter(
    (measure) => !selectionAlone || measure.startsWith('demographicParity'),
  );
  const shown = mostPeople(comparison.groups);
  const unshown = comparison.groups.length - shown.length;
  return {
    heading: comparison.columns.length > 1 ? `${name}, crossed` : `By ${name}`,
    paragraphs: [
      (comparison.groups.length === 1
        ? 'There is one group, so nothing can be compared.'
        : `${formatFixed(comparison.groups.length)} groups.`) +
        (small > 0
          ? ' ' +
            (small === 1 ? 'One has' : `${formatFixed(small)} have`) +
            ` fewer than 30 people: ${listed(comparison.groups.filter((one) => one.small))}. ` +
            `${small === 1 ? 'Its' : 'Their'} rates are mostly chance and stand in the table in ` +
            'grey; the measures leave them out.'
          : ''),
      ...groupNote(comparison),
      ...[fewLabelsWords(comparison)]
        .filter((words) => words !== null)
        .map((words) => `F${words.slice(1)}.`),
      ...(unshown > 0
        ? [
            `The table holds the ${formatFixed(shown.length)} groups of most people; ${formatFixed(unshown)} smaller ones are counted and not listed.`,
          ]
        : []),
      ...alikeNotes(comparison),
      `F${screenWords(comparison).slice(1)}. This rule of US employment law is a screen: it says where to look and decides nothing.`,
    ],
    points: undefinedRates,
    tables: [
      {
        caption: `Rates by ${name}, with 95 % intervals: Wilson’s, or * exact (Clopper–Pearson) below 40 people`,
        columns: [
          'Group',
          'People',
          ...(unlabelled ? ['With a label'] : []),
          ...shownRates.map((rate) => rateWords[rate].long),
          ...(calibrated ? ['Calibration error'] : []),
        ],
        rows: shown.map((one) => ({
          quiet: one.small,
          cells: [
            groupName(one.parts),
            plain(one.rates.count, 0),
            ...(unlabelled ? [plain(one.labelled, 0)] : []),
            ...shownRates.map((rate) => cell(one, rate)),
            ...(calibrated ? [plain(one.calibration?.ece ?? null, 2)] : []),
          ],
        })),
      },
      {
        caption: `Measures over ${name}, with 95 % intervals`,
        columns: ['Measure', 'Groups of 30 or more', 'between', 'All groups'],
        rows: measures.map((measure) => ({
          quiet: false,
          cells: [
            measureWords[measure],
            measureCell(large[measure], comparison.ci95[measure]),
            betweenWords(comparison, measure) + boundWords(comparison.ci95[measure]),
            plain(all[measure], 2),
          ],
        })),
      },
    ],
  };
}

/** Of a ratio that could be anything upwards: where its interval begins. Empty for all others. */
const boundWords = (interval: Interval | null): string =>
  interval && !Number.isFinite(interval[1])
    ? `; the interval begins at ${number(interval[0])} and has no end`
    : '';

/** A measure with its interval; one without an end is said in words. */
const measureCell = (value: number | null, interval: Interval | null): ReportCell =>
  value === null
    ? undefinedCell
    : {
        ...{ value, exact: false, digits: 2 },
        interval: interval && Number.isFinite(interval[1]) ? [interval[0], interval[1]] : null,
      };

/** The groups that a report lists, in their order: those of most people where there are too many. */
function mostPeople(groups: readonly OwnGroup[]): readonly OwnGroup[] {
  if (groups.length <= mostTableRows) return groups;
  const ranked = [...groups].sort((a, b) => b.rates.count - a.rates.count);
  const kept = new Set(ranked.slice(0, mostTableRows));
  return groups.filter((one) => kept.has(one));
}

const listed = (groups: readonly OwnGroup[]): string => {
  const names = groups
    .slice(0, 5)
    .map(({ parts }) => `“${groupName(parts)}”`)
    .join(', ');
  return groups.length > 5 ? `${names} and ${formatFixed(groups.length - 5)} more` : names;
};

const uncrossed = (count: number): ReportSection => ({
  heading: 'The two columns crossed',
  paragraphs: [
    `${formatFixed(count)} crossings occur, too many to compare: nearly all would be a few people. Put values together and audit again.`,
  ],
  points: [],
  tables: [],
});

/** What such an audit can't tell. Printed with every report. */
function limits(audit: OwnAudit): ReportSection {
  const single = audit.comparisons.length === 1 && audit.uncrossed === null;
  const labelled = audit.labelled > 0;
  return {
    heading: 'What this can’t tell',
    paragraphs: [
      'This report counts. It does not say that anything is fair, lawful or caused by the group.',
    ],
    points: [
      labelled
        ? 'The label is taken as the truth. Where it was made by people or by the process ' +
          'under audit (past approvals, arrests, repayment of those who got a loan), its bias is in every rate above but the selection rate. It is invisible here.'
        : 'Without outcomes nobody can say from this table whether a gap is deserved, too small or too large. ' +
          'A column that says what turned out, or who should have been selected, would tell.',
      '“Selected” is a decision of 1, wanted or not. Where it is a burden (flagged, ' +
        'detained), read the least selected group as the one that is spared.',
      'Whoever is not in the file is not in the audit. Nor are those who never applied or were turned away before, and rows that were left out.',
      ...(labelled
        ? [
            'Where base rates differ, equal predictive values and equal error rates can’t all ' +
              'hold (Chouldechova 2017; Kleinberg, Mullainathan & Raghavan 2017). Some gap stays ' +
              'in any case; which one matters is a choice and not arithmetic.',
          ]
        : []),
      'Groups under 30 people say next to nothing. The largest gap over many groups grows by chance alone: with 20 groups some difference will look large. Its interval ' +
        'allows for the two groups having been looked for. Where it reaches below 0, or that of ' +
        'a ratio above 1, it may as well be the other way round' +
        (labelled ? '; that of equalized odds has no sign and begins at 0 then.' : '.'),
      'People belong to several groups at once. ' +
        (single
          ? 'Only one column was compared here: a crossing of two may hide what each alone does not show.'
          : 'Crossings have fewer people and wider intervals; further columns may hide more.'),
      `A gap has no cause here. It may come from the decision, ${labelled ? 'from the label, ' : ''}from who ` +
        'applied, or from something else; equal rates don’t prove that nobody was wronged.',
      'Intervals allow for who happened to be in the file, row by row as if drawn ' +
        'independently. They don’t allow for errors in the cells, for several rows of one ' +
        'person, or for a changing world.',
      ...(audit.weighted
        ? [
            'Weights are taken as given: a row counts as one sampled person, whatever it weighs. ' +
              'Clusters and strata of a survey are not allowed for. A table of counts must be ' +
              'spread out to one row a person first.',
          ]
        : []),
    ],
    tables: [],
  };
}
