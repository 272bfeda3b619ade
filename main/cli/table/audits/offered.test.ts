import { describe, expect, it } from 'vitest';
import { auditOf, notesOf, table } from '../table-fixture.ts';

// Answers that were suggested and then refused, and the right ones that were not suggested.

type Found = Awaited<ReturnType<typeof auditOf>>;
const offered = ({ asks = [] }: Found, role: string) =>
  asks.find((ask) => ask.role === role && ask.column === null)?.candidates;
const optionOf: Record<string, string> = {
  label: '--label',
  decision: '--decision',
  group: '--group',
};

const sheets: Record<string, string> = {
  'one column of groups and one of 0 and 1': table('team,promoted', (i, draw) => [
    ...['AB'[i % 2]!, draw() < 0.1 ? 1 : 0],
  ]),
  'crosses and blanks': table('shift,accident,trained', (i, draw) => [
    ...[i % 2 ? 'night' : 'day', draw() < 0.3 ? 'x' : '', draw() < 0.4 ? 'x' : ''],
  ]),
  'words of a decision under another name': table('sexo;pagó;solicitud', (i, draw) => [
    ...[i % 2 ? 'mujer' : 'hombre', draw() < 0.5 ? 'sí' : 'no'],
    draw() < 0.5 ? 'aprobado' : 'rechazado',
  ]),
  'one yes and no': table('customer_plan,offer_x', (i, draw) => [
    ...[i % 3 ? 'basic' : 'plus', draw() < 0.5 ? 'Yes' : 'No'],
  ]),
};

/** Answers in turn with every answer that is offered, until nothing is asked; what is refused on the way. */
async function refused(text: string, args: string[]): Promise<string[]> {
  const found = await auditOf(text, ...args);
  if (found.problem) return [`${args.join(' ')}: ${found.problem.what}`];
  const ask = found.asks?.find(({ column, role }) => column === null && optionOf[role]);
  if (!ask) return [];
  const answers = [...ask.candidates, ...(ask.none ? [ask.none] : [])];
  if (answers.length === 0) return [`${args.join(' ')}: nothing is offered for ${ask.role}`];
  const all = await answers.reduce<Promise<string[]>>(
    async (before, answer) => [
      ...(await before),
      ...(await refused(text, [...args, optionOf[ask.role]!, answer])),
    ],
    Promise.resolve([]),
  );
  return all;
}

describe('no answer is offered that is refused', () => {
  it.each(Object.keys(sheets))('%s', async (name) =>
    expect(await refused(sheets[name]!, [])).toEqual([]),
  );
});

describe('what is offered', () => {
  it('groups are no label where nothing else could be groups', async () => {
    const found = await auditOf(sheets['one column of groups and one of 0 and 1']!);
    expect([offered(found, 'label'), offered(found, 'group')]).toEqual([undefined, ['team']]);
    expect(notesOf(found)).toContain('No column says what turned out');
    const said = await auditOf(
      sheets['one column of groups and one of 0 and 1']!,
      ...['--group', 'team'],
    );
    expect([said.code, said.roles]).toEqual([0, { decision: 'promoted', group: 'team' }]);
  });
  it('a yes and a no stay a label where only a post code could be groups', async () => {
    const text = table('zip,creditworthy,approved', (i, draw) => [
      ...[`0${1000 + i}`, draw() < 0.5 ? 1 : 0, draw() < 0.4 ? 1 : 0],
    ]);
    expect(offered(await auditOf(text), 'label')).toEqual(['creditworthy']);
  });
  it('groups stay groups where nothing could be the decision', async () => {
    const text = table('case,insurance,age,outcome,sent_to', (i, draw) => [
      ...[i, i % 2 ? 'public' : 'private', 20 + (i % 50), draw() < 0.5 ? 'ill' : 'well'],
      ['ward', 'home', 'icu'][i % 3]!,
    ]);
    const found = await auditOf(text);
    expect([offered(found, 'decision'), offered(found, 'group')]).toEqual([
      [],
      ['insurance', 'sent_to'],
    ]);
  });
  it('crosses are outcomes and decisions', async () => {
    const found = await auditOf(sheets['crosses and blanks']!);
    expect(offered(found, 'label')).toEqual(['accident', 'trained']);
    expect(offered(found, 'decision')).toEqual(['accident', 'trained']);
    expect(offered(found, 'group')).toEqual(['shift']);
  });
  it('approved and rejected are a decision in any language', async () => {
    const found = await auditOf(sheets['words of a decision under another name']!);
    expect(found.roles).toMatchObject({ decision: 'solicitud', group: 'sexo' });
    expect(offered(found, 'label')).toEqual(['pagó']);
  });
  it.each(['result', 'outcome', 'status'])(
    'hired and not hired are one, called %s',
    async (name) => {
      const text = table(`applicant,race,${name}`, (i, draw) => [
        ...[i, i % 2 ? 'asian' : 'white', draw() < 0.5 ? 'Hired' : 'Not hired'],
      ]);
      const found = await auditOf(text);
      expect([found.code, found.roles]).toEqual([0, { decision: name, group: 'race' }]);
      expect(notesOf(found)).toContain('No column says what turned out');
    },
  );
  it('but not where a prediction of it stands beside it', async () => {
    const text = table('race,outcome,prediction', (i, draw) => [
      ...[i % 2 ? 'asian' : 'white', draw() < 0.5 ? 'Hired' : 'Not hired'],
      draw() < 0.5 ? 'Hired' : 'Not hired',
    ]);
    expect((await auditOf(text)).roles).toMatchObject({ label: 'outcome', decision: 'prediction' });
  });
});

describe('a table that counts everybody and the selected side by side', () => {
  const text =
    'Dept,Gender,Applicants,Admitted\nA,Men,825,512\nA,Women,108,89\nB,Men,560,353\nB,Women,25,17\n';
  it.each([[[]], [['--decision', 'Admitted', '--group', 'Gender']], [['--weight', 'Applicants']]])(
    'is told how it has to be written: %j',
    async (args) => {
      const found = await auditOf(text, ...args);
      expect(found.code).toBe(1);
      expect(found.problem!.what).toBe(
        '“Applicants” and “Admitted” both count people: each row holds two outcomes.',
      );
      expect(found.problem!.next).toContain('one row for each outcome');
    },
  );
  it('and one of counts by outcome is read', async () => {
    const long = 'Gender,Admitted,Applicants\nMen,yes,512\nMen,no,313\nWomen,yes,89\nWomen,no,19\n';
    const found = await auditOf(long);
    expect([found.code, found.roles.weight]).toEqual([0, 'Applicants']);
    expect(found.groups!.map(({ n }) => n)).toEqual([825, 108]);
  });
});
