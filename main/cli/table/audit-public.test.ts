import { describe, expect, it } from 'vitest';
import { asked, auditOf, kindOf, notesOf, repeat } from './table-fixture.ts';

// Made tables in the form of public ones, with few enough rows to count by hand: the right value, or a question.

/** Rows of one form, each so often. */
const rows = (...counted: [row: string, n: number][]) =>
  counted.map(([row, n]) => repeat(row, n)).join('');
const rates = ({ groups }: Awaited<ReturnType<typeof auditOf>>) =>
  Object.fromEntries(
    groups!.map(({ name, selectionRate, tpr, fpr, ppv }) => [name, [selectionRate, tpr, fpr, ppv]]),
  );
const candidates = ({ asks }: Awaited<ReturnType<typeof auditOf>>, role: string) =>
  asks!
    .filter((ask) => ask.role === role)
    .map((ask) => [ask.column, ...ask.candidates.slice(0, 2)]);

describe('recidivism scores, as COMPAS', () => {
  const text =
    `id,sex,age,race,decile_score,score_text,is_recid,decile_score,two_year_recid\n${rows(
      ['1,Male,30,African-American,8,High,1,8,1', 40],
      ['2,Male,31,African-American,6,Medium,0,6,0', 20],
      ['3,Female,32,African-American,2,Low,0,2,0', 40],
      ['4,Male,33,Caucasian,9,High,1,9,1', 20],
      ['5,Male,34,Caucasian,3,Low,1,3,1', 20],
      ['6,Female,35,Caucasian,1,Low,0,1,0', 60],
    )}`.replace(/^\d+/gm, (_, at: number) => String(at));
  it('asks which label, which score, which groups, from which score on', async () => {
    const found = await auditOf(text);
    expect([found.code, asked(found)]).toEqual([2, ['label', 'score', 'group']]);
    expect(candidates(found, 'group')).toEqual([[null, 'sex', 'race']]);
    const more = await auditOf(
      text,
      '--label',
      'two_year_recid',
      '--score',
      'decile_score',
      '--group',
      'race',
    );
    expect(asked(more)).toEqual(['threshold']);
  });
  it('then counts', async () => {
    const said = ['--label', 'two_year_recid', '--score', 'decile_score', '--threshold', '5'];
    const found = await auditOf(text, ...said, '--group', 'race');
    expect(rates(found)).toEqual({
      'African-American': [0.6, 1, 20 / 60, 40 / 60],
      Caucasian: [0.2, 0.5, 0, 1],
    });
    expect(found.equalizedOddsDifference).toBe(0.5);
    expect(found.verdict).toContain('Of those with label 1, 50 in 100 of “Caucasian” are selected');
  });
});

describe('incomes, as Adult', () => {
  const head = 'age,workclass,fnlwgt,race,sex,native_country,income,predicted_income\n';
  const of = (dot: string) =>
    head +
    rows(
      [`39, ?, 10000, White, Male, Cuba, >50K${dot}, >50K${dot}`, 30],
      [`28, Private, 90000, White, Male, ?, <=50K${dot}, <=50K${dot}`, 30],
      [`50, Private, 40000, Black, Female, Cuba, >50K${dot}, <=50K${dot}`, 20],
      [`33, State, 20000, White, Female, Cuba, <=50K${dot}, >50K${dot}`, 20],
    );
  it.each(['', '.'])(
    'asks for the groups and weighs by fnlwgt; “>50K%s” is the yes',
    async (dot) => {
      const open = await auditOf(of(dot));
      expect([open.code, asked(open), open.roles]).toEqual([
        ...[2, ['group']],
        { label: 'income', decision: 'predicted_income', weight: 'fnlwgt' },
      ]);
      const found = await auditOf(of(dot), '--group', 'sex');
      expect(rates(found)).toEqual({
        Female: [1 / 3, 0, 1, 0],
        Male: [expect.closeTo(0.1, 12), 1, 0, 1],
      });
      expect(rates(await auditOf(of(dot), '--group', 'sex', '--weight', 'none'))).toMatchObject({
        ...{ Female: [0.5, 0, 1, 0], Male: [0.5, 1, 0, 1] },
      });
    },
  );
});

describe('codes of 1 and 2, as German credit', () => {
  const text = `duration,foreign_worker,class,pred\n${rows(
    ['6,A201,1,1', 60],
    ['12,A201,2,1', 10],
    ['24,A202,2,2', 30],
    ['36,A202,1,2', 20],
  )}`;
  it('are asked about: 1 is good there, 2 is the larger number', async () => {
    const found = await auditOf(text);
    expect([found.code, asked(found)]).toEqual([2, ['positive', 'positive']]);
    expect(candidates(found, 'positive')).toEqual([
      ['class', '1', '2'],
      ['pred', '1', '2'],
    ]);
    expect(notesOf(found)).not.toContain('As a yes and a no');
    const good = await auditOf(text, '--positive', 'class=1', '--positive', 'pred=1');
    expect(rates(good)).toEqual({ A201: [1, 1, 1, 60 / 70], A202: [0, 0, 0, null] });
    const bad = await auditOf(text, '--positive', 'class=2', '--positive', 'pred=2');
    expect(rates(bad)).toEqual({ A201: [0, 0, 0, null], A202: [1, 1, 1, 0.6] });
  });
  it('written as words say it themselves', async () => {
    const words = text.replace(/,1,1$/gm, ',good,good').replace(/,2,1$/gm, ',bad,good');
    const found = await auditOf(
      words.replace(/,2,2$/gm, ',bad,bad').replace(/,1,2$/gm, ',good,bad'),
    );
    expect([found.code, rates(found)]).toEqual([
      ...[0, { A201: [1, 1, 1, 60 / 70], A202: [0, 0, 0, null] }],
    ]);
  });
});

describe('loan applications, as HMDA', () => {
  const text = `activity_year,action_taken,derived_race,income,defaulted\n${rows(
    ['2022,1,White,90,0', 60],
    ['2022,3,White,NA,0', 20],
    ['2022,4,White,70,0', 10],
    ['2022,1,Black or African American,80,0', 20],
    ['2022,2,Black or African American,80,0', 10],
    ['2022,3,Black or African American,60,1', 30],
    ['2022,6,Black or African American,60,1', 5],
    ['2022,8,White,60,1', 5],
  )}`;
  it('asks which codes of eight are a yes, and which a no', async () => {
    const first = await auditOf(text);
    expect([first.code, asked(first), first.roles.decision]).toEqual([
      ...[2, ['positive'], 'action_taken'],
    ]);
    expect(first.asks![0]!.candidates).toEqual(['1', '3', '4', '2', '6', '8']);
    const yes = ['--positive', 'action_taken=1', '--positive', 'action_taken=2'];
    const second = await auditOf(text, ...yes);
    expect([asked(second), second.asks![0]!.candidates]).toEqual([
      ['negative'],
      ['all others', '3', '4', '6', '8'],
    ]);
    const third = await auditOf(text, ...yes, '--negative', 'action_taken=3');
    // “defaulted” is no good news, and a loan is.
    expect(third.code === 2 && candidates(third, 'positive')).toEqual([['defaulted', '0', '1']]);
  });
  it('then leaves the codes of neither out, and counts them', async () => {
    const said = ['1', '2'].flatMap((code) => ['--positive', `action_taken=${code}`]);
    const found = await auditOf(
      text,
      ...[...said, '--negative', 'action_taken=3', '--positive', 'defaulted=0'],
    );
    expect([found.code, found.rows, found.leftOut]).toEqual([0, 140, 20]);
    expect(rates(found)).toEqual({
      'Black or African American': [0.5, 1, 0, 1],
      White: [0.75, 0.75, null, 1],
    });
    const rest = await auditOf(
      text,
      ...[...said, '--negative', 'action_taken=all others', '--positive', 'defaulted=0'],
    );
    expect([rest.rows, rest.leftOut, rates(rest)['White']![0]]).toEqual([160, 0, 60 / 95]);
  });
  it('of codes 1 and 3 alone: 3 is a denial and no larger yes', async () => {
    const two = text
      .split('\n')
      .filter((line) => !/,[2468],/.test(line))
      .join('\n');
    const found = await auditOf(two);
    expect([found.code, candidates(found, 'positive')]).toEqual([2, [['action_taken', '1', '3']]]);
    expect(notesOf(found)).not.toContain('As a yes and a no');
  });
});

describe('a bank’s calls, between semicolons and in quotation marks', () => {
  const text = `"age";"job";"marital";"default";"y";"y_pred"\n${rows(
    ['30;"admin.";"married";"no";"yes";"yes"', 20],
    ['40;"unknown";"married";"unknown";"no";"no"', 60],
    ['50;"services";"single";"no";"yes";"no"', 20],
    ['60;"services";"single";"yes";"no";"yes"', 10],
  )}`;
  it('asks which of two outcomes, and counts', async () => {
    const open = await auditOf(text);
    expect([open.code, open.roles.decision, candidates(open, 'label')]).toEqual([
      ...[2, 'y_pred', [[null, 'default', 'y']]],
    ]);
    const found = await auditOf(text, '--label', 'y', '--group', 'marital');
    expect(rates(found)).toEqual({ married: [0.25, 1, 0, 1], single: [1 / 3, 0, 1, 0] });
  });
});

describe('law school', () => {
  it('asks whose groups: one column is known by its name, the other is not', async () => {
    const text = `lsat,ugpa,gender,school,pass_bar,admitted\n${rows(
      ['36.0,3.2,1,north,1,1', 60],
      ['30.5,2.9,2,south,0,1', 40],
      ['28.0,2.7,2,east,1,0', 20],
    )}`;
    const found = await auditOf(text);
    expect([found.code, candidates(found, 'group')]).toEqual([2, [[null, 'gender', 'school']]]);
    const told = await auditOf(text, '--group', 'gender');
    expect(rates(told)).toEqual({ 1: [1, 1, null, 1], 2: [40 / 60, 0, 1, 0] });
    expect(told.groups!.map((one) => one.undefined)).toEqual([['fpr'], []]);
  });
});

describe('readmissions to a hospital', () => {
  const text = `encounter_id,race,gender,readmitted,flagged\n${rows(
    ['10,Caucasian,Female,<30,1', 20],
    ['11,AfricanAmerican,Female,>30,0', 30],
    ['12,?,Female,NO,0', 50],
    ['13,Caucasian,Male,NO,1', 20],
    ['14,?,Male,<30,0', 20],
  )}`;
  it('asks which of three outcomes is meant, with the others as the rest', async () => {
    const open = await auditOf(text, '--group', 'gender');
    expect([open.code, open.roles.label, asked(open)]).toEqual([2, 'readmitted', ['positive']]);
    expect(open.asks![0]!.candidates.at(-1)).toBe('NO');
    const said = ['--group', 'gender', '--positive', 'readmitted=<30'];
    const found = await auditOf(text, ...said, '--negative', 'readmitted=all others');
    expect(rates(found)).toEqual({ Female: [0.2, 1, 0, 1], Male: [0.5, 0, 1, 0] });
    // Of three outcomes one may be left out: it tells of selection alone.
    const two = await auditOf(text, ...said, '--negative', 'readmitted=NO');
    expect([two.rows, two.labelled, two.leftOut]).toEqual([140, 110, 0]);
  });
  it('leaves “?” out as no race, or keeps it', async () => {
    const said = ['--group', 'race', '--positive', 'readmitted=<30', '--negative', 'readmitted=NO'];
    const found = await auditOf(text, ...said);
    expect([found.rows, found.leftOut, found.groups!.map(({ name }) => name)]).toEqual([
      ...[70, 70, ['AfricanAmerican', 'Caucasian']],
    ]);
    expect(notesOf(found)).toContain('70 rows have no group and are left out.');
    const kept = await auditOf(text, ...said, '--keep-missing-groups');
    expect([kept.leftOut, kept.groups!.map(({ name, n }) => `${name} ${n}`)]).toEqual([
      ...[0, ['AfricanAmerican 30', 'Caucasian 40', 'missing 70']],
    ]);
  });
});

describe('credit cards', () => {
  const name = 'default.payment.next.month';
  const of = (column: string, cell: (n: number) => string) =>
    `ID,LIMIT_BAL,SEX,${column},${name}\n${[0.2, 0.4, 0.6, 0.8]
      .flatMap((share, k) => [
        repeat(`1,20000,1,${cell(share)},${k % 2}`, 10),
        repeat(`2,50000,2,${cell(share)},${k > 1 ? 1 : 0}`, 10),
      ])
      .join('')}`;
  it('takes chances in per cent of the default itself', async () => {
    const found = await auditOf(of('pred_prob', (share) => `${(100 * share).toFixed(1)}%`));
    expect([found.code, found.roles, found.threshold]).toEqual([
      ...[0, { label: name, score: 'pred_prob', group: 'SEX' }, 0.5],
    ]);
    expect(rates(found)).toEqual({ 1: [0.5, 0.5, 0.5, 0.5], 2: [0.5, 1, 0, 1] });
  });
  it.each(['approved', 'credit_score', 'loan_decision'])(
    'asks what a default has to do with “%s”',
    async (column) => {
      const isScore = column === 'credit_score';
      const text = of(column, (share) => (isScore ? String(share) : String(Math.round(share))));
      const found = await auditOf(text);
      expect([found.code, candidates(found, 'positive')]).toEqual([2, [[name, '0', '1']]]);
      const said = await auditOf(text, '--positive', `${name}=0`);
      expect(rates(said)).toEqual({ 1: [0.5, 0.5, 0.5, 0.5], 2: [0.5, 0, 1, 0] });
    },
  );
});

describe('chances under a decision’s name', () => {
  it('are asked for as a score', async () => {
    const text = `label,prediction,sex\n${rows(['1,0.91,f', 20], ['0,0.12,f', 20], ['1,0.4,m', 40])}`;
    const found = await auditOf(text);
    expect([found.code, candidates(found, 'score')]).toEqual([2, [[null, 'prediction']]]);
    expect(rates(await auditOf(text, '--score', 'prediction'))).toEqual({
      ...{ f: [0.5, 1, 0, 1], m: [0, 0, null, null] },
    });
  });
});

describe('a weight', () => {
  const of = (header: string, cells: string) =>
    `label,pred,sex,${header}\n${rows([`1,1,f,${cells}`, 30], [`0,0,m,${cells}`, 30])}`;
  it.each(['weight', 'Weights', 'wt', 'W', 'Gewicht', 'peso', 'poids'])(
    '“%s” may be what somebody weighs, with a height beside it or without: it is asked',
    async (name) => {
      const found = await auditOf(of(name, '70'));
      expect([found.code, candidates(found, 'weight')]).toEqual([2, [[null, 'none', name]]]);
      expect(found.asks![0]!.why).toContain('or what somebody or something weighs');
      expect((await auditOf(of(name, '70'), '--weight', name)).roles.weight).toBe(name);
    },
  );
  it.each([
    ['0.4', '2.6'],
    ['1', '5'],
    ['1', '1'],
    ['0.02', '88'],
    ['1200', '90000'],
  ])('from %s to %s is nobody’s own: it counts people', async (low, high) => {
    const text = of('weight', low).replace(`0,0,m,${low}`, `0,0,m,${high}`);
    expect((await auditOf(text)).roles.weight).toBe('weight');
  });
  it.each([
    ['2.1', '4.9'],
    ['2100', '4900'],
    ['1613', '5140'],
  ])('from %s to %s may be of newborns or cars: it is asked', async (low, high) => {
    const text = of('weight', low).replace(`0,0,m,${low}`, `0,0,m,${high}`);
    expect(candidates(await auditOf(text), 'weight')).toEqual([[null, 'none', 'weight']]);
  });
  it('beside a height may be somebody’s own', async () => {
    const found = await auditOf(of('height,weight', '1.7,70'));
    expect([found.code, candidates(found, 'weight')]).toEqual([2, [[null, 'none', 'weight']]]);
    expect((await auditOf(of('height,weight', '1.7,70'), '--weight', 'none')).code).toBe(0);
  });
  it('that is negative is refused by its row, never passed over', async () => {
    const text = of('weight', '70').replace('0,0,m,70', '0,0,m,-70');
    const found = await auditOf(text, '--weight', 'weight');
    expect([found.code, found.problem]).toMatchObject([1, { row: 32, column: 'weight' }]);
    expect((await auditOf(text, '--weight', 'none')).code).toBe(0);
  });
  it.each(['fnlwgt', 'sample_weight', 'survey weight', 'caseWeight', 'PERWT'])(
    '“%s” counts people, whatever stands beside it',
    async (name) => {
      expect((await auditOf(of(name, '70'))).roles.weight).toBe(name);
      expect((await auditOf(of(`weight,height,${name}`, '70,1.7,900'))).roles.weight).toBe(name);
    },
  );
  it('that spreads widely is worth fewer rows, and its interval is wider', async () => {
    const width = async (column: string, weight: (i: number) => string) => {
      const text = `label,pred,sex${column}\n${Array.from({ length: 200 }, (_, i) => `${i % 2},${i % 4 < 2 ? 1 : 0},${i % 3 ? 'f' : 'm'}${weight(i)}`).join('\n')}\n`;
      const [low, high] = (await auditOf(text)).groups![0]!.intervals.selectionRate!;
      return high - low;
    };
    const plain = await width('', () => '');
    // Two weights are weights too: those of two strata.
    const spread = await width(',fnlwgt', (i) => (i % 10 === 0 ? ',900000' : ',12000'));
    expect(spread).toBeGreaterThan(1.5 * plain);
  });
});

it('kinds of the columns stay what they are', async () => {
  const found = await auditOf('label,pred,sex\n1,2,f\n2,1,m\n1,1,f\n2,2,m\n');
  expect([kindOf(found, 'label'), kindOf(found, 'pred')]).toEqual(['two-valued', 'two-valued']);
});
