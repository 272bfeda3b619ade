import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../math/random.ts';
import type { LeakTable } from '../leak-table.ts';
import { madeOfLabels } from './made-of-labels.ts';

// Numbers that are made of labels are found; those that are made of earlier rows alone are not accused.

interface Row {
  at: number;
  owner: number;
  label: number;
}
const hour = 3_600_000;
const start = Date.UTC(2024, 0, 3);

function rowsOf(n: number, share: number, { owners = 40, step = hour, seed = 5 } = {}): Row[] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, (_, i) => ({
    at: start + i * step,
    owner: Math.floor(random.uniform() * owners),
    label: Number(random.uniform() < share),
  }));
}

function made(
  rows: readonly Row[],
  value: (i: number) => number,
  owned = true,
  more: Partial<LeakTable> = {},
) {
  const table: LeakTable = {
    ...{ rows: rows.length, timeName: 'time', timeScale: 'local', grain: 'moment' },
    ...{ timeSlack: null, labelWords: ['kept', 'sent back'], labelName: 'outcome', notices: [] },
    ...{ left: [], entityName: owned ? 'user' : null },
    time: Float64Array.from(rows, ({ at }) => at),
    label: Uint8Array.from(rows, ({ label }) => label),
    entity: owned ? Int32Array.from(rows, ({ owner }) => owner) : null,
    rowNumbers: Uint32Array.from(rows, (_, i) => i + 2),
    features: [
      {
        ...{ name: 'x', kind: 'number', words: [], written: null },
        values: Float64Array.from(rows, (_, i) => value(i)),
      },
    ],
    ...more,
  };
  return madeOfLabels(table);
}

const dayOf = ({ at }: Row) => Math.floor(at / (24 * hour));
const ones = (rows: readonly Row[]) => rows.reduce((sum, { label }) => sum + label, 0);
const sold = rowsOf(1_500, 0.2);
const sameOwner = (i: number) => (row: Row) => row.owner === sold[i]!.owner;
const sameDay = (i: number) => (row: Row) => dayOf(row) === dayOf(sold[i]!);
const earlier = (i: number) => sold.slice(0, i).filter(sameOwner(i));

describe('what is made of labels that nobody knew', () => {
  it.each<[string, (i: number) => number, string]>([
    [
      'the number of an owner',
      (i) => ones(sold.filter(sameOwner(i))),
      'the number of rows with label “sent back” in all rows of the owner',
    ],
    [
      'the share of an owner',
      (i) => ones(sold.filter(sameOwner(i))) / sold.filter(sameOwner(i)).length,
      'the share of label “sent back” in all rows of the owner',
    ],
    [
      'the number of the other label',
      (i) => sold.filter(sameOwner(i)).filter(({ label }) => label === 0).length,
      'the number of rows with label “kept” in all rows of the owner',
    ],
    [
      'the number without the own row',
      (i) => ones(sold.filter(sameOwner(i))) - sold[i]!.label,
      'in all rows of the owner, the own row left out',
    ],
    [
      'the number so far, with the own label',
      (i) => ones(earlier(i)) + sold[i]!.label,
      'in the rows of the owner up to its own, and its own is counted too',
    ],
    [
      'the number still to come',
      (i) => ones(sold.slice(i + 1).filter(sameOwner(i))),
      'in the later rows of the owner',
    ],
    [
      'what is left, the own row among it',
      (i) => ones(sold.slice(i).filter(sameOwner(i))),
      'in the later rows of the owner and in its own',
    ],
    ['the number of the day', (i) => ones(sold.filter(sameDay(i))), 'in all rows of the same day'],
    [
      'the number so far of the table',
      (i) => ones(sold.slice(0, i + 1)),
      'in the rows of the table up to its own, and its own is counted too',
    ],
  ])('%s', (_, value, words) => {
    const [finding] = made(sold, value);
    expect(finding).toMatchObject({ kind: 'question', columns: ['x', 'outcome'] });
    expect(finding!.title).toContain(words);
  });
  it('of an owner’s day', () => {
    const few = rowsOf(1_500, 0.2, { owners: 4, step: hour * 3 });
    const own = (i: number) => (row: Row) =>
      row.owner === few[i]!.owner && dayOf(row) === dayOf(few[i]!);
    const [finding] = made(few, (i) => ones(few.filter(own(i))));
    expect(finding!.title).toContain('in all rows of the owner on the same day');
  });
  it('in a table without owners', () =>
    expect(made(sold, (i) => ones(sold.filter(sameDay(i))), false)).toHaveLength(1));
  it.each([0, 1])('a share in per cent, of %s decimals', (decimals) => {
    const own = (i: number) => sold.filter(sameOwner(i));
    const [finding] = made(sold, (i) =>
      Number(((100 * ones(own(i))) / own(i).length).toFixed(decimals)),
    );
    expect(finding!.title).toContain(
      'the share in per cent of label “sent back” in all rows of the owner',
    );
  });
  const share = (rows: readonly Row[]) => ones(rows) / rows.length;
  it.each([
    ['numbers of days', (at: number) => Math.floor(at), 'with the same “time”'],
    ['days with a fraction', (at: number) => at, 'with the same whole “time”'],
  ])('of a day, where times are %s', (_, day, words) => {
    const plain = sold.map((row) => ({ ...row, at: day((row.at - start) / (24 * hour)) }));
    const ofDay = (i: number) =>
      plain.filter(({ at }) => Math.floor(at) === Math.floor(plain[i]!.at));
    const [finding] = made(plain, (i) => share(ofDay(i)), true, { timeScale: 'plain' });
    expect(finding!.title).toContain(`the share of label “sent back” in all rows ${words}`);
  });
  it('of a day on the clock of the rows, with their distance from UTC', () => {
    // Two shops, in Tokyo and in New York.
    const ahead = (i: number) => (i % 2 ? 9 : -5) * hour;
    const local = sold.map((row, i) => ({ ...row, at: row.at + ahead(i) }));
    const ofDay = (i: number) => local.filter((row) => dayOf(row) === dayOf(local[i]!));
    const rate = (i: number) => share(ofDay(i));
    const dayShift = Float64Array.from(sold, (_, i) => ahead(i));
    const [finding] = made(sold, rate, true, { timeScale: 'instant', dayShift });
    expect(finding!.title).toContain('the share of label “sent back” in all rows of the same day');
    expect(made(sold, rate, true, { timeScale: 'instant' })).toEqual([]);
  });
  it('although a few cells are wrong', () =>
    expect(made(sold, (i) => ones(sold.filter(sameOwner(i))) + Number(i % 40 === 0))).toHaveLength(
      1,
    ));
});

describe('what is honest is not accused', () => {
  it.each<[string, (i: number) => number]>([
    ['the number so far', (i) => ones(earlier(i))],
    ['the share so far', (i) => ones(earlier(i)) / Math.max(1, earlier(i).length)],
    ['the same in per cent', (i) => (100 * ones(earlier(i))) / Math.max(1, earlier(i).length)],
    ['the number so far of the day', (i) => ones(sold.slice(0, i).filter(sameDay(i)))],
    ['the rows so far', (i) => earlier(i).length],
    ['the number of an order, from 1', (i) => earlier(i).length + 1],
    ['the rows of the owner', (i) => sold.filter(sameOwner(i)).length],
    ['the label before', (i) => earlier(i).at(-1)?.label ?? 0],
    ['the label under another name', (i) => sold[i]!.label],
    ['the label turned round', (i) => 1 - sold[i]!.label],
    ['nothing but 0', () => 0],
    [
      'the number of the day before',
      (i) => ones(sold.filter((row) => dayOf(row) === dayOf(sold[i]!) - 1)),
    ],
    [
      'a window of a week',
      (i) => ones(earlier(i).filter(({ at }) => at > sold[i]!.at - 168 * hour)),
    ],
  ])('%s', (_, value) => expect(made(sold, value)).toEqual([]));
  const rare = rowsOf(2_000, 0.01, { owners: 400 });
  const mine = (i: number) => rare.slice(0, i).filter(({ owner }) => owner === rare[i]!.owner);
  it.each<[string, (i: number) => number]>([
    ['the number of an order', (i) => mine(i).length + 1],
    ['the label itself', (i) => rare[i]!.label],
    ['the label turned round', (i) => 1 - rare[i]!.label],
    ['the number so far', (i) => ones(mine(i))],
    ['days since the first row', (i) => mine(i).length * 3],
  ])('where the label is rare: %s', (_, value) => expect(made(rare, value)).toEqual([]));
  it('a floor that two shops have like their one return', () => {
    const shops = rowsOf(600, 0, { owners: 3 }).map((row, i) => ({
      ...row,
      label: Number(i >= 590 && row.owner > 0),
    }));
    const total = (i: number) => ones(shops.filter(({ owner }) => owner === shops[i]!.owner));
    const floors = new Map([...new Set(shops.map((_, i) => total(i)))].map((n) => [n, n]));
    expect(made(shops, (i) => floors.get(total(i))!)).toEqual([]);
  });
  it('lives that are left: with the earlier fails they make three in every game', () => {
    const random = seededRandom(8);
    const games: (Row & { lives: number })[] = [];
    for (let owner = 0; owner < 150; owner++)
      for (let lives = 3; lives > 0; lives -= games.at(-1)!.label) {
        const label = Number(random.uniform() < 0.3);
        games.push({ at: start + games.length * hour, owner, label, lives });
      }
    expect(made(games, (i) => games[i]!.lives)).toEqual([]);
  });
  it('others of a household who are asked at the same time', () => {
    const asked = rowsOf(900, 0.3, { owners: 300, step: 0 });
    const at = (i: number) => asked.filter(({ owner }) => owner === asked[i]!.owner);
    expect(made(asked, (i) => ones(at(i)) - asked[i]!.label)).toEqual([]);
  });
  it('what an honest table of day numbers holds: the share of the days before, the rows of the day', () => {
    const days = sold.map((row) => ({ ...row, at: dayOf(row) - dayOf(sold[0]!) }));
    const plain = (value: (i: number) => number) => made(days, value, true, { timeScale: 'plain' });
    const before = (i: number) => days.filter(({ at }) => at < days[i]!.at);
    const ofDay = (i: number) => days.filter(({ at }) => at === days[i]!.at);
    expect(plain((i) => ones(before(i)) / Math.max(1, before(i).length))).toEqual([]);
    expect(plain((i) => ofDay(i).length)).toEqual([]);
    expect(plain((i) => ones(ofDay(i)) - days[i]!.label)).toEqual([]);
  });
  it('the number so far in a table of days, whose rows of one day have an order', () => {
    const days = sold.map((row) => ({ ...row, at: dayOf(row) * 24 * hour }));
    expect(made(days, (i) => ones(earlier(i)))).toEqual([]);
    expect(made(days, (i) => ones(sold.slice(0, i).filter(sameDay(i))))).toEqual([]);
  });
});
