import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDelimiter } from './cutting/delimiter.ts';
import { findEncoding } from './encoding.ts';
import { CsvProblem, type ProblemData } from './problem.ts';
import { fingerprint, maxBytes, readRecords, type Dialect } from './records.ts';

const file = (content: BlobPart) => new Blob([content]);
const plain: Dialect = {
  encoding: { name: 'utf-8', skip: 0, lenient: false, suspect: -1 },
  delimiter: ',',
  title: 0,
  notes: [],
  said: false,
};
async function rowsOf(content: BlobPart, dialect?: Dialect): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const piece of readRecords(file(content), dialect ? { dialect } : {}))
    rows.push(...piece.rows);
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
  it('takes a first line that says its separator, with and without a byte-order mark', async () => {
    for (const mark of ['', '\ufeff'])
      expect(await rowsOf(`${mark}sep=;\r\na;b\r\n1,5;2\r\n`)).toEqual([
        ['a', 'b'],
        ['1,5', '2'],
      ]);
    expect(await rowsOf('sep=|\na|b\n1|2\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
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
          const clean = rows
            .map((row) => row.map((one) => one.replace(/\r/g, '')))
            // A row of blanks alone is none.
            .map(([first, second]) => [`x${first}`, second!]);
          const text = clean
            .map((row) => row.map((one) => `"${one.replace(/"/g, '""')}"`).join(','))
            .join('\r\n');
          expect(await rowsOf(text, plain)).toEqual(clean);
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
    expect((await problem(() => rowsOf(`a,b\n${'1,2\n'.repeat(9_000)}\0`))).what).toMatch(
      /not text/,
    );
    expect(await problem(() => rowsOf('a,b\n1,2\n3,"open\n5,6\n'))).toMatchObject({ row: 3 });
    expect(
      (await problem(async () => void (await readRecords({ size: 300_000_000 } as Blob).next())))
        .what,
    ).toMatch(/300 MB; at most 200 MB/);
    expect(maxBytes).toBe(200_000_000);
  });
  it('takes a fingerprint', async () =>
    expect(await fingerprint(file('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ));
});

describe('the encoding', () => {
  const text = 'Stadt,n\nKöln,1\nMünchen,2\n';
  it('reads UTF-16 in either order, with and without its mark', async () => {
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
      little,
      big,
    ])
      expect(await rowsOf(Uint8Array.from(bytes))).toEqual([
        ['Stadt', 'n'],
        ['Köln', '1'],
        ['München', '2'],
      ]);
  });
  it('reads Latin-1 and says in which row it is not UTF-8, line breaks in quotes not counted', async () => {
    const bytes = Uint8Array.from(Buffer.from('Stadt,n\n"two\nlines",0\nKöln,1\n', 'latin1'));
    let row = 0;
    const rows: string[][] = [];
    for await (const piece of readRecords(file(bytes), { onSuspect: (found) => (row = found) }))
      rows.push(...piece.rows);
    expect([row, rows.at(-1)]).toEqual([3, ['Köln', '1']]);
  });
  it('does not count a line that says the separator', async () => {
    const bytes = Uint8Array.from(Buffer.from('sep=;\r\nStadt;n\r\nKöln;1\r\n', 'latin1'));
    let row = 0;
    for await (const _ of readRecords(file(bytes), { onSuspect: (found) => (row = found) }));
    expect(row).toBe(2);
  });
  it('names the right row behind the first piece', async () => {
    const many = '1,abcdefghij\n'.repeat(300_000);
    const bytes = Uint8Array.from(Buffer.from(`a,b\n${many}2,é\n`, 'latin1'));
    let row = 0;
    for await (const _ of readRecords(file(bytes), { onSuspect: (found) => (row = found) }));
    expect(row).toBe(300_002);
  });
  it('keeps UTF-8 where only a few bytes are broken', async () => {
    const bytes = [...Buffer.from('a,b\nä,ö\nü,ß\né,'), 0xe4, ...Buffer.from('\n')];
    expect(await findEncoding(file(Uint8Array.from(bytes)))).toMatchObject({
      name: 'utf-8',
      lenient: true,
    });
    expect(
      await findEncoding(file(Uint8Array.from([...Buffer.from('a,b\n'), 0xe4, 44, 0xf6]))),
    ).toMatchObject({ name: 'windows-1252', suspect: 4 });
  });
});

describe('the separator', () => {
  it.each([
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb\n1\t2', '\t'],
    ['a|b\n1|2', '|'],
    ['a,b\n1,2\n', ','],
    ['a;b\n1,5;2,5\n3,5;4,5\n', ';'],
    ['name,comment\nx,"a;b"\ny,"c;d;e"\n', ','],
    ['id\ttext\n1\ta, b\n2\tc, d, e\n', '\t'],
    ['mpg,cyl\nMazda,21,6\nDatsun,22,4\n', ','],
    ['date|value\n2024-01-01|1,5\n2024-01-02|2,5\n', '|'],
  ])('of %j is %j', (text, sign) => expect(guessDelimiter(text)).toBe(sign));
  it('leaves a column of decimal commas whole', async () => {
    expect(await rowsOf('x\n1,5\n2,75\n')).toEqual([['x'], ['1,5'], ['2,75']]);
    expect(await rowsOf('only\n1\n')).toEqual([['only'], ['1']]);
  });
});
