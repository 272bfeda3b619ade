import { describe, expect, it } from 'vitest';
import { groupsAsText, groupSizes, makeGroups, readNames, readPeople } from './groups.ts';

describe('groupSizes', () => {
  it('seats everybody, evenly, and leaves no group under four, for all rooms up to 500', () => {
    for (let people = 1; people <= 500; people++) {
      const sizes = groupSizes(people);
      expect(
        sizes.reduce((sum, one) => sum + one, 0),
        `${people}`,
      ).toBe(people);
      expect(Math.max(...sizes) - Math.min(...sizes), `${people}`).toBeLessThanOrEqual(1);
      if (people >= 4) expect(Math.min(...sizes), `${people}`).toBeGreaterThanOrEqual(4);
      if (people !== 7) expect(Math.max(...sizes), `${people}`).toBeLessThanOrEqual(6);
    }
  });

  it('comes as near to five each as any split without a group under four', () => {
    for (let people = 4; people <= 60; people++)
      expect(off(groupSizes(people)), `${people}`).toBe(nearest(people));
  });

  it('splits small rooms as one would by hand', () => {
    const by = Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((people) => [
        people,
        groupSizes(people).join('+'),
      ]),
    );
    expect(by).toEqual({
      0: '',
      1: '1',
      2: '2',
      3: '3',
      4: '4',
      5: '5',
      6: '6',
      7: '7',
      8: '4+4',
      9: '5+4',
      10: '5+5',
      11: '6+5',
      12: '6+6',
      13: '5+4+4',
    });
  });
});

const off = (sizes: readonly number[]) => sizes.reduce((sum, one) => sum + Math.abs(one - 5), 0);
/** The least distance from fives that groups of four and more allow, by trying all of them. */
const best = new Map<number, number>([[0, 0]]);
function nearest(people: number): number {
  const known = best.get(people);
  if (known !== undefined) return known;
  let least = Infinity;
  for (let size = 4; size <= people; size++)
    least = Math.min(least, Math.abs(size - 5) + nearest(people - size));
  best.set(people, least);
  return least;
}

describe('makeGroups', () => {
  const people = Array.from({ length: 33 }, (_, index) => `p${index}`);
  it('puts everybody into exactly one group', () => {
    expect(makeGroups(people, 4).flat().sort()).toEqual([...people].sort());
  });
  it('is the same for a seed, another for another', () => {
    expect(makeGroups(people, 4)).toEqual(makeGroups(people, 4));
    expect(makeGroups(people, 5)).not.toEqual(makeGroups(people, 4));
  });
  it('seats each person in each group about equally often', () => {
    const counts = new Array<number>(7).fill(0);
    for (let seed = 0; seed < 7000; seed++)
      counts[makeGroups(people, seed).findIndex((group) => group.includes('p0'))]! += 1;
    for (const [index, count] of counts.entries())
      expect(Math.abs(count / (7000 * (groupSizes(33)[index]! / 33)) - 1), `${index}`).toBeLessThan(
        0.15,
      );
  });
});

describe('readNames', () => {
  it('takes a line each and drops blanks, bullets and numbers', () => {
    expect(readNames('  Ana \r\n\n\t\n- Bo\n2) Chi\n3. Dag\n').names).toEqual([
      'Ana',
      'Bo',
      'Chi',
      'Dag',
    ]);
  });
  it('takes one line with commas, but leaves "Pérez, Ana" whole in a list', () => {
    expect(readNames('Ana, Bo; Chi,,').names).toEqual(['Ana', 'Bo', 'Chi']);
    expect(readNames('Pérez, Ana\nRuiz, Bo').names).toEqual(['Pérez, Ana', 'Ruiz, Bo']);
  });
  it('keeps people who share a name, and says who', () => {
    const list = readNames('Ana\nBo\nana\nJose\u0301\nJosé\nChi');
    expect(list.names).toHaveLength(6);
    expect(list.twice).toHaveLength(2);
  });
  it('keeps emoji and right-to-left names as they are', () => {
    expect(readNames('👩‍🚀 Zoë\nمحمد علي\nדנה').names).toEqual(['👩‍🚀 Zoë', 'محمد علي', 'דנה']);
  });
  it('takes 500, and counts those beyond', () => {
    const many = Array.from({ length: 503 }, (_, index) => `Name ${index}`).join('\n');
    expect(readNames(many).names).toHaveLength(500);
    expect(readNames(many).beyond).toBe(3);
  });
  it('finds nobody in nothing', () => {
    expect(readNames(' \n \n').names).toEqual([]);
    expect(readNames(',,;').names).toEqual([]);
  });
});

it.each([
  ['34', 34],
  [' 1 ', 1],
  ['500', 500],
])('readPeople takes %s', (text, people) => expect(readPeople(text)).toEqual({ ok: true, people }));
it.each(['', '0', '-3', '501', '12.5', 'many', '1e2', '9'.repeat(40)])(
  'readPeople refuses "%s"',
  (text) => expect(readPeople(text).ok).toBe(false),
);

it('writes a line for each group', () => {
  expect(groupsAsText([['Ana', 'Bo'], ['Chi']])).toBe('Group 1: Ana, Bo\nGroup 2: Chi');
});
