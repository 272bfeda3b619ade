import { plainCell, rateCell, type LessonSection } from '../lesson-section.ts';
import type { learn, Prepared } from '../table-models.ts';

/** Part 3: who is selected once only the group is another? Of those who were rejected although their label is 1. */
export function flipStep(
  { groups, test }: Prepared,
  { test: chances, turned }: ReturnType<typeof learn>,
): LessonSection {
  const counts = groups.names.map((name, group) => {
    let [rejected, turnedRound] = [0, 0];
    for (let i = 0; i < test.rows; i++) {
      if (test.group[i] !== group || test.label[i] !== 1 || chances[i]! >= 0.5) continue;
      rejected += 1;
      if (turned[i]! >= 0.5) turnedRound += 1;
    }
    return { name, rejected, turnedRound };
  });
  return {
    part: 'flip',
    heading: 'Flip: would another group have changed the answer?',
    paragraphs: counts.map(
      ({ name, rejected, turnedRound }) =>
        `“${name}”: the model that sees the group rejects ${rejected.toLocaleString('en-US')} people whose label is 1; ` +
        `with the group turned round, and nothing else, it selects ${turnedRound.toLocaleString('en-US')} of them.`,
    ),
    points: ['Nobody’s other columns change with the group here. In the world they may.'],
    tables: [
      {
        caption:
          'Rejected people whose label is 1, and how many are selected once the group is turned round',
        columns: ['Group', 'Rejected', 'Selected after', 'Share'],
        rows: counts.map(({ name, rejected, turnedRound }) => ({
          quiet: rejected < 30,
          cells: [
            name,
            plainCell(rejected, 0),
            plainCell(turnedRound, 0),
            rateCell(turnedRound, rejected),
          ],
        })),
      },
    ],
  };
}
