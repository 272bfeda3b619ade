import { describe, expect, it } from 'vitest';
import { asked, auditOf, notesOf, repeat } from './table-fixture.ts';

// What counts as 1, whose label or group is missing, and which columns are groups: asked or told, never guessed.

const counts = (...counted: [row: string, n: number][]) =>
  counted.map(([row, n]) => repeat(row, n)).join('');

describe('a label and a decision that point apart', () => {
  /** 40 and 20 of f, 30, 10 and 20 of m, so that nobody who deserves it goes without among f. */
  const table = (label: string, decision: string) =>
    `${label},${decision},sex\n${counts(['0,1,f', 40], ['1,0,f', 20], ['0,1,m', 30], ['1,1,m', 10], ['0,0,m', 20])}`;
  it.each([
    ['defaulted', 'approved'],
    ['two_year_recid', 'released'],
    ['is_fraud', 'accepted'],
    ['churned', 'selected'],
    ['readmitted', 'admitted'],
    ['bad_loan', 'decision'],
    ['repaid', 'flagged'],
    ['qualified', 'detained'],
    ['not_repaid', 'loan_granted'],
    ['no_default', 'flagged'],
  ])('are asked about: %s and %s', async (label, decision) => {
    const said = ['--label', label, '--decision', decision];
    const found = await auditOf(table(label, decision), ...said);
    expect([found.code, found.asks]).toMatchObject([
      2,
      [{ role: 'positive', column: label, candidates: ['0', '1'] }],
    ]);
    expect(found.groups).toBeUndefined();
    const turned = await auditOf(table(label, decision), ...said, '--positive', `${label}=0`);
    expect(turned.groups!.map(({ tpr, fpr }) => [tpr, fpr])).toEqual([
      [1, 0],
      [0.6, 1],
    ]);
    const kept = await auditOf(table(label, decision), ...said, '--positive', `${label}=1`);
    expect(kept.groups!.map(({ tpr }) => tpr)).toEqual([0, 1]);
  });
  it.each([
    ['repaid', 'approved'],
    ['fraud', 'flagged'],
    ['defaulted', 'predicted_default'],
    ['recid', 'pred'],
    ['label', 'approved'],
    ['no_default', 'approved'],
    ['qualified', 'decision'],
  ])('are not asked about where they agree: %s and %s', async (label, decision) =>
    expect((await auditOf(table(label, decision), '--label', label)).code).toBe(0),
  );
  it('are told by words before names', async () => {
    const words = table('defaulted', 'approved').replace(/^0/gm, 'paid').replace(/^1/gm, 'default');
    expect((await auditOf(words)).groups!.map(({ tpr }) => tpr)).toEqual([1, 0.6]);
  });
  it('a denial is first asked which value selects, then set against the label', async () => {
    const text = table('defaulted', 'denied');
    const first = await auditOf(text);
    expect(first.asks).toMatchObject([
      { role: 'positive', column: 'denied', candidates: ['1', '0'] },
    ]);
    expect((await auditOf(text, '--positive', 'denied=1')).code).toBe(0);
    const granted = await auditOf(text, '--positive', 'denied=0');
    expect([granted.code, granted.asks![0]!.column]).toEqual([2, 'defaulted']);
    expect((await auditOf(text, '--positive', 'denied=0', '--positive', 'defaulted=0')).code).toBe(
      0,
    );
  });
  it.each([
    [['--positive', 'defaulted=2'], 'Column “defaulted” has no value “2”.'],
    [['--positive', 'defaulted=0', '--positive', 'defaulted=1'], 'none is left for 0'],
    [['--positive', 'defaulted=0', '--negative', 'defaulted=0'], 'to count as 1 and as 0'],
    [['--positive', 'nobody=0'], 'There is no column “nobody”.'],
  ])('%j is refused', async (args, what) => {
    const found = await auditOf(table('defaulted', 'approved'), ...args);
    expect([found.code, found.problem!.what]).toEqual([1, expect.stringContaining(what)]);
  });
});

describe('labels that are missing', () => {
  const text = `qualified,hired,sex\n${counts(
    ...([
      ['1,1,f', 20],
      ['0,0,f', 20],
      ['NA,1,f', 2],
      ['NA,0,f', 38],
      ['1,1,m', 20],
      ['0,0,m', 20],
      ['NA,1,m', 30],
      ['NA,0,m', 10],
    ] as [string, number][]),
  )}`;
  it('leave the selection rate of everybody; both counts are said', async () => {
    const found = await auditOf(text);
    expect(found).toMatchObject({ code: 0, rows: 160, labelled: 80, leftOut: 0 });
    expect(found.groups).toMatchObject([
      { name: 'f', n: 80, labelled: 40, selectionRate: 22 / 80, tpr: 1, fpr: 0, accuracy: 1 },
      { name: 'm', n: 80, labelled: 40, selectionRate: 50 / 80, tpr: 1, fpr: 0, accuracy: 1 },
    ]);
    expect(found.demographicParityRatio).toBeCloseTo(22 / 50, 12);
    expect(found.verdict).toContain('28 in 100 of “f” are selected, 63 of “m”');
    expect(notesOf(found)).toContain('80 rows have no label and count for selection rates only.');
    expect((await auditOf(text, '--refuse-missing')).problem).toMatchObject({
      column: 'qualified',
    });
  });
  it('of all who were not selected leave TPR, FPR and accuracy untold', async () => {
    const loans = `repaid,approved,sex\n${counts(
      ['1,1,f', 20],
      ['0,1,f', 10],
      [',0,f', 50],
      ['1,1,m', 40],
      ['0,1,m', 20],
      [',0,m', 20],
    )}`;
    const found = await auditOf(loans);
    expect([found.code, found.equalizedOddsDifference]).toEqual([0, null]);
    expect(found.groups).toMatchObject([
      { selectionRate: 30 / 80, tpr: null, fpr: null, ppv: 2 / 3, accuracy: null },
      { selectionRate: 60 / 80, tpr: null, fpr: null, ppv: 2 / 3, accuracy: null },
    ]);
    expect(found.groups![0]!.undefined).toEqual(['tpr', 'fpr', 'fnr', 'accuracy']);
    expect(Object.keys(found.groups![0]!.intervals)).toEqual(['selectionRate', 'ppv']);
    expect(notesOf(found)).toContain('can’t be told');
  });
});

describe('groups', () => {
  const text = `label,pred,sex\n${counts(['1,1,f', 40], ['0,0,m', 40], ['1,0,', 25], ['1,0, ', 5], ['1,0,NA', 10])}`;
  it('that are blank are missing: told, counted, left out', async () => {
    const found = await auditOf(text);
    expect(found).toMatchObject({ code: 0, rows: 80, leftOut: 40, withoutGroup: 0 });
    expect(found.groups!.map(({ name }) => name)).toEqual(['f', 'm']);
    expect(found.columns[2]!.missing).toBe(40);
    expect(notesOf(found)).toContain('40 rows have no group and are left out.');
  });
  it('that are blank are kept on request, under a name that no other group has', async () => {
    const kept = await auditOf(text, '--keep-missing-groups');
    expect(kept.groups!.map(({ name, n }) => [name, n])).toEqual([
      ['f', 40],
      ['m', 40],
      ['missing', 40],
    ]);
    const called = text.replaceAll(',f\n', ',missing\n');
    const both = await auditOf(called, '--keep-missing-groups');
    expect(both.groups!.map(({ name }) => name)).toEqual(['m', 'missing', '(missing)']);
  });
  it('of two columns are left out where they are missing', async () => {
    const found = await auditOf(
      `label,pred,sex,area\n${counts(['1,1,f,n', 40], ['1,1,f,', 10], ['0,0,m,s', 40], ['0,0,,s', 5], ['0,0,,', 3])}`,
      ...['--group', 'sex,area'],
    );
    expect([found.rows, found.leftOut, found.withoutGroup]).toEqual([95, 3, 5]);
    expect(found.others!.map(({ column, withoutGroup }) => [column, withoutGroup])).toEqual([
      ['area', 10],
      ['sex × area', 15],
    ]);
  });
  it('are no column of one value', async () => {
    const one = await auditOf(
      `label,pred,region,shop\n${counts(['1,1,x,a', 40], ['0,0,x,b', 40])}`,
    );
    expect([one.code, one.asks]).toEqual([
      2,
      [{ role: 'group', column: null, candidates: ['shop'] }],
    ]);
    // Said by hand it is taken, and nothing is compared.
    const said = await auditOf(`label,pred,region\n${counts(['1,1,x', 40])}`, '--group', 'region');
    expect([said.code, said.demographicParityRatio]).toEqual([0, null]);
    const other = await auditOf(
      `label,pred,region,sex\n${counts(['1,1,x,f', 40], ['0,0,x,m', 40])}`,
    );
    expect([other.code, other.roles.group]).toEqual([0, 'sex']);
  });
  it.each([
    ['sex', 'kreis'],
    ['gender', 'school'],
    ['race', 'team'],
  ])('are asked for where one of two columns says so by its name: %s and %s', async (a, b) => {
    const table = (x: string, y: string) =>
      `label,pred,${x},${y}\n${counts(['1,1,u,p', 40], ['0,0,v,p', 40], ['0,1,v,q', 20])}`;
    for (const found of [await auditOf(table(a, b)), await auditOf(table(b, a))])
      expect([asked(found), found.asks![0]!.candidates.slice(0, 2)]).toEqual([['group'], [a, b]]);
  });
  it('among many columns of words are taken by name, and the others are told', async () => {
    const found = await auditOf(
      `label,pred,sex,job,shoe\n${counts(['1,1,f,x,u', 40], ['0,0,m,y,v', 40], ['0,1,m,z,w', 20])}`,
    );
    expect([found.code, found.roles.group]).toEqual([0, 'sex']);
    expect(notesOf(found)).toContain(
      'Compared by “sex”, as its name says groups. Other columns of few words may be groups too: “job”, “shoe”.',
    );
  });
});

describe('a table of counts, as UCB Admissions', () => {
  const cells = [
    ...['A,Male,512,313', 'A,Female,89,19', 'B,Male,353,207', 'B,Female,17,8'],
    ...['C,Male,120,205', 'C,Female,202,391', 'D,Male,138,279', 'D,Female,131,244'],
    ...['E,Male,53,138', 'E,Female,94,299', 'F,Male,22,351', 'F,Female,24,317'],
  ].map((line) => line.split(','));
  const lines = cells.flatMap(([dept, sex, yes, no]) => [
    ...[`Admitted,${sex},${dept},${yes}`, `Rejected,${sex},${dept},${no}`],
  ]);
  const of = (name: string, some = lines) => `Admit,Gender,Dept,${name}\n${some.join('\n')}\n`;
  const by = ['--group', 'Gender'];
  const rates = [
    ['Female', 1835, 557 / 1835],
    ['Male', 2691, 1198 / 2691],
  ];
  const found = async (text: string, ...args: string[]) => {
    const { code, groups, ...rest } = await auditOf(text, ...by, ...args);
    return {
      ...{ ...rest, code },
      rates: groups?.map(({ name, n, selectionRate }) => [name, n, selectionRate]),
    };
  };
  it.each(['Freq', 'frequency', 'count', 'counts', 'n', 'total', 'num_people', 'applicants'])(
    'each row counts for as many people as “%s” says',
    async (name) => {
      const counted = await found(of(name));
      expect([counted.code, counted.roles.weight, counted.rates, counted.leftOut]).toEqual([
        ...[0, name, rates, 0],
      ]);
      expect(notesOf(counted)).toContain(`Each row counts for as many people as “${name}” says.`);
    },
  );
  it('numbers of its rows are no combination', async () => {
    const numbered = of('Freq')
      .split('\n')
      .map((line, i) => line && `${i || 'rownames'},${line}`);
    expect((await found(numbered.join('\n'))).rates).toEqual(rates);
  });
  it('where some combinations have no row, it is asked', async () => {
    const open = await found(of('Freq', lines.slice(1)));
    expect([open.code, open.asks!.map(({ role, candidates }) => [role, candidates])]).toEqual([
      ...[2, [['weight', ['Freq', 'none']]]],
    ]);
    const said = await found(of('Freq', lines.slice(1)), '--weight', 'Freq');
    expect(said.rates).toEqual([rates[0], ['Male', 2691 - 512, (1198 - 512) / (2691 - 512)]]);
    const none = await found(of('Freq'), '--weight', 'none');
    expect(none.rates!.map(([, n]) => n)).toEqual([12, 12]);
  });
  it('more rows than combinations are no table of counts', async () => {
    const visits = `y,pred,sex,n\n${repeat('1,1,f,3', 30)}${repeat('0,0,m,2', 30)}`;
    const { code, roles } = await auditOf(visits);
    expect([code, roles.weight]).toEqual([0, undefined]);
  });
  it('counts of nobody, of too many, or below 0 are told', async () => {
    const problem = async (n: string) =>
      (
        await found(
          of(
            'n',
            ['Admitted,m,A', 'Rejected,f,A'].map((row) => `${row},${n}`),
          ),
          '--weight',
          'n',
        )
      ).problem?.what;
    expect(await problem('0')).toContain('counts nobody');
    expect(await problem('20000000')).toContain('add up to 40,000,000 people');
    expect(await problem('-3')).toBeDefined();
  });
});
