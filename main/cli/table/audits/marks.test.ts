import { describe, expect, it } from 'vitest';
import { asked, auditOf, leaksOf, notesOf, table } from '../table-fixture.ts';

// Marks of missing cells that are none, and values that are marks: they were dropped, compared as a group, or couldn't be said.

const drawn = (regions: readonly string[], label: (draw: () => number) => string | number) =>
  table(
    'region,repaid,hired',
    (i, draw) => [regions[i % regions.length]!, label(draw), draw() < 0.4 ? 1 : 0],
    300,
  );
const yesNo = (draw: () => number) => (draw() < 0.5 ? 1 : 0);
const withCode = (code: number) => (draw: () => number) => (draw() < 0.1 ? code : yesNo(draw));
const groups = (json: Awaited<ReturnType<typeof auditOf>>) =>
  json.groups!.map(({ name, n }) => [name, n]);

describe('a group that is called NA', () => {
  it.each([
    ['beside short names', ['EU', 'NA', 'APAC']],
    ['in a large share', ['Europe', 'NA', 'Asia']],
  ])('%s is asked about', async (_, regions) => {
    const text = drawn(regions, yesNo);
    const json = await auditOf(text);
    expect([json.code, asked(json)]).toEqual([2, ['missing']]);
    expect(json.asks![0]).toMatchObject({ column: 'region', mark: 'NA' });
    const kept = await auditOf(text, '--not-missing', 'NA');
    expect([kept.code, groups(kept)]).toEqual([0, regions.toSorted().map((name) => [name, 100])]);
    const left = await auditOf(text, '--missing', 'NA');
    expect([left.code, left.leftOut, left.groups!.length]).toEqual([0, 100, 2]);
  });
  it('is left out where it is one mark among long names, and how to keep it is said', async () => {
    const names = ['Europe', 'Asia'].flatMap((name) => Array.from({ length: 6 }, () => name));
    const json = await auditOf(drawn([...names, 'NA'], yesNo));
    expect([json.code, json.leftOut]).toEqual([0, 23]);
    expect(notesOf(json)).toContain('--not-missing NA');
  });
  it('is no name where it stands in other columns too', async () => {
    const names = Array.from({ length: 12 }, (_, i) => (i % 2 ? 'EU' : 'US'));
    const label = (draw: () => number) => (draw() < 0.1 ? 'NA' : yesNo(draw));
    expect((await auditOf(drawn([...names, 'NA'], label))).code).toBe(0);
  });
});

describe('a code beside two values', () => {
  it.each([-9, -99, 9, 99])('%d in the label is asked about', async (code) => {
    const text = drawn(['north', 'south'], withCode(code));
    for (const args of [[], ['--label', 'repaid']]) {
      const json = await auditOf(text, ...args);
      expect([json.code, asked(json)]).toEqual([2, ['missing']]);
      expect(json.asks![0]).toMatchObject({ column: 'repaid', mark: String(code) });
    }
    const known = await auditOf(text, `--missing=${code}`);
    expect([known.code, known.roles.label]).toEqual([0, 'repaid']);
    expect(known.labelled).toBeLessThan(300);
    const said = ['--positive', 'repaid=1', '--negative', 'repaid=0'];
    expect(await auditOf(text, ...said)).toMatchObject({ code: 0, labelled: known.labelled });
  });
  it('makes the column no less likely a label, whatever it is called', async () => {
    const text = drawn(['north', 'south'], withCode(-9)).replace('repaid', 'success');
    expect((await auditOf(text)).asks).toMatchObject([
      { role: 'label', candidates: ['success'], none: 'none' },
    ]);
    expect(asked(await auditOf(text, '--label', 'success'))).toEqual(['missing']);
  });
  it('among the names of groups is asked about', async () => {
    const text = drawn(['north', 'south', '-9'], yesNo);
    const json = await auditOf(text);
    expect([json.code, asked(json), json.asks![0]!.mark]).toEqual([2, ['missing'], '-9']);
    expect((await auditOf(text, '--missing', '-9')).leftOut).toBe(100);
    expect((await auditOf(text, '--not-missing', '-9')).groups!.length).toBe(3);
  });
  it('far from the scores is asked about before a threshold is', async () => {
    const text = table(
      'region,score,success',
      (i, draw) => [i % 2 ? 'n' : 's', i % 10 ? draw().toFixed(2) : -99, yesNo(draw)],
      300,
    );
    const json = await auditOf(text, '--label', 'success', '--group', 'region');
    expect(json.asks).toMatchObject([{ role: 'missing', column: 'score', mark: '-99' }]);
    const known = await auditOf(text, '--label', 'success', '--missing', '-99');
    expect([known.code, known.leftOut, known.threshold]).toEqual([0, 30, 0.5]);
  });
});

describe('a value that begins with a minus', () => {
  const text = drawn(['north', 'south'], withCode(-9));
  it('is a value for every option that takes one', async () => {
    expect((await auditOf(text, '--missing', '-9', '--threshold', '-0.5')).code).toBe(0);
    const found = await leaksOf(
      'time,x,label\n2024-01-01,-9,1\n2024-01-02,3,0\n',
      '--missing',
      '-9',
    );
    expect(notesOf(found)).toContain('1 cell with “-9”');
  });
  it('is an option where it is one', async () =>
    await expect(auditOf(text, '--missing', '--refuse-missing')).rejects.toThrow(/missing/));
});
