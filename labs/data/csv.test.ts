import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping, type Mapping } from './guess.ts';
import { peekCsv } from './peek.ts';
import { CsvProblem, type ProblemData } from './problem.ts';
import { fingerprint, guessDelimiter, maxBytes, readRecords } from './records.ts';
import { fittingFormats, parseTime } from './times.ts';
import { readTable } from './typed-table.ts';

const file = (content: BlobPart) => new Blob([content]);
async function rowsOf(content: BlobPart, delimiter?: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const piece of readRecords(file(content), { delimiter })) rows.push(...piece.rows);
  return rows;
}
async function problem(of: () => Promise<unknown>): Promise<ProblemData> {
  const error = await of().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CsvProblem);
  const { data } = error as CsvProblem;
  expect(data.what.length).toBeGreaterThan(10);
  expect(data.next.length).toBeGreaterThan(10);
  return data;
}
const mapping: Mapping = {
  time: 'time',
  timeFormat: 'iso',
  label: 'label',
  entity: 'user',
  features: [{ column: 'x', writtenAt: null, writtenFormat: null }],
};
async function table(content: BlobPart, how: Partial<Mapping> = {}) {
  const steps = readTable(file(content), { ...mapping, ...how }, ',');
  let step = await steps.next();
  while (!step.done) step = await steps.next();
  return step.value;
}
const head = 'time,label,user,x\n';

describe('readRecords', () => {
  it('understands a byte-order mark, Windows and old Mac line ends, and line breaks in quotes', async () => {
    expect(await rowsOf('\ufeffa,b\r\n1,"two\r\nlines"\r\n3,4\r\n')).toEqual([
      ['a', 'b'],
      ['1', 'two\nlines'],
      ['3', '4'],
    ]);
    expect(await rowsOf('a,b\r1,2\r')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(await rowsOf('a;b\n1;"x;""y"""')).toEqual([
      ['a', 'b'],
      ['1', 'x;"y"'],
    ]);
  });
  it('reads any table that is written by the rules, wherever a piece ends', async () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('', 'a,b', 'say "no"', 'two\nlines', 'ä€😀'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const clean = rows.map((row) => row.map((one) => one.replace(/\r/g, '')));
          const text = clean
            .map((row) => row.map((one) => `"${one.replace(/"/g, '""')}"`).join(','))
            .join('\r\n');
          expect(await rowsOf(text, ',')).toEqual(clean);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('loses nothing between pieces of a long file, letters of several bytes and quotes included', async () => {
    const lines = Array.from({ length: 150_000 }, (_, i) =>
      i % 1000 === 0 ? `"${i}, gr\u00f6\u00dfer\n\u20ac",x` : `${i},größer €`,
    );
    const rows = await rowsOf(lines.join('\r\n'));
    expect(rows).toHaveLength(lines.length);
    expect(rows[149_999]).toEqual(['149999', 'größer €']);
    expect(rows[149_000]).toEqual(['149000, größer\n€', 'x']);
  });
  it('stops where it is told to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    const reading = readRecords(file('a\n1'), { signal: stop.signal });
    await expect(reading.next()).rejects.toThrow('enough');
  });
  it('says what is no CSV', async () => {
    expect((await problem(() => rowsOf(''))).what).toMatch(/empty/);
    expect((await problem(() => rowsOf(new Uint8Array([1, 0, 2, 0])))).what).toMatch(/not text/);
    expect((await problem(() => rowsOf(new Uint8Array([0x50, 0x4b, 3, 4])))).what).toMatch(
      /spreadsheet or an archive/,
    );
    expect((await problem(() => rowsOf(new Uint8Array([0xff, 0xfe, 65, 0])))).what).toMatch(
      /UTF-16/,
    );
    expect(
      (await problem(() => rowsOf(new Uint8Array([65, 44, 66, 10, 0xe4, 0xf6])))).what,
    ).toMatch(/not UTF-8/);
    expect(await problem(() => rowsOf('a,b\n1,2\n3,"open\n5,6\n'))).toMatchObject({ row: 3 });
    expect(
      (await problem(async () => void (await readRecords({ size: 300_000_000 } as Blob).next())))
        .what,
    ).toMatch(/300 MB; at most 200 MB/);
    expect(maxBytes).toBe(200_000_000);
  });
  it('finds the sign between cells', () => {
    expect([
      guessDelimiter('a;b;c\n1,5;2;3'),
      guessDelimiter('a\tb\n1\t2'),
      guessDelimiter('a|b\n1|2'),
      guessDelimiter('only\n1'),
    ]).toEqual([';', '\t', '|', ',']);
  });
  it('takes a fingerprint', async () =>
    expect(await fingerprint(file('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ));
});

describe('times', () => {
  it.each([
    ['2024-03-01T09:30:00Z', 'iso-zone', Date.UTC(2024, 2, 1, 9, 30)],
    ['2024-03-01T09:30:00.250+02:00', 'iso-zone', Date.UTC(2024, 2, 1, 7, 30, 0, 250)],
    ['2024-03-01 09:30', 'iso', Date.UTC(2024, 2, 1, 9, 30)],
    ['2024-03-01', 'iso', Date.UTC(2024, 2, 1)],
    ['1709285400', 'epoch-s', 1709285400000],
    ['1709285400123', 'epoch-ms', 1709285400123],
    ['13/02/2024', 'day-month-year', Date.UTC(2024, 1, 13)],
    ['02/13/2024 5:07', 'month-day-year', Date.UTC(2024, 1, 13, 5, 7)],
    ['17.5', 'number', 17.5],
  ] as const)('reads %s as %s only', (cell, format, at) => {
    expect(parseTime(cell, format)).toBe(at);
    expect(fittingFormats([cell])).toEqual([format]);
  });
  it('does not guess what the cells do not tell', () => {
    expect(fittingFormats(['03/04/2024', '11/12/2024'])).toEqual([
      'day-month-year',
      'month-day-year',
    ]);
    expect(fittingFormats(['03/04/2024', '13/12/2024'])).toEqual(['day-month-year']);
    expect(fittingFormats(['2024-01-01', '01/02/2024'])).toEqual([]);
    expect(fittingFormats(['2024-01-01T00:00Z', '2024-01-01T00:00'])).toEqual([]);
    expect(fittingFormats(['soon'])).toEqual([]);
  });
  it('knows no 30 February and no hour 27', () => {
    for (const cell of ['2023-02-30', '2024-13-01', '2024-01-01 27:00'])
      expect(fittingFormats([cell]), cell).toEqual([]);
  });
});

describe('peeking', () => {
  it('guesses what the columns are', async () => {
    const peek = await peekCsv(
      file(
        'event_time,user_id,age,balance,balance_at,churned\n' +
          '2024-01-01 10:00,7,31,5.5,2024-01-01 09:00,0\n' +
          '2024-01-02 10:00,8,44,7,2024-01-03 09:00,1\n' +
          '2024-01-03 10:00,9,52,8,2024-01-03 08:00,1\n',
      ),
    );
    const guess = guessMapping(peek.columns);
    expect(guess).toEqual({
      time: 'event_time',
      timeFormat: 'iso',
      label: 'churned',
      entity: 'user_id',
      features: [
        { column: 'age', writtenAt: null, writtenFormat: null },
        { column: 'balance', writtenAt: 'balance_at', writtenFormat: 'iso' },
      ],
    });
  });
  it('leaves open how an ambiguous time is read', async () => {
    const guess = guessMapping(
      (await peekCsv(file('date,y\n03/04/2024,0\n05/06/2024,1\n'))).columns,
    );
    expect(guess).toMatchObject({ time: 'date', timeFormat: null, label: 'y' });
  });
  it('names what is wrong with the header', async () => {
    expect((await problem(() => peekCsv(file('a,b\n')))).what).toMatch(/no row follows/);
    expect((await problem(() => peekCsv(file('\n\n')))).what).toMatch(/blank/);
    expect(await problem(() => peekCsv(file('a,b,a\n1,2,3')))).toMatchObject({
      row: 1,
      column: 'a',
    });
    expect((await problem(() => peekCsv(file('a,,b\n1,2,3')))).what).toMatch(
      /column 2 has no name/,
    );
    const wide = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',');
    expect((await problem(() => peekCsv(file(`${wide}\n${wide}`)))).what).toMatch(/10,000 columns/);
    expect(await problem(() => peekCsv(file('a,b\n1,2\n\n1,2,3')))).toMatchObject({ row: 4 });
  });
});

describe('reading the mapped columns', () => {
  it('gives typed columns, empty cells as NaN, words by number', async () => {
    const read = await table(
      `${head}2024-01-01,no,u1,1.5\n2024-01-02,yes,u2,\n2024-01-03,yes,u1,3\n`,
    );
    expect(read).toMatchObject({ rows: 3, labelWords: ['no', 'yes'], notices: [] });
    expect([...read.label]).toEqual([0, 1, 1]);
    expect([...read.entity!]).toEqual([0, 1, 0]);
    expect([...read.features[0]!.values]).toEqual([1.5, NaN, 3]);
    expect([...read.rowNumbers]).toEqual([2, 3, 4]);
    const words = (
      await table(`${head}2024-01-01,0,u1,1\n2024-01-02,1,u2,red\n2024-01-02,1,u2,1.0\n`)
    ).features[0]!;
    expect([words.kind, [...words.values], words.words]).toEqual([
      'words',
      [0, 1, 0],
      ['1', 'red'],
    ]);
  });
  it('finds the header below millions of blank lines', async () => {
    const read = await table(
      `${'\n'.repeat(2_200_000)}${head}2024-01-01,0,a,1\n2024-01-02,1,a,2\n`,
    );
    expect([read.rows, read.rowNumbers[0]]).toEqual([2, 2_200_002]);
  });
  it('leaves rows without label or time out and says so', async () => {
    const read = await table(
      `${head}2024-01-01,0,a,1\n2024-01-02,,a,1\n,1,a,1\n2024-01-03,1,a,1\n`,
    );
    expect(read.rows).toBe(2);
    expect(read.notices).toEqual([
      '1 row has no label and is left out; the first is row 3 (column “label”).',
      '1 row has no time and is left out; the first is row 4 (column “time”).',
    ]);
  });
  it('names row and column of what it can’t read', async () => {
    expect(
      await problem(() => table(`${head}2024-01-01,0,a,1\n2024-01-02,1,a,1\n2024-01-03,2,a,1\n`)),
    ).toMatchObject({
      row: 4,
      column: 'label',
      what: expect.stringMatching(/third value/) as string,
    });
    expect(await problem(() => table(`${head}2024-01-01,1,a,1\n2024-01-02,1,a,1\n`))).toMatchObject(
      { column: 'label', what: expect.stringMatching(/all 2 rows/) as string },
    );
    expect(await problem(() => table(`${head}2024-01-01,0,a,1\n05/01/2024,1,a,1\n`))).toMatchObject(
      { row: 3, column: 'time', what: expect.stringMatching(/day\/month\/year/) as string },
    );
    expect(await problem(() => table(`${head}2024-01-01,0,a,1\nsoon,1,a,1\n`))).toMatchObject({
      row: 3,
      column: 'time',
    });
    expect(
      await problem(() => table(`${head}2024-01-01,0,a,1\n2024-01-01T10:00Z,1,a,1\n`)),
    ).toMatchObject({ row: 3, what: expect.stringMatching(/time zone/) as string });
    expect(await problem(() => table(`${head}2024-01-01,0,a,1\n2024-01-02,1,a\n`))).toMatchObject({
      row: 3,
    });
    expect(await problem(() => table(`${head},0,a,1\n`))).toMatchObject({ row: 2, column: 'time' });
    expect(await problem(() => table('when,label,user,x\n2024-01-01,0,a,1\n'))).toMatchObject({
      column: 'time',
    });
    expect(
      (await problem(() => table(`${head}2024-01-01,0,a,1\n"2024\n-01",1,"b\nc",1\n`))).row,
    ).toBe(3);
  });
});
