import { describe, expect, it, vi } from 'vitest';
import {
  accused,
  asked,
  auditOf,
  day,
  kindOf,
  leaksOf,
  notesOf,
  repeat,
  table,
} from './table-fixture.ts';

// Files that are odd or broken: what is said of them is true of them.

const people = (text: string, ...args: string[]) => auditOf(text, ...args);

describe('how the file is written', () => {
  it('two encodings in one file are told: one name would count as two', async () => {
    const found = await people(
      Buffer.concat([
        Buffer.from(`sex,label,pred\n${repeat('männlich,1,1', 40)}`, 'latin1'),
        Buffer.from(repeat('männlich,0,1', 30) + repeat('weiblich,0,0', 40)),
      ]) as never,
    );
    expect(found.groups!.map(({ name, n }) => `${name} ${n}`)).toContain('männlich 40');
    expect(notesOf(found)).toContain('30 other characters are written as UTF-8');
    expect(notesOf(found)).toContain('one name may count as two');
  });
  it('quotation marks, line breaks and separators within cells stay in them', async () => {
    const found = await people(
      `"sex","note","label","pred"\n${repeat('"f","she said ""no, never""",1,1', 30)}${repeat('"m","line\nbreak, comma",0,1', 30)}`,
      ...['--group', 'note'],
    );
    expect(found.groups!.map(({ name }) => name)).toEqual([
      'line\nbreak, comma',
      'she said "no, never"',
    ]);
  });
  it.each([
    ['too short', 'm,0\n', 'Row 22 has 2 cells, the header has 3.'],
    ['too long', 'm,0,1,9\n', 'Row 22 has 4 cells, the header has 3.'],
  ])('a row that is %s is named', async (_, row, words) => {
    const text = `sex,label,pred\n${repeat('f,1,1', 20)}${row}${repeat('m,0,1', 20)}`;
    expect((await people(text)).problem!.what).toBe(words);
    expect((await leaksOf(text)).problem!.what).toBe(words);
  });
  it('text that a spreadsheet would run is a name like any other', async () => {
    const found = await people(
      `sex,label,pred\n${repeat('=f(),1,1', 30)}${repeat('@m,0,1', 30)}${repeat('+x,1,0', 30)}`,
    );
    expect(found.groups!.map(({ name }) => name)).toEqual(['+x', '=f()', '@m']);
  });
  it('headers that come twice are told apart, and asked about', async () => {
    const found = await people(
      `label,label,pred,sex\n${repeat('1,0,1,f', 30)}${repeat('0,1,0,m', 30)}`,
    );
    expect([found.code, asked(found), found.asks![0]!.candidates]).toEqual([
      ...[2, ['label'], ['label', 'label (2)']],
    ]);
  });
});

describe('too little and too much', () => {
  it('one row: nothing is measured, nothing is compared, and the words are of one', async () => {
    const text = 'time,sex,label,pred,x\n2024-01-01,f,1,0,3\n';
    const found = await people(text, '--group', 'sex', '--label', 'label', '--decision', 'pred');
    expect(found.verdict).toBe(
      'One group in “sex”: there is nothing to compare. Four-fifths: not defined.',
    );
    expect(found.columns[0]!.why).toMatch(/its one cell fits\.$/);
    expect((await leaksOf(text, '--label', 'label')).problem!.what).toBe(
      'Column “label” holds “1” in its only row, row 2.',
    );
  });
  it('a label without a value is said to be that', async () => {
    const text = table('time,sex,label,pred,empty', (i) => [
      day(i),
      i % 2 ? 'f' : 'm',
      'NA',
      i % 3 ? 1 : 0,
      '',
    ]);
    const open = await people(text, '--group', 'sex');
    expect([open.code, open.asks![0]!.role, open.asks![0]!.candidates]).toEqual([2, 'label', []]);
    const found = await people(text, '--group', 'sex', '--label', 'label');
    expect(found.problem).toEqual({
      what: 'Column “label” has no value in any row.',
      next: 'Choose another column, or none: then only who is selected is compared.',
      column: 'label',
    });
    expect((await leaksOf(text, '--label', 'label')).problem!.what).toBe(
      'Column “label” has no value in any row.',
    );
    const alone = await people(text, '--group', 'sex', '--label', 'none');
    expect([alone.code, alone.groups![0]!.tpr, alone.groups![0]!.of.selectionRate]).toEqual([
      ...[0, null, 100],
    ]);
  });
  it('many different values are estimated, and said to be', async () => {
    const found = await people(
      table(
        'order_no,code,label,pred,sex',
        (i) => [i + 1, `a${i}`, i % 2, i % 3 ? 1 : 0, i % 5 ? 'f' : 'm'],
        3_000,
      ),
    );
    expect(found.columns[0]!.why).toBe(
      'Whole numbers, and the name says that they name things; about 3,000 different.',
    );
    expect(found.columns[1]!.why).toContain('about 3,000 in 3,000 cells');
  });
  it('5,000 groups are no grouping', async () => {
    const found = await people(
      table(
        'team,label,pred',
        (i, draw) => [`t${i % 5000}`, draw() < 0.5 ? 1 : 0, draw() < 0.5 ? 1 : 0],
        10_000,
      ),
      ...['--group', 'team'],
    );
    expect(found.problem!.what).toBe(
      'Column “team” has more than 500 different values: that is no grouping of people.',
    );
  });
});

describe('numbers as people write them', () => {
  const scored = (cell: (i: number) => string, sign = ',') =>
    table(
      ['sex', 'score', 'label'].join(sign),
      (i) => [i % 2 ? 'f' : 'm', cell(i), i % 3 ? 1 : 0],
      80,
    );
  it.each([
    ['thousands marks', scored((i) => `"1,${100 + i}"`), '1140'],
    ['points between thousands and a decimal comma', scored((i) => `1.${100 + i},50`, ';'), '1140'],
    ['an apostrophe between thousands', scored((i) => `1'${100 + i}`), '1140'],
  ])('%s', async (_, text, threshold) => {
    const found = await people(text, '--threshold', threshold);
    expect([found.code, kindOf(found, 'score')]).toEqual([0, 'number']);
    expect(found.groups!.map(({ selectionRate }) => selectionRate)).toEqual([0.5, 0.5]);
    expect(notesOf(found)).toMatch(/thousands mark/i);
  });
  it('per cent signs in some cells are told', async () => {
    const found = await people(scored((i) => (i % 5 ? `${i}%` : (i / 100).toFixed(2))));
    expect(notesOf(found)).toContain('64 of 80 cells have a per cent sign');
  });
});

describe('a yes and a no in other languages', () => {
  it.each([
    ['Spanish', 'sexo,admitido,graduado', ['sí', 'no'], ['verdadero', 'falso']],
    ['Spanish without its accent', 'sexo,admitido,graduado', ['Si', 'NO'], ['V', 'F']],
    ['German', 'Geschlecht,bewilligt,bestanden', ['wahr', 'falsch'], ['ja', 'nein']],
    ['French', 'sexe,accordé,remboursé', ['oui', 'non'], ['vrai', 'faux']],
    ['Italian', 'sesso,accettato,esito', ['vero', 'falso'], ['sì', 'no']],
    ['Portuguese', 'sexo,admitido,graduado', ['sim', 'nao'], ['verdadeiro', 'falso']],
  ])('%s', async (_, header, [yes, no], [good, bad]) => {
    const names = header.split(',');
    const found = await people(
      `${header}\n${repeat(`a,${yes},${good}`, 30)}${repeat(`a,${no},${bad}`, 10)}${repeat(`b,${yes},${bad}`, 10)}${repeat(`b,${no},${good}`, 30)}`,
      ...['--group', names[0]!, '--decision', names[1]!, '--label', names[2]!],
    );
    if (good === 'V') return expect([found.code, asked(found)]).toEqual([2, ['positive']]);
    expect([
      found.code,
      found.groups!.map(({ selectionRate, tpr }) => [selectionRate, tpr]),
    ]).toEqual([
      0,
      [
        [0.75, 1],
        [0.25, 0],
      ],
    ]);
  });
  it('“sí” and “si” are one value', async () => {
    const found = await people(
      `sexo,admitido,graduado\n${repeat('a,Sí,1', 30)}${repeat('a,si,1', 10)}${repeat('b,No,0', 40)}`,
    );
    expect([kindOf(found, 'admitido'), found.groups![0]!.selectionRate]).toEqual(['two-valued', 1]);
  });
  it('harm in another language is asked about beside a decision for somebody', async () => {
    const found = await people(
      `sexo,concedido,moroso\n${repeat('a,sí,no', 30)}${repeat('b,no,sí', 30)}`,
    );
    expect([found.code, found.asks!.map(({ role, column }) => [role, column])]).toEqual([
      ...[2, [['positive', 'moroso']]],
    ]);
  });
});

describe('what the leak report says', () => {
  it('names the score that tells the label almost alone, and not another one', async () => {
    const text = table('date,kind,label', (i) => [
      day(i),
      i < 140 ? `a${i % 2}` : `b${i % 2}`,
      i % 2,
    ]);
    const found = await leaksOf(text);
    const title = found.findings!.find(({ what }) => what.startsWith('kind: tells'))!.what;
    const [first] = /AUC (\d\.\d\d)/.exec(title)!.slice(1);
    expect(Number(first)).toBeGreaterThan(0.95);
    expect(accused(found)).toEqual([]);
  });
  it('of one value speaks of one', async () => {
    const found = await leaksOf(
      table('date,x,x_at,label', (i, draw) => [
        ...[
          `${day(i)} 10:00`,
          draw().toFixed(3),
          `${day(i)} ${i === 7 ? '11' : '09'}:00`,
          draw() < 0.4 ? 1 : 0,
        ],
      ]),
    );
    expect(found.findings![0]!.what).toContain('1 of 200 values was written after its row');
  });
});

describe('on the terminal', () => {
  const printed = async (text: string, ...args: string[]) => {
    const said: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    await people(text, ...args);
    return said.join('\n');
  };
  it('a rate of three people has its interval and says of how many it is', async () => {
    const text = await printed(
      `label,pred,sex\n${repeat('1,1,f', 2)}1,0,f\n${repeat('0,1,m', 1)}${repeat('0,0,m', 2)}`,
    );
    expect(text).toMatch(/^f +3 +selected +0\.667 +0\.094 to 0\.992 \* +3 people$/m);
    expect(text).toMatch(/^ +TPR +0\.667 +0\.094 to 0\.992 \* +3 with label 1$/m);
    expect(text).toMatch(/^ +FPR +undefined +– +0 with label 0$/m);
  });
  it('weights are said, and what labels of one side can’t tell', async () => {
    const weighted = await printed(
      `label,pred,sex,fnlwgt\n${repeat('1,1,f,900', 30)}${repeat('0,0,m,10', 30)}`,
    );
    expect(weighted).toContain('Rates are weighted.');
    // Two weights are no yes and no.
    expect(weighted).not.toContain('As a yes and a no, “900”');
    const oneSided = await printed(
      `sex,granted,repaid\n${repeat('f,1,1', 40)}${repeat('f,0,', 50)}${repeat('m,1,0', 20)}${repeat('m,0,', 30)}`,
    );
    expect(oneSided).toMatch(/^ +TPR +can’t be told +– +40 with label 1$/m);
  });
  it('without outcomes: ratio and difference with intervals, and what can’t be said', async () => {
    const text = await printed(
      `region,amount,granted\n${repeat('north,500,1', 30)}${repeat('north,700,0', 20)}${repeat('south,500,1', 10)}${repeat('south,800,0', 40)}`,
    );
    expect(text).toMatch(/Demographic parity ratio 0\.333, 95 % interval 0\.\d{3} to 0\.\d{3}/);
    expect(text).toMatch(
      /Demographic parity difference 0\.400, 95 % interval 0\.\d{3} to 0\.\d{3}/,
    );
    expect(text).toContain('Nothing says what turned out');
    expect(text).not.toMatch(/TPR|accuracy 0/);
  });
});
