import { describe, expect, it } from 'vitest';
import { readColumns } from '../read-columns.ts';
import { survey } from '../survey.ts';

const body = (n: number) =>
  Array.from({ length: n }, (_, i) => `${i},${i % 2 ? 'a' : 'b'},${i % 3 ? 'yes' : 'no'},${i % 7}`);
const text = (...below: string[]) =>
  `id,plan,churned,calls\n${[...body(40), ...below].join('\n')}\n`;
const looked = (content: string) => survey(new Blob([content]));

describe('a footer', () => {
  it.each([
    ['a sum', ['Total,,600,']],
    ['a sum of two columns', ['TOTAL:,,27,']],
    ['a German sum', ['Gesamt,,,12']],
    ['a line', ['"End of report, 40 rows",,,']],
    ['a line without separators', ['End of report']],
    ['a source', ['"Source: CRM, May",,,']],
    ['a number of rows', ['40 rows']],
    ['a sum and a line, parted by blanks', ['Sum,,,12', ',,,', 'Exported 2024-05-01']],
  ])('%s is no row, and that is said', async (_, below) => {
    const found = await looked(text(...below));
    expect(found.rows).toBe(40);
    expect(found.columns.map(({ kind, filled }) => [kind, filled])).toEqual([
      ...[
        ['id', 40],
        ['two-valued', 40],
        ['two-valued', 40],
        ['number', 40],
      ],
    ]);
    expect(found.notes.join(' ')).toMatch(/^Below the table stands “.*left out\.$/);
    const reading = readColumns(new Blob([text(...below)]), found, [
      { as: 'number', column: found.columns[3]! },
    ]);
    let step = await reading.next();
    while (!step.done) step = await reading.next();
    expect(step.value.columns[0]!.values.length).toBe(40);
  });
  it.each([
    ['a row whose name is in the table’s first column', ['Total,a,yes,3']],
    ['a row of blanks but for a word that says nothing', ['Zoe,,,']],
    ['a row with a value in each cell but one', ['Sum,a,yes,']],
  ])('%s is none', async (_, below) => {
    const found = await looked(text(...below));
    expect([found.rows, found.footer]).toEqual([41, undefined]);
  });
  it('in the middle is a row', async () =>
    expect((await looked(text('Total,,600,', ...body(5)))).rows).toBe(46));
  it('of a table of two columns is a row', async () =>
    expect((await looked('name,n\nann,3\nbob,4\nTotal,7\n')).rows).toBe(3));
  it('is found behind the first piece of a large file', async () => {
    const long = Array.from(
      { length: 150_000 },
      (_, i) => `${i},plan number ${i % 2},yes,${i % 7}`,
    );
    const found = await looked(`id,plan,churned,calls\n${long.join('\n')}\nTotal,,,9\n`);
    expect([found.rows, found.footer]).toEqual([150_000, 150_002]);
  });
});
