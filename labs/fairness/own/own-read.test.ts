import { describe, expect, it } from 'vitest';
import { CsvProblem } from '../../data/problem.ts';
import { survey } from '../../data/survey.ts';
import { unknownLabel } from '../../math/group-cells.ts';
import { auditOwn, measuresOf } from './own-audit.ts';
import { audited, file, head, own, read, repeat, said } from './own-fixture.ts';
import { labelNotes } from './own-notes.ts';
import { readOwn } from './own-read.ts';
import { ownRoles } from './own-roles.ts';
import { verdictOf } from './own-verdict.ts';

describe('taking rows in', () => {
  it('types the mapped columns; a missing group is none', async () => {
    expect(await own(`${head}1,0,f,\n0,1.0,m,north\n 1 ,1,f,north\n`)).toEqual({
      rows: 3,
      label: Uint8Array.of(1, 0, 1),
      oneSided: null,
      decision: Uint8Array.of(0, 1, 1),
      score: null,
      scoreRange: null,
      weight: null,
      groups: [
        { name: 'sex', codes: Uint16Array.of(0, 1, 0), names: ['f', 'm'] },
        { name: 'area', codes: Uint16Array.of(1, 0, 0), names: ['north'] },
      ],
    });
  });
  it.each([
    [
      'predictions that are not 0 or 1',
      `${head}1,0,f,n\n0,maybe,f,n\n1,2,m,n\n`,
      [
        {
          kind: 'not-binary',
          of: 'prediction',
          column: 'approved',
          row: 3,
          value: 'maybe',
          count: 2,
        },
      ],
    ],
    [
      'labels that are words',
      `${head}1,0,f,n\n0,1,f,n\nyes,1,m,n\n`,
      [{ kind: 'not-binary', of: 'label', column: 'repaid', row: 4, value: 'yes', count: 1 }],
    ],
    [
      'a label that has a value for each row',
      head + Array.from({ length: 30 }, (_, i) => `${i},${i % 2},f,n\n`).join(''),
      [{ kind: 'many-values', of: 'label', column: 'repaid', count: 30 }],
    ],
    [
      'missing cells',
      `${head}0,0,f,n\n,1,f,n\n1,,m,n\n,1,m,n\n`,
      [
        { kind: 'empty', of: 'label', row: 3, count: 2 },
        { kind: 'empty', of: 'prediction', row: 4, count: 1 },
      ],
    ],
    [
      'scores that are words',
      'repaid,score,sex\n1,0.5,f\n0,high,m\n',
      [{ kind: 'not-number', of: 'score', row: 3, value: 'high', count: 1 }],
    ],
    [
      'negative weights',
      'repaid,approved,sex,weight\n1,0,f,1\n0,1,m,-2\n',
      [{ kind: 'negative', of: 'weight', row: 3, value: '-2', count: 1 }],
    ],
  ])('names row and column of %s', async (_, text, problems) => {
    expect(await read(text)).toMatchObject({ ok: false, problems });
  });
  it('leaves rows with empty cells out where it is told to, and counts them', async () => {
    expect(
      await read(`${head}1,0,f,n\n,1,f,n\n1,,m,n\n0,1,m,n\n`, { leaveOutEmpty: true }),
    ).toMatchObject({
      ...{ ok: true, leftOut: 1, withoutGroup: 0 },
      own: { rows: 3, label: Uint8Array.of(1, unknownLabel, 0) },
    });
    await expect(
      read(`${head}1,,f,n\n0,,f,n\n1,0,,\n0,1,,\n`, { leaveOutEmpty: true }),
    ).rejects.toThrow(/All 4 rows/);
  });
  it('refuses a column of identifiers as groups', async () => {
    const many = Array.from({ length: 600 }, (__, i) => `1,0,g${i},n`).join('\n');
    expect(await read(`${head}${many}\n`)).toMatchObject({
      ok: false,
      tooMany: { column: 'sex', over: 500 },
    });
  });
  it('counts rows as a spreadsheet does, blank lines included', async () => {
    expect(await read(`${head}1,0,f,n\n\n1,3,f,n\n`)).toMatchObject({
      ok: false,
      problems: [{ row: 4 }],
    });
    const late = `${head}${repeat('1,0,f,n', 1_500)}1,0,f\n`;
    await expect(read(late)).rejects.toThrow(CsvProblem);
    await expect(read(late)).rejects.toThrow(/Row 1,502 has 3 cells/);
  });
});

describe('rows without a label', () => {
  const unlabelled = `${head}${repeat('1,1,f,n', 20)}${repeat('0,0,f,n', 20)}${repeat(',1,f,n', 2)}${repeat(',0,f,n', 38)}${repeat('1,1,m,n', 20)}${repeat('0,0,m,n', 20)}${repeat(',1,m,n', 30)}${repeat(',0,m,n', 10)}`;
  const read2 = async (text: string) => {
    const intake = await read(text, { leaveOutEmpty: true });
    if (!intake.ok) throw new Error('broken');
    return auditOwn(intake.own, 0.5);
  };
  it('count for selection rates, and for nothing else', async () => {
    const audit = await read2(unlabelled);
    expect([audit.rows, audit.labelled, audit.overall.selectionRate]).toEqual([160, 80, 72 / 160]);
    const [f, m] = audit.comparisons[0]!.groups;
    expect([f!.rates.count, f!.labelled, f!.rates.selectionRate]).toEqual([80, 40, 22 / 80]);
    expect([m!.rates.count, m!.labelled, m!.rates.selectionRate]).toEqual([80, 40, 50 / 80]);
    for (const { rates } of [f!, m!])
      expect([rates.tpr, rates.fpr, rates.ppv, rates.accuracy]).toEqual([1, 0, 1, 1]);
    expect(measuresOf(audit.comparisons[0]!.large).demographicParityRatio).toBeCloseTo(22 / 50, 12);
    expect(labelNotes(audit)).toEqual([
      '80 rows have no label and count for selection rates only. All other rates are of the 80 with a label.',
      'A label is known of 56 in 100 of the selected and 45 in 100 of the others, so TPR and FPR may be off.',
    ]);
  });
  it('leave no measure by label where under 30 of a group have one', async () => {
    const few = unlabelled.replace(repeat('0,0,f,n', 20), repeat(',0,f,n', 20));
    const found = (await read2(few)).comparisons[0]!;
    const { demographicParityRatio, equalOpportunityDifference } = measuresOf(found.large);
    expect(demographicParityRatio).toBeCloseTo(22 / 50, 12);
    expect([equalOpportunityDifference, found.between.equalOpportunityDifference]).toEqual([
      null,
      null,
    ]);
    expect(verdictOf(found)).toContain('Fewer than 30 rows of “f” have a label');
  });
  it('are told of their calibration by those with one', async () => {
    const scored = `repaid,score,sex\n${repeat('1,0.9,f', 40)}${repeat(',0.9,f', 40)}${repeat('0,0.1,m', 40)}`;
    const [f] = (await read2(scored)).comparisons[0]!.groups;
    expect([f!.calibration!.observedRate, f!.calibration!.bins.at(-1)!.weight]).toEqual([1, 40]);
  });
});

describe('rows without a group', () => {
  const text = `${head}${repeat('1,1,f,n', 40)}${repeat('0,0,f,', 20)}${repeat('1,0,m,n', 40)}${repeat('1,1,,s', 10)}${repeat('1,1,,', 7)}`;
  it('are no group: those without any are left out, the others where theirs is missing', async () => {
    const intake = await read(text);
    expect(intake).toMatchObject({ ok: true, leftOut: 7, withoutGroup: 7 });
    const audit = await audited(text);
    const groups = audit.comparisons.map((one) => [
      one.withoutGroup,
      ...one.groups.map(({ parts, rates }) => `${parts.join(' × ')} ${rates.count}`),
    ]);
    expect(groups).toEqual([
      [10, 'f 60', 'm 40'],
      [20, 'n 80', 's 10'],
      [30, 'f × n 40', 'm × n 40'],
    ]);
    expect([audit.rows, audit.overall.count]).toEqual([110, 110]);
  });
  it('are a group of their own where somebody wants it', async () => {
    const found = await survey(file(text));
    const { mapping } = ownRoles(found.columns, said(text, 0.5));
    const plan = {
      survey: found,
      mapping: mapping!,
      leaveOutEmpty: false,
      keepMissingGroups: true,
    };
    const reading = readOwn(file(text), plan);
    let step = await reading.next();
    while (!step.done) step = await reading.next();
    expect(step.value).toMatchObject({
      ...{ ok: true, leftOut: 0 },
      own: {
        rows: 117,
        groups: [{ names: ['f', 'm', 'missing'] }, { names: ['n', 's', 'missing'] }],
      },
    });
  });
});

describe('outcomes that are known only of those who were selected', () => {
  const rows = (label: string) =>
    head +
    repeat('1,1,f,n', 30) +
    repeat('0,1,m,n', 60) +
    repeat(`${label},0,f,n`, 50) +
    repeat(`${label},0,m,n`, 20);
  const judged = async (label: string, more = '') => {
    const intake = await read(rows(label) + more, { leaveOutEmpty: true });
    if (!intake.ok) throw new Error('broken');
    const audit = auditOwn(intake.own, 0.5);
    return { audit, sex: audit.comparisons[0]!, notes: labelNotes(audit).join(' ') };
  };
  it('leave selection and PPV, of everybody who was decided on; the rest can’t be told', async () => {
    const { audit, sex, notes } = await judged('');
    expect([audit.rows, audit.labelled]).toEqual([160, 90]);
    expect(
      sex.groups.map(({ rates: { selectionRate, ppv, tpr, fpr, accuracy, baseRate } }) => [
        ...[selectionRate, ppv, tpr, fpr, accuracy, baseRate],
      ]),
    ).toEqual([
      [30 / 80, 1, null, null, null, null],
      [60 / 80, 0, null, null, null, null],
    ]);
    expect(sex.groups[0]!.ci95).toMatchObject({ tpr: null, fpr: null, accuracy: null });
    expect(sex.between.equalOpportunityDifference).toBeNull();
    expect(measuresOf(sex.large)).toMatchObject({
      ...{ demographicParityRatio: 0.5, demographicParityDifference: 0.375 },
      ...{ equalOpportunityDifference: null, equalizedOddsDifference: null },
      predictiveParityDifference: 1,
    });
    expect(verdictOf(sex)).toContain('38 in 100 of “f” are selected, 75 of “m”');
    expect(notes).toContain('70 rows have no label and count for selection rates only.');
    expect(notes).toContain('known only of those who were selected, so TPR, FPR and accuracy');
  });
  it('make no rate of one stray label on the other side', async () => {
    const { sex, notes } = await judged('', '0,0,f,n\n');
    expect(sex.groups.map(({ rates }) => rates.tpr)).toEqual([null, null]);
    expect(notes).toContain('The 1 known of the others are not used.');
  });
  it('give all rates where the others are known too', async () => {
    const { sex, notes } = await judged('1');
    expect([sex.groups[0]!.rates.tpr, notes]).toEqual([30 / 80, '']);
  });
});
