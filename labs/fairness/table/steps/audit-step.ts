import { ownRates, type OwnAudit } from '../../own/own-audit.ts';
import { foundWords, groupName, leftOutWords, screenWords } from '../../own/own-verdict.ts';
import { plainCell, type LessonCell, type LessonSection } from '../lesson-section.ts';

const names = {
  selectionRate: 'Selection rate',
  tpr: 'True positive rate',
  fpr: 'False positive rate',
  ppv: 'Predictive value',
} as const;
const mostGroups = 40;

/** Part 1: the table's own decisions, group by group. */
export function auditStep({ comparisons, rows }: OwnAudit): LessonSection {
  const shown = comparisons[0]!;
  const left = leftOutWords(shown);
  const small = shown.groups.length > mostGroups;
  return {
    part: 'audit',
    heading: 'Audit: whom do the decisions select?',
    paragraphs: [
      `${foundWords(shown)}.`,
      `F${screenWords(shown).slice(1)}: a screen says where to look and decides nothing.`,
      ...(left ? [`${left}.`] : []),
      ...(small
        ? [`The table holds ${mostGroups} of ${shown.groups.length} groups: those of most people.`]
        : []),
    ],
    points: [],
    tables: [
      {
        caption: `${rows.toLocaleString('en-US')} rows by ${groupName(shown.columns)}, with 95 % intervals; * exact`,
        columns: ['Group', 'People', ...ownRates.map((rate) => names[rate])],
        rows: [...shown.groups]
          .sort((a, b) => b.rates.count - a.rates.count)
          .slice(0, mostGroups)
          .map((one) => ({
            quiet: one.small,
            cells: [
              groupName(one.parts),
              plainCell(one.rates.count, 0),
              ...ownRates.map((rate): LessonCell => {
                const value = one.rates[rate];
                const interval = one.ci95[rate];
                if (value === null) return 'undefined';
                return {
                  value,
                  interval: interval && [interval[0], interval[1]],
                  exact: one.method[rate] === 'exact',
                  of: one.of[rate],
                };
              }),
            ],
          })),
      },
    ],
  };
}
