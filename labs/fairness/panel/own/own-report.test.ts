import { describe, expect, it } from 'vitest';
import { auditOwn, type OwnRows } from '../../own/own-audit.ts';
import { unknownLabel } from '../../../math/group-cells.ts';
import type { OwnProblem } from '../../own/own-intake.ts';
import { reportOf } from './own-report.ts';
import { brokenWords, problemWords } from '../../own/own-problems.ts';
import { foundWords, leftOutWords, screenWords, verdictOf } from '../../own/own-verdict.ts';
import { reportContent } from '../../../../main/contract/table-report.ts';
import { fitted } from '../../../kit/panel/report/fitted.ts';
import { reportCsv } from '../../../kit/panel/report/report-csv.ts';
import { reportHtml } from '../../../kit/panel/report/report-html.ts';

const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
/** A group for each count of [tp, fp, fn, tn]. */
function rows(
  groups: Record<string, [number, number, number, number]>,
  more: Partial<OwnRows> = {},
): OwnRows {
  const label: number[] = [],
    decision: number[] = [],
    codes: number[] = [];
  Object.values(groups).forEach((counts, group) =>
    counts.forEach((count, cell) => {
      for (let i = 0; i < count; i++) {
        label.push(cell === 0 || cell === 2 ? 1 : 0);
        decision.push(cell < 2 ? 1 : 0);
        codes.push(group);
      }
    }),
  );
  return {
    rows: label.length,
    label: Uint8Array.from(label),
    oneSided: null,
    decision: Uint8Array.from(decision),
    score: null,
    scoreRange: null,
    weight: null,
    groups: [{ name: 'sex', codes: Uint16Array.from(codes), names: Object.keys(groups) }],
    ...more,
  };
}
const audit = (own: OwnRows) => auditOwn(own, 0.5);
const about = {
  fileName: 'loans.csv',
  label: 'repaid',
  decision: 'approved',
  weight: null,
  leftOut: 0,
  withoutGroup: 0,
  day: '1 March 2026',
};

describe('the report', () => {
  const own = rows({ f: [40, 0, 60, 50], m: [80, 20, 0, 100], x: [3, 0, 0, 0] });
  const report = reportOf(audit(own), about);
  it('says what blank cells were counted as', () =>
    expect(
      reportOf(audit(own), { ...about, readings: ['As was said, 9 blank cells count.'] }).about[0],
    ).toContain('As was said, 9 blank cells count.'));
  it('says what was compared, and marks what is small or undefined', () => {
    expect(report.about.join(' ')).toContain('353 rows, audited on 1 March 2026');
    const [sex] = report.sections;
    expect(sex!.paragraphs.join(' ')).toContain(
      'One has fewer than 30 people: “x”. Its rates are mostly chance',
    );
    expect(sex!.paragraphs.join(' ')).toContain(
      'Four-fifths: look closer. This rule of US employment law is a screen',
    );
    expect(sex!.points).toEqual([
      'False positive rate is undefined for “x”: nobody in the group has label 0. It is ' +
        'left out of the comparison and counts as neither good nor bad.',
    ]);
    expect(sex!.tables[0]!.rows[2]).toMatchObject({
      quiet: true,
      cells: [
        'x',
        { value: 3, digits: 0 },
        { value: 1, of: 3 },
        { value: 1 },
        'undefined',
        { value: 1 },
      ],
    });
    expect(sex!.tables[1]!.rows[0]!.cells.slice(1)).toEqual([
      {
        ...{ value: 40 / 150 / 0.5, exact: false, digits: 2 },
        interval: [expect.closeTo(0.39, 1), expect.closeTo(0.72, 1)],
      },
      '“f” over “m”',
      { value: 40 / 150, interval: null, exact: false, digits: 2 },
    ]);
  });
  it('ends with what it can’t tell', () => {
    const limits = report.sections.at(-1)!;
    expect(limits.heading).toBe('What this can’t tell');
    for (const words of [
      /label is taken as the truth/,
      /base rates differ/,
      /under 30 people/,
      /several groups at once/,
      /no cause/,
    ])
      expect(limits.points.join('\n')).toMatch(words);
    expect(limits.points.join('\n')).not.toMatch(/Weights/);
    expect(
      reportOf(audit({ ...own, weight: new Float64Array(own.rows).fill(2) }), about)
        .sections.at(-1)!
        .points.join('\n'),
    ).toMatch(/Weights are taken as given/);
  });
  it('is one file without scripts, whatever columns and groups are called', () => {
    const named = rows({ [hostile]: [40, 10, 20, 30], m: [50, 5, 5, 40] });
    const html = reportHtml({
      lab: 'fairness',
      step: 'yours-explore',
      file: { name: `${hostile}.csv`, bytes: 9, sha256: 'ab'.repeat(32) },
      rows: 200,
      roles: [{ role: 'Group', column: `'${hostile}` }],
      found: hostile,
      body: reportOf(audit({ ...named, groups: [{ ...named.groups[0]!, name: `'${hostile}` }] }), {
        ...about,
        fileName: `${hostile}.csv`,
        label: hostile,
        decision: '\u202egnp.\u0000</title>',
      }),
    });
    expect(html).toContain('ab'.repeat(32));
    expect(html).not.toMatch(/<script|<img|onerror=alert\(2\)>|<\/title><|\u202e/);
    expect(html).not.toContain('\u0000');
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/NaN|Infinity|undefined<svg|<[^>]*\s(src|href)=/);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('What this can’t tell');
  });
});

describe('the report for the notebook', () => {
  const content = (own: OwnRows) => ({
    lab: 'fairness',
    step: 'yours-explore',
    file: { name: 'loans.csv', bytes: 9, sha256: 'ab'.repeat(32) },
    rows: own.rows,
    roles: [{ role: 'Group', column: own.groups[0]!.name }],
    found: 'What was found',
    body: reportOf(audit(own), about),
  });
  it('fits a card whatever columns and groups are called, and lists the largest of very many groups', () => {
    const long = rows({ ['x'.repeat(5_000)]: [40, 10, 20, 30], m: [50, 5, 5, 40] });
    const names = content({
      ...long,
      groups: [{ ...long.groups[0]!, name: 'column '.repeat(900) }],
    });
    expect(reportContent.safeParse(names).success).toBe(false);
    expect(reportContent.parse(fitted(names)).body.sections[0]!.heading).toMatch(/…$/);

    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`town ${i}`, [1, 1, 1, i % 7] as const]),
    );
    const towns = reportContent.parse(fitted(content(rows(many as never))));
    const [by] = towns.body.sections;
    expect(by!.tables[0]!.rows).toHaveLength(300);
    expect(by!.paragraphs.join(' ')).toContain(
      'The table holds the 300 groups of most people; 100 smaller ones are counted and not listed.',
    );
    // Groups of nine are there, groups of three are not.
    expect(JSON.stringify(by!.tables[0]!.rows)).toContain('"town 6"');
    expect(JSON.stringify(by!.tables[0]!.rows)).not.toContain('"town 0"');
  });
  it('has no number with marks between thousands in its CSV, and none that is rounded', () => {
    const text = reportCsv(content(rows({ f: [4000, 0, 6000, 5000], m: [8000, 2000, 0, 9999] })));
    const table = text.split('\r\n').filter((line) => line.startsWith('By '));
    expect(table.filter((line) => /\d,\d{3}"/.test(line) && !line.includes(',words,'))).toEqual([]);
    expect(text).toContain(',f,People,15000,,');
    expect(text).toContain(',m,People,19999,,');
    expect(text).toContain(`,m,False positive rate,${2000 / 11999},`);
  });
  it('is a CSV table of one value a row, with the ends of its intervals', () => {
    const text = reportCsv(content(rows({ '=f()': [40, 0, 60, 50], m: [80, 20, 0, 100] })));
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('section,table,row,column,value,95 % from,95 % to');
    expect(lines).toContain(`About,,,SHA-256,${'ab'.repeat(32)},,`);
    const rate = lines.find((line) => line.includes(',m,Selection rate,'))!;
    const [value, from, to] = rate.split(',').slice(-3).map(Number);
    expect(value).toBe(0.5);
    expect(from).toBeLessThan(0.5);
    expect(to).toBeGreaterThan(0.5);
    // Numbers are numbers: as they were computed, without marks between thousands, their unit with the name.
    expect(lines).toContain('About,,,Rows judged,350,,');
    expect(lines).toContain('About,,,"Size, bytes",9,,');
    const ratio = lines.find((line) => line.includes('Demographic parity ratio'))!;
    expect(ratio.split(',').slice(-3).map(Number)[0]).toBe(40 / 150 / 0.5);
    expect(ratio).toMatch(/,0\.\d{8,},0\.\d{8,}$/);
    // A group's name is no formula of the spreadsheet that opens it.
    expect(text).toContain(',"\'=f()",');
    expect(text).not.toMatch(/NaN|Infinity|\[object/);
  });
});

describe('a table without outcomes', () => {
  const known = rows({ f: [40, 0, 60, 50], m: [80, 20, 0, 100] });
  const found = audit({ ...known, label: new Uint8Array(known.rows).fill(unknownLabel) });
  const report = reportOf(found, { ...about, label: null });
  it('is compared by who is selected, with difference, ratio and intervals, and nothing else', () => {
    const [sex] = report.sections;
    expect(sex!.tables[0]!.columns).toEqual(['Group', 'People', 'Selection rate']);
    expect(sex!.tables[1]!.rows.map(({ cells }) => String(cells[0]).split(':')[0])).toEqual([
      'Demographic parity ratio',
      'Demographic parity difference',
    ]);
    for (const { cells } of sex!.tables[1]!.rows)
      expect(cells[1]).toMatchObject({ interval: [expect.any(Number), expect.any(Number)] });
    expect(sex!.points).toEqual([]);
  });
  it('says plainly what can’t be said', () => {
    expect(report.about[1]).toContain('Nothing says what turned out');
    const all = JSON.stringify(report);
    expect(all).not.toMatch(/What turned out:|label is taken as the truth|base rate 0|NaN/);
    expect(all).toContain('Without outcomes nobody can say from this table');
    expect(verdictOf(found.comparisons[0]!)).toContain(
      'whether the right people are selected can’t be told',
    );
  });
});

describe('what is said of a comparison', () => {
  const found = (groups: Parameters<typeof rows>[0]) => audit(rows(groups)).comparisons[0]!;
  it.each([
    [
      'two groups',
      { f: [40, 0, 60, 50], m: [80, 20, 0, 100] },
      '27 in 100 of “f” are selected, 50 of “m”',
      'four-fifths: look closer',
    ],
    [
      'alike',
      { f: [5000, 0, 5000, 0], m: [5000, 0, 5000, 0] },
      'All groups are selected alike',
      'four-fifths: nothing flagged',
    ],
    [
      'equal shares of too few to tell',
      { f: [50, 0, 50, 0], m: [50, 0, 50, 0] },
      '50 in 100 of every group are selected; a gap of up to 14 could hide',
      'four-fifths: nothing flagged',
    ],
    [
      'rare decisions: 15_rare_decisions',
      { f: [1, 0, 0, 399], m: [2, 0, 0, 398] },
      '0.3 in 100 of “f” are selected, 0.5 of “m”: may be chance',
      'four-fifths: look closer, with more people',
    ],
    [
      'one group',
      { f: [40, 0, 60, 50] },
      'One group in “sex”: there is nothing to compare',
      'four-fifths: not defined',
    ],
    [
      'nobody selected',
      { f: [0, 0, 60, 50], m: [0, 0, 10, 100] },
      'Nobody is selected: there is nothing to compare',
      'four-fifths: not defined',
    ],
    [
      'tiny groups',
      { f: [1, 0, 0, 0], m: [0, 0, 1, 0] },
      'No group of “sex” has 30 people or more: all of this may be chance',
      'four-fifths: not defined',
    ],
    [
      'one group of size',
      { f: [40, 0, 60, 50], m: [0, 0, 1, 0] },
      'Only one group of “sex” has 30 people or more: there is nothing to compare it with',
      'four-fifths: not defined',
    ],
    [
      'shares that differ in their decimals',
      { f: [270, 0, 0, 730], m: [273, 0, 0, 727] },
      '27.0 in 100 of “f” are selected, 27.3 of “m”: may be chance',
      'four-fifths: nothing flagged',
    ],
  ] as const)('%s', (_, groups, title, screen) => {
    const one = found(groups as never);
    expect(foundWords(one)).toBe(title);
    expect(screenWords(one)).toBe(screen);
  });
});

describe('groups that are left out', () => {
  it('are named', () => {
    const words = (groups: Parameters<typeof rows>[0]) =>
      leftOutWords(audit(rows(groups)).comparisons[0]!);
    const large = { f: [40, 0, 60, 50], m: [80, 20, 0, 100] } as const;
    expect(words({ ...large, x: [3, 0, 0, 0] } as never)).toBe(
      '“x” is left out of the measures: it has fewer than 30 people',
    );
    expect(words({ ...large, x: [3, 0, 0, 0], y: [0, 1, 0, 0] } as never)).toContain(
      '“x”, “y” are',
    );
    expect(words(large as never)).toBeNull();
  });
});

describe('what is said of broken cells', () => {
  const problem: OwnProblem = {
    kind: 'not-binary',
    of: 'prediction',
    column: 'approved',
    row: 1_204,
    value: 'maybe',
    count: 1,
  };
  it('names row, column, cell and what to do', () => {
    expect(problemWords(problem)).toMatchObject({
      what: 'Row 1,204, column “approved”: “maybe” is neither 0 nor 1.',
      next: expect.stringContaining('A decision has two values') as string,
    });
    expect(problemWords({ ...problem, kind: 'empty', value: '', count: 12 }).what).toBe(
      'Row 1,204, column “approved”: the decision is missing. The same in 12 cells.',
    );
    for (const kind of ['not-number', 'negative'] as const)
      for (const of of ['label', 'score', 'weight'] as const) {
        const { what, next } = problemWords({ ...problem, kind, of });
        expect(what).toMatch(/^Row 1,204, column “approved”: /);
        expect(next.length).toBeGreaterThan(20);
      }
  });
  it('says first what is no grouping', () => {
    expect(
      brokenWords({
        ok: false,
        problems: [problem],
        tooMany: { column: 'id', over: 500 },
        rows: 9,
      }).map(({ column }) => column),
    ).toEqual(['id', 'approved']);
  });
});
