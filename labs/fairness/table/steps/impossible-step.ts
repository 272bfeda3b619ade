import { groupCuts } from '../group-cuts.ts';
import {
  alarmsOf,
  cutAt,
  foundOf,
  hundred,
  preciseOf,
  ratesOn,
  two,
  type LessonSection,
} from '../lesson-section.ts';
import type { learn, Prepared } from '../table-models.ts';

/** Part 5: equal predictive values by two thresholds, and what that does to the error rates. */
export function impossibleStep(
  { groups, test }: Prepared,
  { test: chances }: ReturnType<typeof learn>,
): LessonSection {
  const [a, b] = groups.names;
  const same = ratesOn(test, cutAt(test, chances, [0.5, 0.5]));
  const wanted = same[0].ppv;
  const cuts = groupCuts(test, chances)[1].filter(({ selected }) => selected > 0);
  const nearest =
    wanted === null
      ? null
      : cuts.reduce<(typeof cuts)[number] | null>((best, cut) => {
          const off = (one: typeof cut) => Math.abs(one.tp / one.selected - wanted);
          return best === null || off(cut) < off(best) ? cut : best;
        }, null);
  const rules = [
    { name: '0.50 for all', rates: same },
    ...(nearest
      ? [
          {
            name: `0.50 and ${two(nearest.threshold)}`,
            rates: ratesOn(test, cutAt(test, chances, [0.5, nearest.threshold])),
          },
        ]
      : []),
  ];
  return {
    part: 'impossible',
    heading: 'Impossible: can all rates be equal at once?',
    paragraphs: [
      `Of a hundred people of “${a}” ${hundred(same[0].baseRate)} have the label 1, of “${b}” ${hundred(same[1].baseRate)}. ` +
        'Where these differ, equal predictive values and equal error rates can’t all hold, but for a model without errors (Chouldechova 2017).',
      nearest
        ? `A threshold of ${two(nearest.threshold)} for “${b}” brings its predictive value nearest to that of “${a}”: the table shows what else moves.`
        : `At 0.50 nobody of “${a}” is selected: there is no predictive value to match.`,
    ],
    points: [],
    tables: [
      {
        caption: 'Rates at one threshold, and with predictive values brought together',
        columns: [
          'Thresholds',
          `PPV, ${a}`,
          `PPV, ${b}`,
          `FPR, ${a}`,
          `FPR, ${b}`,
          `TPR, ${a}`,
          `TPR, ${b}`,
        ],
        rows: rules.map(({ name, rates }) => ({
          quiet: false,
          cells: [
            name,
            preciseOf(rates[0]),
            preciseOf(rates[1]),
            alarmsOf(rates[0]),
            alarmsOf(rates[1]),
            foundOf(rates[0]),
            foundOf(rates[1]),
          ],
        })),
      },
    ],
  };
}
