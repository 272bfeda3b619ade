import { describe, expect, it } from 'vitest';
import type { Column } from './column.ts';
import { CsvProblem } from './problem.ts';
import { readColumns } from './read-columns.ts';
import { noChoice, survey, type ReadingChoice } from './survey.ts';

const looked = (content: BlobPart, choice?: ReadingChoice) => survey(new Blob([content]), choice);
async function columns(content: BlobPart): Promise<Record<string, Column>> {
  const found = await looked(content);
  return Object.fromEntries(found.columns.map((column) => [column.name, column]));
}
const kinds = async (content: BlobPart) =>
  (await looked(content)).columns.map(({ name, kind }) => [name, kind]);
/** A table of one column beside a number of each row. */
const one = async (cells: readonly string[], name = 'x') =>
  (await columns(`n;${name}\n${cells.map((cell, i) => `${i}.5;${cell}`).join('\n')}\n`))[name]!;
const many = (cell: (i: number) => string, n = 40) => Array.from({ length: n }, (_, i) => cell(i));
const problem = async (content: BlobPart) => {
  const thrown = await looked(content).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(CsvProblem);
  return (thrown as CsvProblem).data;
};

describe('the shape of a file', () => {
  it('numbers columns without a name and tells apart those that share one', async () => {
    const found = await looked(',a,a,b,a (2),a\n1,2,3,4,5,6\n2,3,4,5,6,7\n');
    expect(found.columns.map(({ name }) => name)).toEqual([
      ...['column 1', 'a', 'a (3)', 'b', 'a (2)', 'a (4)'],
    ]);
    expect(found.notes.join(' ')).toContain('Column 1 has no name');
    expect(found.notes.join(' ')).toContain('Column 3 is named “a” like one before it');
  });
  it('takes a cell before the header’s for the rows’ names', async () => {
    const found = await looked('mpg,cyl\nMazda,21.0,6\nDatsun,22.8,4\nHornet,21.4,6\n');
    expect(found.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['column 1', 'text'],
      ['mpg', 'number'],
      ['cyl', 'number'],
    ]);
    expect(found.notes[0]).toContain('row’s name');
  });
  it.each([
    ['in rows', 'a;b\n1;2;\n3;4;\n'],
    ['in all lines', 'a;b;\n1;2;\n3;4;\n'],
    ['twice, with lines of separators below', 'a;b;;\n1;2;;\n3;4;;\n;;;\n;;;\n'],
  ])('leaves out what trailing separators make: %s', async (_, text) => {
    const found = await looked(text);
    expect(found.columns.map(({ name }) => name)).toEqual(['a', 'b']);
    expect([found.rows, found.notes.length > 0]).toEqual([2, true]);
  });
  it.each([
    ['2024-01-01,u0,0\n2024-01-02,u1,7\n2024-01-03,u0,14\n'],
    ['5.1,3.5,setosa\n4.9,3.0,setosa\n7.0,3.2,versicolor\n6.3,3.3,versicolor\n'],
    ['f,yes\nm,no\nf,no\nm,yes\n'],
    ['0;1;0,5\n1;1;0,7\n0;0;0,2\n1;0;0,5\n'],
  ])('notices that there is no header: %j', async (text) => {
    const found = await looked(text);
    expect(found.columns[0]!.name).toBe('column 1');
    expect(found.rows).toBe(text.trim().split('\n').length);
    expect(found.notes.join(' ')).toContain('The first row looks like data');
    const named = await looked(text, { ...noChoice, header: true });
    expect(named.rows).toBe(found.rows - 1);
    expect(named.columns[0]!.name).toBe(text.split(/[,;]/)[0]);
  });
  it.each([
    ['country,2019,2020\nFR,5,6\nDE,7,8\nIT,1,2\n'],
    [',0,1\n0,1.5,2\n1,2.5,4\n2,3.5,1\n'],
    ['name,town\nann,rome\nbob,bonn\n'],
    ['y,x\n0,1\n1,2\n'],
  ])('keeps a header that is one: %j', async (text) =>
    expect((await looked(text)).layout.header).toBe(true),
  );
  it('numbers columns on request', async () =>
    expect(
      (await looked('a,b\n1,2\n', { ...noChoice, header: false })).columns.map(({ name }) => name),
    ).toEqual(['column 1', 'column 2']));
  it('names what is no table', async () => {
    expect((await problem('a,b\n')).what).toMatch(/no row follows/);
    expect((await problem('\n\n')).what).toMatch(/blank/);
    const wide = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',');
    expect((await problem(`${wide}\n${wide}`)).what).toMatch(/10,000 columns/);
    expect(await problem('a,b\n1,2\n\n1,2,3')).toMatchObject({ row: 4 });
    expect(await problem('a,b\n1,2\n3\n')).toMatchObject({ row: 3 });
  });
  it('finds the header below millions of blank lines', async () =>
    expect((await looked(`${'\n'.repeat(2_200_000)}a,b\n1,2\n`)).rows).toBe(1));
});

describe('what a column is', () => {
  it.each<[string, string[], string, string]>([
    ['decimal points', many((i) => `${i}.25`), 'x', 'number'],
    ['decimal commas', many((i) => `${i},25`), 'x', 'number'],
    ['German thousands', many((i) => `1.${String(100 + i)},5`), 'x', 'number'],
    ['English thousands', many((i) => `"1,${String(100 + i)}.5"`), 'x', 'number'],
    ['thin spaces', many((i) => `1\u202f${String(100 + i)},5`), 'x', 'number'],
    ['apostrophes', many((i) => `1'${String(100 + i)}.5`), 'x', 'number'],
    ['per cents', many((i) => `${i}.5%`), 'x', 'number'],
    ['exponents', many((i) => `${i}e-3`), 'x', 'number'],
    ['a real minus sign', many((i) => `−${i}`), 'x', 'number'],
    ['money', many((i) => `$${i}.50`), 'x', 'number'],
    ['none among numbers', [...many((i) => String(i)), 'none', 'Unknown'], 'x', 'number'],
    ['ten-digit ids', many((i) => String(1_600_000_000 + i * 7919)), 'user_id', 'id'],
    ['ten-digit ids, unnamed', many((i) => String(1_600_000_000 + i * 7919)), 'x', 'id'],
    ['seconds since 1970', many((i) => String(1_700_000_000 + i * 60)), 'created_at', 'time'],
    ['milliseconds', many((i) => String(1_700_000_000_000 + i * 60)), 'timestamp', 'time'],
    ['microseconds', many((i) => String(1_700_000_000_000_000 + i)), 'event_time', 'time'],
    ['a spreadsheet’s days', many((i) => String(45_000 + i)), 'date', 'time'],
    ['numbers in that range', many((i) => String(45_000 + i)), 'income', 'number'],
    ['compact days', many((i) => `202401${String(1 + (i % 28)).padStart(2, '0')}`), 'd', 'time'],
    ['days', many((i) => `2024-01-${String(1 + (i % 28)).padStart(2, '0')}`), 'x', 'time'],
    ['times of day', many((i) => `${i % 24}:30`), 'x', 'time'],
    ['names', many((i) => `a word ${i}`), 'x', 'text'],
    ['a few words', many((i) => ['red', 'green', 'blue'][i % 3]!), 'x', 'category'],
    ['two words', many((i) => (i % 2 ? 'on top' : 'below')), 'x', 'two-valued'],
    ['uuids', many((i) => `${'0'.repeat(7)}${i}-ab`.slice(-9)), 'x', 'id'],
    ['owners', many((i) => `u${i % 7}`), 'user', 'id'],
    ['post codes', many((i) => `0${1000 + (i % 9)}`), 'x', 'category'],
    ['huge whole numbers', many((i) => `12345678901234567${i + 10}`), 'x', 'id'],
    ['nothing', many(() => ''), 'x', 'text'],
  ])('%s', async (_, cells, name, kind) => expect((await one(cells, name)).kind).toBe(kind));
  it('looks at all rows, not the first', async () => {
    const late = await one([...many((i) => String(i), 3_000), 'abc']);
    expect(late.kind).toBe('text');
    expect(late.notes.join(' ')).toContain('3,000 cells of 3,001 are numbers; 1 is not');
    expect(late.notes.join(' ')).toContain('“abc” in row 3,002');
    expect((await one([...many(() => '01/02/2024', 2_500), '13/02/2024'])).time!.formats).toEqual([
      'day-month-year',
    ]);
  });
  it.each([
    ['yes', 'no'],
    ['TRUE', 'FALSE'],
    ['ja', 'nein'],
    ['sí', 'no'],
    ['1', '-1'],
    ['2', '1'],
    ['1.0', '0'],
    ['>50K', '<=50K'],
    ['approved', 'rejected'],
    ['hired', 'not hired'],
  ])('knows that of %s and %s the first is the yes', async (yes, no) => {
    const column = await one([yes, no, no, yes]);
    expect([column.kind, column.two!.oneWord, column.two!.told]).toEqual(['two-valued', yes, true]);
  });
  it('does not say which of two groups is the yes', async () => {
    for (const pair of [
      ['f', 'm'],
      ['Male', 'Female'],
      ['a', 'b'],
    ])
      expect((await one([...pair, ...pair])).two!.told, pair.join()).toBe(false);
  });
  it('takes spellings of one value together, and says so', async () => {
    const column = await one(['Yes', 'no', 'yes', 'NO ', 'YES', '']);
    expect([column.kind, column.missing]).toEqual(['two-valued', 1]);
    expect(column.notes.join(' ')).toContain('taken for one value');
  });
  it('points out words that differ only in case, spaces or Unicode form', async () => {
    const words = ['Zürich', 'Zu\u0308rich', 'Bern', 'bern', 'Genf'];
    const column = await one([...words, ...words, ...words]);
    expect(column.kind).toBe('category');
    expect(column.notes.join(' ')).toContain('“Bern” and “bern” differ only in case');
    expect(column.notes.join(' ')).toContain('Zürich');
  });
  it('counts what is missing, by mark', async () => {
    const column = await one(['1', 'NA', 'N/A', 'null', '?', '-', '', '7', 'NA', '3.5']);
    expect([column.kind, column.missing, column.filled]).toEqual(['number', 7, 3]);
    expect(column.notes[0]).toContain('2 cells with “NA”');
  });
  it('takes a mark for a value where that is chosen, and a value for a mark', async () => {
    const text = 'x,y\nNA,1\nUS,-999\nNA,3\nUS,4\n';
    const choice = { header: null, missing: { values: ['NA'], marks: ['-999'] } };
    const found = await looked(text, choice);
    expect(found.columns.map(({ missing }) => missing)).toEqual([0, 1]);
  });
  it('says what a number that can be read in two ways was taken for, and takes it from the other columns', async () => {
    const text = 'a;b\n1.234;1,5\n5.678;2,5\n9.123;3,5\n';
    expect((await columns(text))['a']!.notes[0]).toContain('“.” is taken for a thousands mark');
    const plain = (await columns('a;b\n1.234;1.5\n5.678;2.5\n9.123;3.5\n'))['a']!;
    expect(plain.notes[0]).toContain('“.” is taken for a decimal mark');
    expect(plain.eitherMark).toBe(true);
    expect((await columns('a;b\n1,25;1\n2,5;2\n'))['a']!.eitherMark).toBeUndefined();
  });
  it('never turns numbers into words in silence', async () => {
    const column = await one(['1,5', '2.5', '3,5', '4.5']);
    expect(column.kind).not.toBe('number');
    expect(column.notes.join(' ')).toMatch(/decimal point \(“2.5”, row 3\).*decimal comma/);
    const times = await one(['2024-01-01', '02/03/2024', '2024-01-05']);
    expect(times.notes.join(' ')).toContain('written in more than one way: “02/03/2024” in row 3');
  });
  it('tells whether times name a zone, and whether they are days', async () => {
    const scale = async (cells: string[]) => {
      const { time } = await one(cells, 'at');
      return [time!.scale, time!.dateOnly];
    };
    expect(await scale(['2024-01-01T10:00Z', '2024-01-02T10:00Z'])).toEqual(['instant', false]);
    expect(await scale(['2024-01-01 10:00', '2024-01-02 11:00'])).toEqual(['local', false]);
    expect(await scale(['2024-01-01T10:00Z', '2024-01-02 11:00'])).toEqual(['mixed', false]);
    expect(
      await scale(['2024-01-01 00:00:00', '2024-01-02 00:00:00', '2024-01-03 00:00:00']),
    ).toEqual(['local', true]);
    expect(await scale(['01/01/2024 12:00 AM', '01/02/2024 06:00 AM'])).toEqual(['local', false]);
    expect(await scale(['10:30', '11:30'])).toEqual(['time-of-day', false]);
  });
  it.each(['BST', 'IST', '(IST)'])('says why times in %s are read as words', async (zone) => {
    const said = async (end: string) =>
      (
        await one(
          many((i) => `2024-06-01 10:${10 + i}${end}`, 9),
          'at',
        )
      ).notes.join(' ');
    expect(await said(` ${zone}`)).toMatch(
      /in row 2 ends with “[BI]ST”, and that does not name one/,
    );
    expect(await said(' CEST')).not.toContain('name one zone');
    expect(await said(' of ABC')).not.toContain('name one zone');
  });
  it('finds dates in one column and times of day in the next', async () =>
    expect(
      await kinds('Date;Time;T\n10/03/2004;18.00.00;13,6\n13/03/2004;19.00.00;13,3\n'),
    ).toEqual([
      ['Date', 'time'],
      ['Time', 'time'],
      ['T', 'number'],
    ]));
  it.each([
    [['18.00.00', '19.00.00', '20.00.00'], 'Time', false],
    [['01.02.03', '04.05.06', '07.08.09'], 'Uhrzeit', false],
    [['01.02.03', '04.05.06', '07.08.09'], 'Datum', true],
    [['24-01-05', '24-01-06', '24-02-29'], 'date', true],
  ])('speaks of years of two digits where there are years: %j', async (cells, name, said) => {
    const column = await one(cells, name);
    expect(column.kind).toBe('time');
    expect(column.notes.join(' ').includes('years of two digits')).toBe(said);
  });
  it('estimates how many values there are where they are very many', async () => {
    const column = await one(many((i) => `word ${i}`, 30_000));
    expect(Math.abs(column.distinct - 30_000)).toBeLessThan(300);
    expect(column.values).toBeNull();
  });
});

describe('reading columns', () => {
  it('gives numbers, two values, words in the order of their letters, and times', async () => {
    const file = new Blob([
      'n;b;w;t\n"1.234,5";ja;z;01.02.2024\nNA;nein;a;13.02.2024\n7%;ja;;1.3.2024\n',
    ]);
    const found = await survey(file);
    const [n, b, w, t] = found.columns;
    const steps = readColumns(file, found, [
      { as: 'number', column: n! },
      { as: 'two', column: b! },
      { as: 'words', column: w! },
      { as: 'time', column: t!, format: t!.time!.formats[0]!, zone: { minutes: 60 }, clock: null },
    ]);
    let step = await steps.next();
    while (!step.done) step = await steps.next();
    const { columns: read, rowNumbers } = step.value;
    expect(read.map(({ values }) => [...values])).toEqual([
      [1234.5, NaN, 0.07],
      [1, 0, 1],
      [1, 0, NaN],
      [Date.UTC(2024, 0, 31, 23), Date.UTC(2024, 1, 12, 23), Date.UTC(2024, 1, 29, 23)],
    ]);
    expect([read[2]!.words, [...rowNumbers]]).toEqual([
      ['a', 'z'],
      [2, 3, 4],
    ]);
  });
});

describe('a number that is more than a number can be', () => {
  it.each(['1e999', '-1e400', '9'.repeat(400), '1e999%'])('%# is none', async (cell) => {
    const column = await one(many((i) => (i === 7 ? cell : `${i}.25`)));
    expect(column.kind).not.toBe('number');
  });
});
