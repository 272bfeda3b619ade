import { describe, expect, it } from 'vitest';
import { asked, auditOf, notesOf, repeat } from './table-fixture.ts';

// A column of one value and blanks: what blanks mean is asked, never taken.

/** 20 of 50 women and 30 of 50 men are marked; the label is 1 for the marked women, and for half of the men. */
const text = (mark: string, blank = '', column = 'approved') =>
  `sex,y,${column}\n${repeat(`f,1,${mark}`, 20)}${repeat(`f,0,${blank}`, 30)}${repeat(`m,1,${mark}`, 15)}${repeat(`m,0,${mark}`, 15)}${repeat(`m,0,${blank}`, 20)}`;
const rates = ({ groups }: Awaited<ReturnType<typeof auditOf>>) =>
  groups!.map(({ name, n, selectionRate }) => [name, n, selectionRate]);

describe('a decision of one value and blanks', () => {
  it.each([
    ['1', '', ['blanks', '0']],
    ['yes', '', ['blanks', 'no']],
    ['1', 'NA', ['blanks', '0']],
    ['X', '', ['blanks']],
  ])('%s beside “%s” is asked about, and blanks can be the no', async (mark, blank, candidates) => {
    const found = await auditOf(text(mark, blank));
    expect([found.code, asked(found), found.asks![0]!.candidates]).toEqual([
      ...[2, ['negative'], candidates],
    ]);
    expect(found.asks![0]!.why).toContain(
      `“approved” holds “${mark}” in 50 cells, and 50 cells have no value.`,
    );
    const said = await auditOf(text(mark, blank), '--negative', 'approved=blanks');
    expect([said.code, rates(said), said.leftOut]).toEqual([
      0,
      [
        ['f', 50, 0.4],
        ['m', 50, 0.6],
      ],
      0,
    ]);
    expect(notesOf(said)).toContain('As was said, 50 blank cells of “approved” count as 0.');
    const strict = await auditOf(
      text(mark, blank),
      ...['--negative', 'approved=blanks', '--refuse-missing'],
    );
    expect(strict.code).toBe(0);
  });
  it('that are not known: the rows without it are left out', async () => {
    const found = await auditOf(text('1'), '--negative', 'approved=0');
    expect([found.code, rates(found), found.leftOut]).toEqual([
      0,
      [
        ['f', 20, 1],
        ['m', 30, 1],
      ],
      50,
    ]);
  });
  it('which value is the yes says nothing of the blanks', async () => {
    for (const mark of ['1', 'X']) {
      const found = await auditOf(text(mark), '--positive', `approved=${mark}`);
      expect([found.code, asked(found)]).toEqual([2, ['negative']]);
    }
  });
  it('of noes and blanks: these may be the yes', async () => {
    const found = await auditOf(text('no'));
    expect([asked(found), found.asks![0]!.candidates]).toEqual([
      ...[['positive'], ['blanks', 'yes']],
    ]);
    const said = await auditOf(text('no'), '--positive', 'approved=blanks');
    expect(rates(said).map(([, , rate]) => rate)).toEqual([0.6, 0.4]);
  });
  it('against somebody: which of the two selects is asked next', async () => {
    const args = ['--negative', 'denied=blanks'];
    const found = await auditOf(text('1', '', 'denied'), ...args);
    expect([asked(found), found.asks![0]!.candidates]).toEqual([
      ...[['positive'], ['1', 'blanks']],
    ]);
    const said = await auditOf(text('1', '', 'denied'), ...args, '--positive', 'denied=blanks');
    expect(rates(said).map(([, , rate]) => rate)).toEqual([0.6, 0.4]);
  });
});

describe('a label of one value and blanks', () => {
  const defaults = `sex,approved,defaulted\n${repeat('f,1,1', 20)}${repeat('f,0,', 30)}${repeat('m,1,', 30)}${repeat('m,0,1', 20)}`;
  it('is asked about, then whether harm is the 1', async () => {
    expect(asked(await auditOf(defaults))).toEqual(['negative']);
    const found = await auditOf(defaults, '--negative', 'defaulted=blanks');
    expect([asked(found), found.asks![0]!.candidates]).toEqual([
      ...[['positive'], ['blanks', '1']],
    ]);
    const said = await auditOf(defaults, '--positive', 'defaulted=blanks');
    expect([said.code, said.labelled, said.groups!.map(({ tpr }) => tpr)]).toEqual([
      ...[0, 100, [0, 1]],
    ]);
  });
});

describe('blanks that are said', () => {
  it('count as a no beside two values too', async () => {
    const both = text('1').replace('f,0,\n', 'f,0,0\n');
    expect(rates(await auditOf(both)).map(([, n]) => n)).toEqual([21, 30]);
    expect(rates(await auditOf(both, '--negative', 'approved=blanks')).map(([, n]) => n)).toEqual([
      50, 50,
    ]);
  });
  it('have to be there', async () => {
    const whole = `sex,y,approved\n${repeat('f,1,1', 30)}${repeat('m,0,0', 30)}`;
    const found = await auditOf(whole, '--negative', 'approved=blanks');
    expect([found.code, found.problem!.what]).toEqual([1, 'Column “approved” has no blank cell.']);
  });
});

describe('a decision of one value and a word that may mean “not known”', () => {
  it.each([
    ['approved', 'unknown', ['unknown']],
    ['yes', 'Unknown', ['Unknown', 'no']],
    ['1', 'unknown', ['unknown', '0']],
    ['yes', 'none', ['none', 'no']],
    ['X', 'missing', ['missing']],
  ])('%s beside %s is asked about, and the word can be the no', async (mark, word, candidates) => {
    const found = await auditOf(text(mark, word));
    expect([found.code, asked(found), found.asks![0]!.candidates]).toEqual([
      ...[2, ['negative'], candidates],
    ]);
    expect(found.asks![0]!.why).toContain(`“approved” holds “${mark}” in 50 cells`);
    expect(notesOf(found)).not.toContain('As a yes and a no');
    const said = await auditOf(text(mark, word), '--negative', `approved=${word}`);
    expect([said.code, rates(said), said.leftOut]).toEqual([
      ...[
        0,
        [
          ['f', 50, 0.4],
          ['m', 50, 0.6],
        ],
        0,
      ],
    ]);
    const both = ['--positive', `approved=${mark}`];
    expect(asked(await auditOf(text(mark, word), ...both))).toEqual(['negative']);
    const answered = await auditOf(text(mark, word), ...both, '--negative', `approved=${word}`);
    expect(rates(answered)).toEqual(rates(said));
  });
  it('that is not known: the rows with it are left out', async () => {
    const found = await auditOf(text('yes', 'unknown'), '--negative', 'approved=no');
    expect([found.code, rates(found), found.leftOut]).toEqual([
      ...[
        0,
        [
          ['f', 20, 1],
          ['m', 30, 1],
        ],
        50,
      ],
    ]);
  });
  it('of noes and the word: it may be the yes', async () => {
    const found = await auditOf(text('no', 'unknown'));
    expect([asked(found), found.asks![0]!.candidates]).toEqual([['positive'], ['unknown', 'yes']]);
    const said = await auditOf(text('no', 'unknown'), '--positive', 'approved=unknown');
    expect(rates(said).map(([, , rate]) => rate)).toEqual([0.6, 0.4]);
  });
  it('a label too, and blanks beside the word stay without a value', async () => {
    const labels = `gender,repaid,decision\n${repeat('f,repaid,yes', 20)}${repeat('f,unknown,no', 30)}${repeat('m,repaid,yes', 30)}${repeat('m,unknown,yes', 20)}${repeat('m,,yes', 10)}`;
    const found = await auditOf(labels);
    expect([found.code, asked(found), found.asks![0]!.candidates]).toEqual([
      ...[2, ['negative'], ['unknown']],
    ]);
    const said = await auditOf(labels, '--negative', 'repaid=unknown');
    expect([said.code, said.labelled, said.groups!.map(({ fpr }) => fpr)]).toEqual([
      ...[0, 100, [0, 1]],
    ]);
  });
  it('groups stay as they are', async () => {
    const groups = text('1', '0').replaceAll('f,', 'veteran,').replaceAll('m,', 'none,');
    expect(rates(await auditOf(groups)).map(([name]) => name)).toEqual(['none', 'veteran']);
  });
});
