import { describe, expect, it, vi } from 'vitest';
import { asked, auditOf, day, leaksOf, notesOf, pad, repeat, table } from './table-fixture.ts';

// What the columns are taken for: only where a name says so, and never without a word.

const said = async (run: () => Promise<unknown>) => {
  const lines: string[] = [];
  for (const to of ['log', 'error'] as const)
    vi.spyOn(console, to).mockImplementation((line: string) => void lines.push(line));
  await run();
  return lines.join('\n');
};

describe('“is_…” and “has_…”', () => {
  it.each(['is_employed', 'is_married', 'has_children'])(
    '“%s” is asked about, never taken for the label of an audit',
    async (name) => {
      const found = await auditOf(
        `race,${name},approved\n${repeat('a,1,1', 30)}${repeat('b,0,0', 30)}`,
      );
      expect([found.code, asked(found), found.asks![0]!.candidates]).toEqual([
        ...[2, ['label'], [name]],
      ]);
    },
  );
  it('a fact beside what turned out is no label', async () => {
    const found = await auditOf(
      `race,is_employed,paid_back_loan,approved\n${repeat('a,1,1,1', 30)}${repeat('b,0,0,0', 30)}`,
    );
    expect([found.code, found.roles.label]).toEqual([0, 'paid_back_loan']);
  });
  const rides = (name: string) =>
    table(`pickup,fare,${name}`, (i, draw) => [`${day(i)} 10:00`, i % 9, draw() < 0.5 ? 1 : 0]);
  it.each(['is_airport', 'is_weekend', 'is_holiday', 'is_male', 'has_children'])(
    '“%s” is asked about in a leak report',
    async (name) => {
      const found = await leaksOf(rides(name), '--time', 'pickup');
      expect([found.code, asked(found), found.asks![0]!.candidates]).toEqual([
        ...[2, ['label'], [name]],
      ]);
    },
  );
  it.each(['is_fraud', 'has_churned', 'is_late'])('“%s” is a label', async (name) =>
    expect((await leaksOf(rides(name), '--time', 'pickup')).roles.label).toBe(name),
  );
});

describe('on the terminal', () => {
  const loans = `race,repaid,approved\n${repeat('a,1,1', 30)}${repeat('b,0,0', 30)}`;
  it('an audit says what was taken and what was given', async () => {
    expect(await said(() => auditOf(loans, '--decision', 'approved'))).toContain(
      '\nTaken by names and values: label “repaid”, group “race”. Given: decision “approved”. No weight.\n',
    );
    expect(await said(() => auditOf(loans, '--label', 'none'))).toContain(
      '\nTaken by names and values: decision “approved”, group “race”. No label, no weight.\n',
    );
  });
  it('a score with where it is cut', async () => {
    const scored = `race,repaid,score\n${repeat('a,1,0.9', 30)}${repeat('a,0,0.4', 9)}${repeat('b,0,0.2', 30)}`;
    expect(await said(() => auditOf(scored))).toContain(
      'score “score” (selected from 0.5 up), group “race”',
    );
  });
  it('what is asked is not said to be none', async () => {
    const text = await said(() =>
      auditOf(loans.replace('race', 'race,weight').replace(/^([ab]),/gm, '$1,70,')),
    );
    expect(text).toContain('Taken by names and values: label “repaid”, decision “approved”');
    expect(text).not.toMatch(/No weight|no weight/);
  });
  it('a leak report does too, with what dates a feature', async () => {
    const text = table('date,hour,balance,balance_at,label', (i, draw) => [
      ...[day(i), i % 24, (9 * draw()).toFixed(2), `${day(i)} 00:00`, draw() < 0.5 ? 1 : 0],
    ]);
    expect(
      await said(() =>
        leaksOf(text, '--label', 'label', '--time', 'date', '--written', 'balance=none'),
      ),
    ).toMatch(
      /\nTaken by names and values: time of day “hour”. Given: time “date”, label “label”\. No owner, no written-at time\.\n/,
    );
    expect(await said(() => leaksOf(text))).toContain('written-at time “balance_at” of “balance”');
  });
});

describe('for scripts', () => {
  it('a question has its why and the answer that there is none', async () => {
    const { asks } = await auditOf(
      `race,is_employed,approved,weight\n${repeat('a,1,1,70', 30)}${repeat('b,0,0,50', 30)}`,
    );
    expect(asks!.find(({ role }) => role === 'weight')!.why).toContain('weighs');
    expect(asks!.find(({ role }) => role === 'label')!.none).toBe('none');
  });
  it('a problem after the survey keeps what was judged', async () => {
    const one = table('date,x,label', (i) => [day(i), i % 7, 1]);
    const found = await leaksOf(one, '--label', 'label');
    expect([found.code, found.columns.map(({ name }) => name), found.roles]).toEqual([
      ...[1, ['date', 'x', 'label'], { time: 'date', label: 'label' }],
    ]);
    const nobody = await auditOf(
      `race,y,approved\n${repeat(',1,1', 30)}${repeat(',0,0', 30)}`,
      ...['--group', 'race'],
    );
    expect([nobody.code, nobody.columns.length, nobody.roles.group]).toEqual([1, 3, 'race']);
  });
});

describe('things whose rows come back', () => {
  const measured = (header: string, more: (i: number) => (string | number)[], n = 400) =>
    leaksOf(
      table(
        `${header},time,x,failed`,
        (i, draw) => [
          ...more(i),
          `${day(i)} 10:${pad(i % 60)}`,
          draw().toFixed(3),
          Number(draw() < 0.4),
        ],
        n,
      ),
    );
  it.each(['sensor_id', 'machine_id', 'machine', 'Anlagennummer', 'device', 'account'])(
    '%s is the owner',
    async (name) => expect((await measured(name, (i) => [`s${i % 12}`])).roles.owner).toBe(name),
  );
  it('of eight that are called ids too', async () =>
    expect((await measured('sensor_id', (i) => [101 + (i % 8)])).roles.owner).toBe('sensor_id'));
  it('but not where people are named', async () => {
    const found = await measured('machine_id,patient_id', (i) => [`m${i % 12}`, `p${i % 30}`]);
    expect([found.code, found.roles.owner]).toEqual([0, 'patient_id']);
  });
  it('an audit does not call them people', async () => {
    const text = table('machine_id,sex,label,pred', (i) => [
      ...[`m${i % 12}`, i % 2 ? 'f' : 'm', i % 3 ? 1 : 0, i % 5 ? 1 : 0],
    ]);
    expect(notesOf(await auditOf(text))).not.toContain('people in');
  });
  it('an id that is not known to be one is named with its option', async () => {
    const notes = notesOf(
      await measured('probe_id,probe no', (i) => [101 + (i % 8), `a${i % 50}`]),
    );
    expect(notes).toContain(
      'Not scored, as it names things: “probe_id”, with 8 different values in 400 rows. ' +
        'If each row belongs to one of them, say so, on the command line with --owner probe_id.',
    );
    expect(notes).toContain('with --owner "probe no".');
    expect(notes).not.toContain('hardly repeat');
  });
  it('no option is named beside an owner, and each column has its own reason', async () => {
    const found = await measured('user_id,probe_id,ref,closed_on', (i) => [
      ...[`u${i % 30}`, 101 + (i % 8), `r${i}`, `${day(i)} 09:00`],
    ]);
    const notes = notesOf(found);
    expect(found.roles.owner).toBe('user_id');
    expect(notes).toContain('things: “probe_id”, with 8 different values in 400 rows.');
    expect(notes).not.toContain('--owner');
    expect(notes).toContain('Not scored, as their cells hardly repeat: “ref”.');
    expect(notes).toContain('Not scored, as they hold times: “closed_on”.');
  });
});

describe('a label that is none', () => {
  const of = (header: string, last: (i: number) => (string | number)[]) =>
    table(`time,x,${header}`, (i, draw) => [`${day(i)} 10:00`, draw().toFixed(3), ...last(i)]);
  it.each<[string, string | number]>([
    ['a word', 'kept'],
    ['0', 0],
  ])('of one value, %s: that there is nothing to predict is said at once', async (_, value) => {
    const found = await leaksOf(of('churned', () => [value]));
    expect(found.code).toBe(1);
    expect(found.problem!.what).toBe(
      `Column “churned” holds “${value}” in all 200 rows, from row 2 on.`,
    );
    expect(found.problem!.next).toContain('With one value there is nothing to predict.');
  });
  it('of one value beside a column of two: why it is asked is said', async () => {
    const found = await leaksOf(of('is_member,churned', (i) => [i % 2, 'kept']));
    expect([found.code, found.asks![0]]).toMatchObject([
      2,
      {
        candidates: ['is_member'],
        why: '“churned” is called a label, but holds “kept” in all 200 rows that have a value, and a label has two.',
      },
    ]);
  });
  const classes = (n: number) => (i: number) => `${5 + (i % n)}${'abc'[i % 3]}`;
  it.each([2, 5, 6])('the class of a school, of %s years', async (n) => {
    const text = of('class,is_member', (i) => [classes(n)(i), i % 2]);
    const found = await leaksOf(text);
    expect([found.code, found.asks![0]]).toEqual([
      2,
      { role: 'label', column: null, candidates: ['is_member'] },
    ]);
    const school = table('sex,class,pred', (i) => [
      i % 2 ? 'f' : 'm',
      classes(n)(i),
      i % 3 ? 1 : 0,
    ]);
    const audit = await auditOf(school);
    expect(audit.roles.label).toBeUndefined();
    const offered = audit.asks!.filter(({ role }) => role === 'label' || role === 'decision');
    expect(offered.flatMap(({ candidates }) => candidates)).not.toContain('class');
  });
  it('but a class of two words is one', async () =>
    expect((await leaksOf(of('class', (i) => [i % 2 ? 'spam' : 'ham']))).roles.label).toBe(
      'class',
    ));
});
