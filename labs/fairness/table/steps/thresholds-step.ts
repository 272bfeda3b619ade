import {
  accuracyOf,
  cutAt,
  foundOf,
  plainCell,
  ratesOn,
  selectedOf,
  two,
  type LessonSection,
} from '../lesson-section.ts';
import { groupCuts } from '../group-cuts.ts';
import { equalOpportunity } from '../../thresholds.ts';
import type { learn, Prepared } from '../table-models.ts';

/** Part 4: one threshold for all, or one for each group. Rules are chosen on the training rows and tried on the others. */
export function thresholdsStep(
  prepared: Prepared,
  { train, test: chances }: ReturnType<typeof learn>,
): LessonSection {
  const { groups, test } = prepared;
  const [a, b] = groups.names;
  const cuts = groupCuts(prepared.train, train);
  const equal = equalOpportunity(cuts[0], cuts[1], 0.01);
  const same = ([0.3, 0.4, 0.5, 0.6, 0.7] as const).map((cut) => ({
    name: `${two(cut)} for all`,
    cuts: [cut, cut] as [number, number],
  }));
  const rules = [
    ...same,
    ...(equal
      ? [
          {
            name: 'equal true positive rates',
            cuts: equal.cuts.map(({ threshold }) => threshold) as [number, number],
          },
        ]
      : []),
  ];
  return {
    part: 'thresholds',
    heading: 'Thresholds: one for all, or one for each group?',
    paragraphs: [
      'Scores of the model without the group column. The last rule takes the two thresholds with the most right decisions at equal true positive rates on the rows that the model learned from.',
    ],
    points: [],
    tables: [
      {
        caption: 'What each rule does on the other rows',
        columns: [
          'Rule',
          `From, ${a}`,
          `From, ${b}`,
          `Selected, ${a}`,
          `Selected, ${b}`,
          `TPR, ${a}`,
          `TPR, ${b}`,
          'Accuracy',
        ],
        rows: rules.map(({ name, cuts: at }) => {
          const rates = ratesOn(test, cutAt(test, chances, at));
          return {
            quiet: false,
            cells: [
              name,
              cutWords(at[0]),
              cutWords(at[1]),
              selectedOf(rates[0]),
              selectedOf(rates[1]),
              foundOf(rates[0]),
              foundOf(rates[1]),
              accuracyOf(rates),
            ],
          };
        }),
      },
    ],
  };
}

const cutWords = (cut: number) => (Number.isFinite(cut) ? plainCell(cut, 2) : 'nobody');
