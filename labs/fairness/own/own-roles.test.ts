import { describe, expect, it } from 'vitest';
import { survey } from '../../data/survey.ts';
import { file, repeat } from './own-fixture.ts';
import { answered } from './own-answer.ts';
import { ownRoles, type OwnAnswers } from './own-roles.ts';

describe('roles', () => {
  const roles = async (text: string, answers?: OwnAnswers) => {
    const found = ownRoles((await survey(file(text))).columns, answers);
    return {
      ...found.roles,
      asks: found.asks.map(({ role, candidates }) => [role, ...candidates]),
    };
  };
  const rows = (...lines: string[]) => `${lines.join('\n')}\n`;
  it('are taken where name and values say so and no other column does', async () => {
    expect(
      await roles(
        'id,race,two_year_recid,risk_score,sample_weight\n1,a,0,0.2,1.5\n2,b,1,0.7,2\n3,b,1,0.9,2\n',
      ),
    ).toEqual({
      ...{ label: 'two_year_recid', score: 'risk_score', group: 'race', weight: 'sample_weight' },
      asks: [],
    });
    expect(await roles('y_true,y_pred,group\n1,0,a\n0,1,b\n1,1,b\n')).toEqual({
      ...{ label: 'y_true', decision: 'y_pred', group: 'group', asks: [] },
    });
    expect(
      await roles('entity_id,score,label_value,race\n7,1.0,1,a\n8,0.0,0,b\n9,1.0,1,b\n'),
    ).toEqual({ label: 'label_value', decision: 'score', group: 'race', asks: [] });
    expect(
      await roles('target;prob;sex;fnlwgt\n1;0,5;f;77516\n0;0,25;m;83311\n1;0,7;f;1\n'),
    ).toEqual({ label: 'target', score: 'prob', group: 'sex', weight: 'fnlwgt', asks: [] });
    expect(await roles('outcome,pred,gender\nyes,no,f\nno,no,m\nyes,yes,m\n')).toEqual({
      ...{ label: 'outcome', decision: 'pred', group: 'gender', asks: [] },
    });
  });
  it('are asked for where nobody named them, the likeliest first', async () => {
    // Two columns of 0 and 1 that nobody named are never audited.
    expect(await roles(rows('town,paid,said', 'A,1,0', 'B,0,1', 'A,1,1'))).toEqual({
      group: 'town',
      asks: [
        ['label', 'paid', 'said'],
        ['decision', 'paid', 'said'],
      ],
    });
    // A letter names no groups.
    const letters = await roles(rows('a,b,sex', '1,0,f', '0,1,m', '1,1,m'));
    expect(letters).toEqual({
      group: 'sex',
      asks: [
        ['label', 'a', 'b'],
        ['decision', 'a', 'b'],
      ],
    });
    const swapped = await roles(rows('a1,a2,sex', '1,0,f', '0,1,m', '1,1,m'));
    expect(swapped.asks.map(([role]) => role)).toEqual(['label', 'decision']);
  });
  it('are asked for where two columns say so', async () => {
    const compas = await roles(
      'sex,race,decile_score,decile_score,two_year_recid\nm,a,1,1,0\nf,b,7,7,1\nm,b,3,3,1\n',
    );
    expect(compas).toEqual({
      label: 'two_year_recid',
      asks: [
        ['score', 'decile_score', 'decile_score (2)'],
        ['group', 'sex', 'race'],
      ],
    });
    expect((await roles('y,label,pred,sex\n1,0,1,f\n0,1,1,m\n1,1,0,f\n')).asks).toEqual([
      ['label', 'y', 'label'],
    ]);
  });
  it('are asked for where values do not fit a name', async () => {
    const { asks } = await roles('label,pred,sex\n1,0,f\n2,1,m\n3,1,f\n5,0,m\n');
    expect(asks[0]![0]).toBe('label');
  });
  it.each([
    [
      'decision',
      ['pred', 'maybe', '“pred” holds neither two values nor scores, as a decision does.'],
    ],
    [
      'score',
      ['score', 'n.v.', '“score” holds neither two values nor scores, as a decision does.'],
    ],
    ['name of none', ['x1', 'maybe', 'No column looks like a decision.']],
  ])('say of a column that is called a %s what is wrong with it', async (_, [name, cell, why]) => {
    const text = `label,${name},sex\n${repeat('1,1,f', 30)}${repeat('0,0,m', 30)}1,${cell},m\n`;
    const { asks } = ownRoles((await survey(file(text))).columns);
    expect(asks[0]).toEqual({ role: 'decision', column: null, candidates: [], why });
  });
  it.each([
    [
      'age',
      (i: number) => 20 + i,
      '“age” has 60 different values, too many for groups. Put them together in a column of their own, such as ages into bands.',
    ],
    ['sex', () => 'f', '“sex” holds one value in all rows, so there is nothing to compare.'],
    ['x1', (i: number) => i / 7, 'No column looks like groups of people.'],
  ])('say why “%s” is no groups', async (name, cell, why) => {
    const rows = Array.from({ length: 60 }, (__, i) => `${i % 2},${i % 3 ? 1 : 0},${cell(i)}`);
    const { columns } = await survey(file(`label,pred,${name}\n${rows.join('\n')}\n`));
    expect(ownRoles(columns).asks).toEqual([{ role: 'group', column: null, candidates: [], why }]);
  });
  it('ask from which score on, and which value is the yes', async () => {
    const text = 'y,decile_score,sex\n1,9,f\n0,2,m\n1,7,f\n';
    expect((await roles(text)).asks).toEqual([['threshold', '6']]);
    expect((await roles(text, { threshold: 5 })).asks).toEqual([]);
    const words = 'outcome,pred,sex\nblue,1,f\nred,0,m\nblue,0,f\n';
    expect((await roles(words)).asks).toEqual([['positive', 'red', 'blue']]);
    expect((await roles(words, { ones: { outcome: ['blue'] } })).asks).toEqual([]);
  });
  it('ask from which score on of each column, and keep each answer with its own', async () => {
    const rows = repeat('1,700,0.9,f', 5) + repeat('0,400,0.1,m', 5);
    const { columns } = await survey(file(`repaid,credit_score,model_score,sex\n${rows}`));
    const base = { label: 'repaid', groups: ['sex'] };
    const first = { ...base, score: 'credit_score' };
    const [ask] = ownRoles(columns, first).asks;
    const said = answered(first, ask!, '576', columns);
    const cut = (score: string) => ownRoles(columns, { ...said, score }).mapping?.threshold;
    expect([ask!.role, cut('credit_score'), cut('model_score')]).toEqual(['threshold', 576, 0.5]);
    const both = { ...said, thresholds: { ...said.thresholds, model_score: 0.3 } };
    expect(ownRoles(columns, { ...both, score: 'credit_score' }).mapping?.threshold).toBe(576);
    expect(ownRoles(columns, { ...both, score: 'model_score' }).mapping?.threshold).toBe(0.3);
    // A decision is chosen: what was said of a score is no longer spoken of.
    const decided = ownRoles(columns, { ...said, decision: 'repaid', label: null });
    expect(decided.notes.join(' ')).not.toContain('threshold');
  });
  it('name what is no column', async () => {
    const found = ownRoles((await survey(file('y,pred,sex\n1,0,f\n0,1,m\n'))).columns, {
      label: 'Y ',
      decision: 'nobody',
    });
    expect([found.roles.label, found.unknown, found.mapping]).toEqual(['y', ['nobody'], null]);
  });
});

describe('a decision against somebody', () => {
  it('is a decision, and which of its values selects is asked', async () => {
    const found = await survey(
      file(`sex,score,denied,defaulted\n${repeat('f,0.2,1,0', 5)}${repeat('m,0.7,0,1', 5)}`),
    );
    const { roles, asks } = ownRoles(found.columns);
    expect(roles).toMatchObject({ decision: 'denied' });
    expect(asks.map(({ role, column }) => [role, column])).toContainEqual(['positive', 'denied']);
  });
});

describe('a score', () => {
  const roles = async (column: string) => {
    const rows = Array.from(
      { length: 18 },
      (_, i) => `${i % 2},${455 + 17 * i},${i % 3 ? 'f' : 'm'}`,
    );
    const found = await survey(file(`graduated,${column},gender\n${rows.join('\n')}\n`));
    return ownRoles(found.columns);
  };
  it.each(['test_score', 'interview score', 'SatScore', 'puntaje_icfes', 'essay_score_2'])(
    '“%s” may be somebody’s own: whether it decides is asked',
    async (column) => {
      const { roles: taken, asks } = await roles(column);
      expect([taken.decision, taken.score]).toEqual([undefined, undefined]);
      expect(asks.find(({ role }) => role === 'decision')).toMatchObject({
        candidates: [column],
        why: expect.stringContaining('somebody’s own result') as string,
      });
    },
  );
  it.each(['score', 'risk_score', 'credit_score', 'decile_score', 'score_v2', 'y_prob'])(
    '“%s” is a model’s, and taken',
    async (column) => expect((await roles(column)).roles.score).toBe(column),
  );
});

describe('a name that says what turned out', () => {
  it.each([
    ...['passed', 'Exited', 'Attrition', 'subscribed', 'fraud_bool', 'churn_flag', 'target_value'],
    ...['true_y', 'loan_status', 'tipped', 'betrug'],
  ])('“%s” is taken, beside what was predicted', async (name) => {
    const found = await survey(
      file(`${name},predicted_pass,sex\n${repeat('1,1,f', 30)}${repeat('0,0,m', 30)}`),
    );
    expect(ownRoles(found.columns).roles).toEqual({
      ...{ label: name, decision: 'predicted_pass', group: 'sex' },
    });
  });
  it.each(['p_hat', 'phat', 'prob_hat'])('“%s” is a model’s chance', async (name) => {
    const rows = `y,${name},sex\n${repeat('1,0.7,f', 30)}${repeat('0,0.2,m', 30)}${repeat('0,0.4,m', 9)}`;
    const { roles, asks } = ownRoles((await survey(file(rows))).columns);
    expect([roles.score, asks]).toEqual([name, []]);
  });
});

describe('without outcomes', () => {
  const grants = `region,amount,granted\n${repeat('north,500,1', 30)}${repeat('south,700,0', 30)}`;
  it('who is selected is compared, and that is said', async () => {
    const { columns } = await survey(file(grants));
    const { roles, asks, notes, mapping } = ownRoles(columns);
    expect([roles, asks]).toEqual([{ decision: 'granted', group: 'region' }, []]);
    expect(mapping!.label).toBeNull();
    expect(notes).toContain('No column says what turned out, so only who is selected is compared.');
  });
  it('where a column may be one, it is asked, and none is an answer', async () => {
    const { columns } = await survey(
      file(grants.replace('amount', 'x').replaceAll(',500,', ',1,').replaceAll(',700,', ',0,')),
    );
    const open = ownRoles(columns);
    expect(open.asks).toEqual([{ role: 'label', column: null, candidates: ['x'], none: 'none' }]);
    const { mapping, asks } = ownRoles(columns, { label: null });
    expect([asks, mapping!.label]).toEqual([[], null]);
  });
  it('a column that is called a label and holds no two values is asked about all the same', async () => {
    const { columns } = await survey(file('label,pred,sex\n1.5,0,f\n2,1,m\n3,1,f\n5,0,m\n'));
    expect(ownRoles(columns).asks[0]).toMatchObject({
      ...{ role: 'label', candidates: [] },
      why: '“label” does not hold two values, as an outcome does.',
    });
  });
});

it('one column can’t have two roles', async () => {
  const { columns } = await survey(file(`y,pred,sex\n${repeat('1,0,f', 5)}${repeat('0,1,m', 5)}`));
  for (const answers of [
    { label: 'y', decision: 'y', groups: ['sex'] },
    { label: 'y', decision: 'pred', groups: ['pred'] },
    { label: 'y', decision: 'pred', groups: ['sex', 'sex'] },
  ]) {
    const { wrong, mapping } = ownRoles(columns, answers);
    expect([wrong?.what.includes('stands'), mapping]).toEqual([true, null]);
  }
  // One that is named like both is not taken for both.
  const risk = ownRoles(
    (await survey(file(`credit_risk,sex\n${repeat('1,f', 9)}${repeat('2,m', 9)}`))).columns,
  );
  expect([risk.roles.label, risk.roles.decision]).toEqual(['credit_risk', undefined]);
});
