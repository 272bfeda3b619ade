import { equalOpportunity } from '../../thresholds.ts';
import { groupCuts } from '../group-cuts.ts';
import {
  accuracyOf,
  cutAt,
  foundOf,
  plainCell,
  ratesOn,
  two,
  type LessonSection,
} from '../lesson-section.ts';
import { learn, type Prepared } from '../table-models.ts';

const gaps = [0.01, 0.05, 0.1, 0.2] as const;

/** Part 6: what a repair costs. Reweighed rows, and thresholds that leave a gap of at most so much. */
export function mitigateStep(prepared: Prepared, without: ReturnType<typeof learn>): LessonSection {
  const { groups, test } = prepared;
  const [a, b] = groups.names;
  const cuts = groupCuts(prepared.train, without.train);
  const half: [number, number] = [0.5, 0.5];
  const reweighed = learn(prepared, 'no-group', { reweighed: true });
  const rows = [
    { name: 'group deleted, 0.50 for all', decisions: cutAt(test, without.test, half) },
    { name: 'rows reweighed, 0.50 for all', decisions: cutAt(test, reweighed.test, half) },
    ...gaps.flatMap((gap) => {
      const found = equalOpportunity(cuts[0], cuts[1], gap);
      if (!found) return [];
      const at = found.cuts.map(({ threshold }) => threshold) as [number, number];
      return [
        {
          name: `two thresholds, gap of at most ${two(gap)}`,
          decisions: cutAt(test, without.test, at),
        },
      ];
    }),
  ].map(({ name, decisions }) => ({ name, rates: ratesOn(test, decisions) }));
  return {
    part: 'mitigate',
    heading: 'Mitigate: what does a repair cost?',
    paragraphs: [
      'Reweighing makes group and decision independent among the rows that are learned from (Kamiran & Calders 2012). ' +
        'Two thresholds take the most right decisions that a gap in true positive rates allows (Hardt, Price & Srebro 2016); ' +
        'chosen on those rows, they leave a somewhat other gap on the rest.',
    ],
    points: [],
    tables: [
      {
        caption: 'Repairs on rows that no model learned from',
        columns: ['Repair', `TPR, ${a}`, `TPR, ${b}`, 'Gap', 'Accuracy'],
        rows: rows.map(({ name, rates }) => {
          const [first, second] = [rates[0].tpr, rates[1].tpr];
          return {
            quiet: false,
            cells: [
              name,
              foundOf(rates[0]),
              foundOf(rates[1]),
              first === null || second === null
                ? 'undefined'
                : plainCell(Math.abs(first - second), 2),
              accuracyOf(rates),
            ],
          };
        }),
      },
    ],
  };
}
