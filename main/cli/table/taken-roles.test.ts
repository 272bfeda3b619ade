import { describe, expect, it, vi } from 'vitest';
import { asked, auditOf, day, leaksOf, repeat, table } from './table-fixture.ts';

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
