import { describe, expect, it } from 'vitest';
import { asked, auditOf, notesOf } from '../table-fixture.ts';

// Thousands marks in a column of counts: the weight was dropped in silence, or 1,200 people were read as 1.2.

const counts = (sign: string, cells: readonly string[], header = 'Gender,Admitted,Count') =>
  [header, 'm,yes', 'm,no', 'w,yes', 'w,no']
    .map((line, i) => (i === 0 ? line : `${line},${cells[i - 1]}`).replaceAll(',', sign))
    .join('\n');
const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`);
/** Group by group: people, and the share who are selected. */
const found = (json: Awaited<ReturnType<typeof auditOf>>) =>
  json.groups!.map(({ n, selectionRate }) => [n, Number(selectionRate!.toFixed(3))]);
const right = [
  [2_100, 0.571],
  [1_900, 0.316],
];

describe('counts with thousands marks', () => {
  it.each<[string, string]>([
    ['none', 'Gender,Admitted,Count\nm,yes,1200\nm,no,900\nw,yes,600\nw,no,1300\n'],
    ['English commas', 'Gender,Admitted,Count\nm,yes,"1,200"\nm,no,900\nw,yes,600\nw,no,"1,300"\n'],
    ['German points', counts(';', ['1.200', '900', '600', '1.300'])],
    ['Swiss apostrophes', counts(';', ["1'200", '900', '600', "1'300"])],
    ['thin spaces', counts(';', ['1\u202f200', '900', '600', '1\u202f300'])],
  ])('are the people they are: %s', async (_, text) => {
    const json = await auditOf(text);
    expect([json.code, json.roles.weight]).toEqual([0, 'Count']);
    expect(found(json)).toEqual(right);
  });
  it('of millions are whole numbers too', async () => {
    const cells = ['1,012,200', '9,900', '6,600', '13,300'];
    const json = await auditOf(
      `Gender,Admitted,Count\n${['m,yes', 'm,no', 'w,yes', 'w,no'].map((row, i) => `${row},${quoted(cells)[i]}`).join('\n')}\n`,
    );
    expect([json.code, json.roles.weight]).toEqual([0, 'Count']);
    expect(found(json)[0]).toEqual([1_022_100, 0.99]);
    expect(notesOf(json)).toContain('Thousands marks were taken out of 4 numbers.');
  });
  it('and beside a label are weighed as they are when the column is named', async () => {
    const rows = ['N;1;1;1.200', 'N;0;1;300', 'N;1;0;400', 'N;0;0;2.100'];
    const more = ['S;1;1;600', 'S;0;1;150', 'S;1;0;1.900', 'S;0;0;2.400'];
    const json = await auditOf(
      `Region;geeignet;gewaehlt;Anzahl\n${[...rows, ...more].join('\n')}\n`,
      ...['--label', 'geeignet', '--decision', 'gewaehlt', '--weight', 'Anzahl'],
    );
    expect(json.code).toBe(0);
    expect(found(json)).toEqual([
      [4_000, 0.375],
      [5_050, 0.149],
    ]);
    expect(notesOf(json)).toContain(
      '“1.200” can be read in two ways; “.” is taken for a thousands mark, as whole numbers up to 600 stand beside it.',
    );
  });
});

describe('counts that may be read in two ways', () => {
  const open = counts(';', ['1.200', '90', '60', '1.300']);
  it('are asked about, with the option that answers', async () => {
    const json = await auditOf(open);
    expect([json.code, asked(json)]).toEqual([2, ['decimal']]);
    expect(json.asks![0]).toMatchObject({ column: 'Count', candidates: [',', '.'] });
    expect(json.asks![0]!.why).toBe(
      '“1.200” in “Count” is 1,200 where “,” is the decimal mark, and 1.2 where “.” is.',
    );
  });
  it('are read as was said', async () => {
    const json = await auditOf(open, '--decimal', ',');
    expect([json.code, json.roles.weight, found(json)[0]]).toEqual([0, 'Count', [1_290, 0.93]]);
    const small = await auditOf(open, '--decimal', '.', '--weight', 'Count');
    expect(found(small)[0]).toEqual([2, Number((1.2 / 91.2).toFixed(3))]);
  });
  it('are asked about where other columns say the opposite of what they look like', async () => {
    const rows = ['m;0,75;1,200', 'm;0,25;900', 'w;0,75;600', 'w;0,25;1,300'];
    const json = await auditOf(`sex;score;count\n${rows.join('\n')}\n`, '--weight', 'count');
    expect(asked(json)).toContain('decimal');
  });
  it('a survey’s weights of three places are what they are', async () => {
    const rows = ['m,1,1.234', 'm,0,2.345', 'w,1,1.111', 'w,0,3.456'];
    const json = await auditOf(`sex,hired,sample_weight\n${rows.join('\n')}\n`);
    expect([json.code, json.roles.weight]).toEqual([0, 'sample_weight']);
    expect(json.groups![0]!.selectionRate).toBeCloseTo(1.234 / 3.579, 6);
  });
});
