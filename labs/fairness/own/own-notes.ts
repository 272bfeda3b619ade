import type { OwnAudit, OwnComparison } from './own-audit.ts';
import { alikeNames, alikeWords } from './own-merge.ts';
import { repeatNotes } from './own-repeats.ts';

const show = (n: number) => n.toLocaleString('en-US');
const rowsHave = (n: number) => `${show(n)} ${n === 1 ? 'row has' : 'rows have'}`;
/** Known shares of labels that differ by more than this make rates by label doubtful. */
const uneven = 0.1;

/** Rows that are in no comparison, and why. `withoutGroup` are those of them that lack a group and nothing else. */
export function leftOutNotes(leftOut: number, withoutGroup: number): string[] {
  const others = leftOut - withoutGroup;
  const are = (n: number) => (n === 1 ? 'is' : 'are');
  return [
    ...(others > 0
      ? [`${rowsHave(others)} no decision or weight and ${are(others)} left out.`]
      : []),
    ...(withoutGroup > 0
      ? [`${rowsHave(withoutGroup)} no group and ${are(withoutGroup)} left out.`]
      : []),
  ];
}

/** Rows that one comparison lacks although another has them. */
export const groupNote = ({ columns, withoutGroup }: OwnComparison): string[] =>
  withoutGroup === 0
    ? []
    : [
        `${rowsHave(withoutGroup)} no ${columns.map((name) => `“${name}”`).join(' or no ')} and ${withoutGroup === 1 ? 'is' : 'are'} left out there.`,
      ];

/** What can't be said where nothing tells what turned out. */
export const noOutcome =
  'Nothing says what turned out. So this compares who is selected, and nothing else. Whether the right people are selected can’t be told. True and false positive rates, predictive value, accuracy, equal opportunity and equalized odds need outcomes. ' +
  'A gap in selection does not say that anybody was wronged. Equal selection does not say that nobody was.';

/** How many rows have no label, what they count for, and what can't be told for it. */
export function labelNotes(audit: OwnAudit): string[] {
  const { rows, labelled, oneSided, overall } = audit;
  const without = rows - labelled;
  if (without === 0) return [];
  if (labelled === 0) return [noOutcome];
  const counted = `${rowsHave(without)} no label and ${without === 1 ? 'counts' : 'count'} for selection rates only.`;
  if (oneSided) {
    const [who, rates] =
      oneSided.only === 'selected'
        ? ['selected', 'TPR, FPR and accuracy']
        : ['not selected', 'TPR, FPR, PPV and accuracy'];
    const strays =
      oneSided.dropped > 0
        ? ` The ${show(oneSided.dropped)} known of the others are not used.`
        : '';
    return [
      `${counted} The label is known only of those who were ${who}, so ${rates} can’t be told.${strays}`,
    ];
  }
  const { tp, fp, fn, tn, up = 0, un = 0 } = overall;
  const [selected, others] = [(tp + fp) / (tp + fp + up), (fn + tn) / (fn + tn + un)];
  const hundred = (share: number) => Math.round(100 * share);
  return [
    `${counted} All other rates are of the ${show(labelled)} with a label.`,
    ...(Math.abs(selected - others) > uneven
      ? [
          `A label is known of ${hundred(selected)} in 100 of the selected and ${hundred(others)} in 100 of the others, so TPR and FPR may be off.`,
        ]
      : []),
  ];
}

/** Groups whose names may be one: pointed out, and kept apart. */
export function alikeNotes({ columns, groups }: OwnComparison): string[] {
  if (columns.length > 1) return [];
  return alikeNames(groups.map(({ parts }) => parts[0]!)).map((same) =>
    alikeWords(columns[0]!, same),
  );
}

/** All that is to be known of what was counted. */
export const auditNotes = (audit: OwnAudit, leftOut: number, withoutGroup: number): string[] => [
  ...repeatNotes(audit.repeats, audit.rows),
  ...leftOutNotes(leftOut, withoutGroup),
  ...audit.comparisons.flatMap(groupNote),
  ...labelNotes(audit),
  ...audit.comparisons.flatMap(alikeNotes),
];
