import {
  accuracyOf,
  cutAt,
  foundOf,
  hundred,
  plainCell,
  ratesOn,
  selectedOf,
  two,
  type LessonSection,
} from '../lesson-section.ts';
import { groupTold, learn, type Prepared } from '../table-models.ts';

type Learned = ReturnType<typeof learn>;

/** Part 2: does deleting the group column take the group away? */
export function deleteStep(
  prepared: Prepared,
  withGroup: Learned,
  without: Learned,
): LessonSection {
  const { groups, test } = prepared;
  const [a, b] = groups.names;
  const told = groupTold(prepared);
  const best = told.each[0];
  const models = [
    { name: 'sees the group', chances: withGroup.test },
    { name: 'group deleted', chances: without.test },
    ...(best && told.each.length > 1
      ? [
          {
            name: `group and “${best.name}” deleted`,
            chances: learn(prepared, { but: best.name }).test,
          },
        ]
      : []),
  ].map(({ name, chances }) => ({ name, rates: ratesOn(test, cutAt(test, chances, [0.5, 0.5])) }));
  const people = ratesOn(test, test.decision);
  const rows = [{ name: 'the decisions themselves', rates: people }, ...models];
  const [seen, deleted] = [models[0]!.rates, models[1]!.rates];
  return {
    part: 'delete',
    heading: 'Delete: is the group gone with its column?',
    paragraphs: [
      `Of a hundred people of “${a}” and “${b}” a model that sees the group selects ${hundred(seen[0].selectionRate)} and ${hundred(seen[1].selectionRate)}; ` +
        `one without the column selects ${hundred(deleted[0].selectionRate)} and ${hundred(deleted[1].selectionRate)}.`,
      told.all === null
        ? 'There is no other column that could tell the group.'
        : `The other columns together tell the group with an AUC of ${two(told.all)}; 0.50 is not at all, 1.00 always.` +
          (best ? ` Of single columns “${best.name}” tells it best: ${two(best.auc)}.` : ''),
    ],
    points: [],
    tables: [
      {
        caption:
          'Models that learned the decision, on rows they did not learn from, judged by what turned out',
        columns: [
          'Model',
          `Selected, ${a}`,
          `Selected, ${b}`,
          `TPR, ${a}`,
          `TPR, ${b}`,
          'Accuracy',
        ],
        rows: rows.map(({ name, rates }) => ({
          quiet: false,
          cells: [
            name,
            selectedOf(rates[0]),
            selectedOf(rates[1]),
            foundOf(rates[0]),
            foundOf(rates[1]),
            accuracyOf(rates),
          ],
        })),
      },
      {
        caption: 'How well each other column alone tells the group: AUC',
        columns: ['Column', 'AUC'],
        rows: told.each.map(({ name, auc }) => ({
          quiet: false,
          cells: [name, plainCell(auc, 2)],
        })),
      },
    ],
  };
}
