import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import { auditOf, audited, folder, kindOf, leaked, notesOf } from './table-fixture.ts';

// Tables that were read wrongly once, each with its right value from outside this project; and more of each kind.

describe('decimal commas', () => {
  it('13: are read as numbers, and told', async () => {
    const found = await leaked('13_decimal_comma.csv');
    expect(['benzene', 'temperature', 'humidity'].map((name) => kindOf(found, name))).toEqual([
      ...['number', 'number', 'number'],
    ]);
    expect([found.code, kindOf(found, 'date')]).toEqual([0, 'time']);
    expect(notesOf(found)).toContain('Read with a decimal comma, as in “11,9”');
    expect(found.features![0]!.aucInOrder!).toBeGreaterThan(0.8);
  });
  const scored = (cell: (score: number) => string, sign = ';') =>
    [
      ['label', 'score', 'sex'].join(sign),
      ...Array.from({ length: 80 }, (_, i) =>
        [i % 2, cell((i % 10) / 10), i % 4 < 2 ? 'f' : 'm'].join(sign),
      ),
    ].join('\n');
  it.each([
    ['semicolons', scored((score) => score.toFixed(2).replace('.', ','))],
    ['quotation marks', scored((score) => `"${score.toFixed(2).replace('.', ',')}"`, ',')],
    ['tabs', scored((score) => score.toFixed(1).replace('.', ','), '\t')],
    ['per cent signs', scored((score) => `${(100 * score).toFixed(1).replace('.', ',')} %`)],
  ])('in scores between %s', async (_, text) => {
    const found = await auditOf(text);
    expect([found.code, kindOf(found, 'score'), found.roles.score]).toEqual([0, 'number', 'score']);
    expect(found.groups!.map(({ selectionRate }) => selectionRate)).toEqual([0.5, 0.5]);
  });
  it('beside decimal points are told, never silently words', async () => {
    const found = await auditOf('label,score,sex\n1,"0,5",f\n0,0.75,m\n1,0.2,f\n');
    expect(kindOf(found, 'score')).not.toBe('number');
    expect(notesOf(found)).toMatch(/decimal point.*row 3.*decimal comma.*row 2/);
  });
});

describe('headers', () => {
  it('14a: a column without a name is numbered', async () => {
    const found = await audited('14a_pandas_index_column.csv');
    expect(found.roles).toEqual({ label: 'label', decision: 'prediction', group: 'sex' });
    expect(found.columns.map(({ name }) => name)).toEqual([
      'column 1',
      'label',
      'prediction',
      'sex',
    ]);
    expect(found.groups!.map(({ n }) => n)).toEqual([40, 40]);
    expect(notesOf(found)).toContain('Column 1 has no name');
  });
  it('14b: columns of one name are told apart', async () => {
    for (const found of [
      await audited('14b_compas_duplicate_names.csv'),
      await leaked('14b_compas_duplicate_names.csv'),
    ]) {
      const names = found.columns.map(({ name }) => name);
      expect(names).toContain('decile_score (2)');
      expect(new Set(names).size).toBe(8);
    }
    const open = await audited('14b_compas_duplicate_names.csv');
    expect(open.asks![0]).toMatchObject({
      role: 'score',
      candidates: ['decile_score', 'decile_score (2)'],
    });
    const args = ['--score', 'decile_score', '--threshold', '5', '--group', 'race'];
    const closed = await audited('14b_compas_duplicate_names.csv', ...args);
    expect([closed.code, closed.roles.label, closed.threshold]).toEqual([0, 'two_year_recid', 5]);
  });
  it('14d: the first row looks like data', async () => {
    for (const found of [await leaked('14d_no_header.csv'), await audited('14d_no_header.csv')]) {
      expect(found.code).toBe(2);
      expect(found.columns.map(({ name }) => name)).toEqual([
        'column 1',
        'column 2',
        'column 3',
        'column 4',
      ]);
      expect(notesOf(found)).toContain('The first row looks like data');
    }
    const said = ['--time', 'column 1', '--label', 'column 4', '--owner', 'column 2'];
    const found = await leaked('14d_no_header.csv', ...said);
    expect([found.code, found.rows]).toEqual([0, 60]);
    expect((await leaked('14d_no_header.csv', '--header', 'yes')).columns[0]!.name).toBe(
      '2024-01-01',
    );
  });
  const body = (sign: string, last = '') =>
    Array.from(
      { length: 60 },
      (_, i) => [i % 2, i % 3 ? 1 : 0, i % 4 < 2 ? 'f' : 'm'].join(sign) + last,
    ).join('\n');
  it.each([
    ['a byte-order mark and sep=', `\ufeffsep=;\r\nlabel;pred;sex\r\n${body(';')}`],
    ['trailing separators', `label;pred;sex;;\n${body(';', ';;')}\n;;;;\n`],
    ['bars', `label|pred|sex\n${body('|')}`],
    ['tabs', `label\tpred\tsex\n${body('\t')}`],
    ['UTF-16', Buffer.from(`\ufefflabel,pred,sex\n${body(',')}`, 'utf16le')],
    ['quoted line breaks', `"label","pred","sex"\n${body(',').replaceAll('f', '"f\nx"')}`],
  ])('with %s are read', async (_, text) => {
    const found = await auditOf(text);
    expect(found.roles).toEqual({ label: 'label', decision: 'pred', group: 'sex' });
    expect(found.groups!.map(({ n }) => n)).toEqual([30, 30]);
  });
  it('in Latin-1 are read, and the row is named', async () => {
    const found = await auditOf(
      Buffer.from(`label,pred,sex\n1,1,f\n0,0,Männer\n${body(',')}`, 'latin1'),
    );
    expect(notesOf(found)).toContain('Row 3 has a character that is not UTF-8');
    expect(found.groups!.map(({ name }) => name)).toContain('Männer');
  });
});

describe('files that can’t be used', () => {
  it.each([
    ['', /empty/],
    ['label,pred,sex\n', /no row follows/],
    ['label,pred,sex\n1,0\n', /Row 2 has 2 cells/],
    ['label,pred,sex\n1,"0,f\n', /quotation mark/],
  ])('%j', async (text, said) => {
    const found = await auditOf(text);
    expect(found).toMatchObject({ code: 1, columns: [], roles: {} });
    expect(found.problem!.what).toMatch(said);
  });
  it('a column that is not there', async () => {
    const found = await auditOf('label,pred,sex\n1,0,f\n0,1,m\n', '--label', 'nobody');
    expect(found).toMatchObject({ code: 1, problem: { what: 'There is no column “nobody”.' } });
  });
  it('a file that is not there', async () =>
    expect(audit([join(folder, 'nowhere.csv')])).rejects.toThrow(/There is no file/));
});
