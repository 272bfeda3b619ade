import { describe, expect, it } from 'vitest';
import { survey } from '../survey.ts';

const look = async (text: string) => {
  const { columns, notes, rows } = await survey(new Blob([text]));
  return { names: columns.map(({ name }) => name), notes: notes.join(' '), rows };
};
const row = (i: number, sign = ',') => [i % 2 ? 'f' : 'm', 20 + i, i % 3 ? 1 : 0, 0].join(sign);
const body = (sign = ',') => Array.from({ length: 12 }, (_, i) => row(i, sign)).join('\n');
const head = (sign = ',') => ['sex', 'age', 'label', 'pred'].join(sign);

describe('a title above the header', () => {
  it.each([
    ['and a blank line', 'Report of the bank 2023\n\n', ','],
    ['alone', 'Report of the bank 2023\n', ','],
    ['with a comma in it', 'Report of the bank, 2023\n\n', ','],
    ['with a comma above semicolons', 'Report of the bank, 2023\n\n', ';'],
    ['of several lines', '# Loans\n# 2023\n\n', ','],
    ['that a spreadsheet filled up', 'Report of the bank 2023,,,\n,,,\n', ','],
    ['with a comma between words', 'Applicants by sex, spring term\n', ','],
    ['with a comma in brackets', 'Hiring data (HR, Berlin)\n', ','],
    ['with a comma between words, and a blank line', 'Applicants by sex, spring term\n\n', ','],
    ['of two lines with commas', 'Hiring data (HR, Berlin)\nmen, women\n', ','],
    ['one cell shorter than the header', 'Decisions, by sex, spring term\n', ','],
    ['with many commas behind a #', '# by Anna, in May, for HR, not final, 2023\n', ','],
    ['with as many words behind a #', '# by Anna, in May, for HR, final\n', ','],
    ['above tabs', 'Report\n\n', '\t'],
    ['behind a line that says the separator', 'sep=;\nReport\n\n', ';'],
  ])('%s is left out and said', async (_, title, sign) => {
    const found = await look(`${title}${head(sign)}\n${body(sign)}\n`);
    expect([found.names, found.rows]).toEqual([['sex', 'age', 'label', 'pred'], 12]);
    expect(found.notes).toMatch(
      /Above the header stands a title, “[^”]+”.* row \d names the columns/,
    );
  });
  it.each(['Table 3. By sex, 2023', 'Decisions by sex, spring', '# Anna, do not edit'])(
    '%s above three columns is left out',
    async (title) => {
      const rows = Array.from({ length: 12 }, (_, i) => `${i % 2 ? 'f' : 'm'},${20 + i},${i % 3}`);
      const { names, notes } = await look(`${title}\nsex,age,label\n${rows.join('\n')}\n`);
      expect(names).toEqual(['sex', 'age', 'label']);
      expect(notes).toContain(`a title, “${title}”`);
    },
  );
  it('rows are counted as they stand in the file', async () => {
    const { columns } = await survey(
      new Blob([`Report\n\n${head()}\n${body()}\nm,,1,0\n${body()}\n`]),
    );
    expect(columns[1]!.firstMissing).toBe(16);
  });
  it.each([
    ['one column of texts', 'comment\nGood, nice\nBad, ugly\nSo, so\n'],
    ['one column of names', 'name\nSmith, John\nDoe, Jane\nRoe, Ann\n'],
    ['one column of decimal commas', 'x\n1,5\n2,75\n3,25\n'],
    ['a column of row names', 'x\nr1,5\nr2,6\nr3,7\n'],
    ['a table without a title', `${head()}\n${body()}\n`],
    ['blank lines above it', `\n\n${head()}\n${body()}\n`],
    ['a column of row names in words', 'sex,age\nr1,f,20\nr2,m,30\nr3,f,40\n'],
    [
      'row names above a missing first number',
      'sex,age\nr1,f,n/a\nr2,m,3\nr3,f,4\nr4,f,5\nr5,f,6\n',
    ],
    ['texts with commas behind a name', 'name,said\nAnn,Good, nice\nBob,Bad, ugly\nJo,So, so\n'],
    ['names of which the first begins with a #', '#sex,age\nf,20\nm,30\nf,40\n'],
    ['a # alone as a name', '#,sex,age\n1,f,20\n2,m,30\n3,f,40\n'],
    ['an unnamed column of row numbers', 'a,b,c\n1,x,y,2\n2,z,w,3\n3,q,r,4\n'],
  ])('%s has none', async (_, text) =>
    expect((await look(text)).notes).not.toContain('Above the header stands'),
  );
});

it('a note below the table is refused by its row, with what to do', async () => {
  await expect(look(`${head()}\n${body()}\nas the bank tells it\n`)).rejects.toMatchObject({
    data: { row: 14, next: expect.stringContaining('take the line out') as string },
  });
});

describe('a file of one column', () => {
  it('is never said to have a separator that it does not hold', async () => {
    for (const text of ['x\n1,5\n2,75\n', 'name\nSmith, John\nDoe, Jane\n', 'a\nb\n'])
      expect((await look(text)).notes).not.toContain('separated by');
  });
  it('above lines of many commas is asked whether it is a title', async () => {
    const found = await look(
      `Survey\n${Array.from({ length: 9 }, (_, i) => `a${i},b,c${i % 2},d`).join('\n')}\n`,
    );
    expect(found.notes).toContain('Each line below holds 3 commas. Is the first line a title');
  });
  it('whose cells blanks separate is told how to be written', async () => {
    const german = Array.from({ length: 9 }, (_, i) => `A1${i % 4} ${i} A34 A43 ${1000 + i} A65 1`);
    expect((await look(`${german.join('\n')}\n`)).notes).toContain(
      'Its cells seem to be separated by blanks, 7 in each line. Put a comma in place of the blanks',
    );
    expect((await look('x y\n1 2\n3 4\n5 6\n')).notes).toContain('separated by blanks, 2 in');
    expect((await look('name\nAnn Lee\nJo Roe\n')).notes).not.toContain('blanks');
  });
});
