import { describe, expect, it } from 'vitest';
import type { Ranked } from '../../stakeholders.ts';
import { decideAxes, leastSpan, placeOn, stackDots } from './decide-axes.ts';

const one = (id: string, raw: Partial<Ranked['raw']>): Ranked =>
  ({ id, raw: { ml: null, sales: null, product: null, manager: null, ...raw } }) as Ranked;

describe('the four axes', () => {
  it('go from the worst to the best where these differ enough to matter', () => {
    const [ml] = decideAxes([one('a', { ml: 0.6 }), one('b', { ml: 0.8 })]);
    expect(ml).toMatchObject({ who: 'ml', from: 0.6, to: 0.8 });
    expect(ml!.spread).toBeCloseTo(0.25);
    expect([placeOn(ml!, 0.6), placeOn(ml!, 0.8)]).toEqual([0, 1]);
  });

  it('a difference of 0.01 % fills a thousandth of its axis, not all of it', () => {
    const best = 20_733_412;
    const all = [one('a', { manager: best }), one('b', { manager: best * 0.9999 })];
    const manager = decideAxes(all)[3]!;
    expect(placeOn(manager, best)).toBe(1);
    expect(1 - placeOn(manager, best * 0.9999)).toBeCloseTo(0.0001 / leastSpan);
    expect(manager.spread).toBeCloseTo(0.0001);
  });

  it('hold for times, which are below zero, for losses and for nothing at all', () => {
    const [, , product, manager] = decideAxes([
      one('a', { product: -4, manager: -100 }),
      one('b', { product: -30, manager: 0 }),
    ]);
    expect(placeOn(product!, -4)).toBe(1);
    expect(placeOn(product!, -30)).toBe(0);
    expect(placeOn(product!, -Math.sqrt(4 * 30))).toBeCloseTo(0.5);
    expect(placeOn(manager!, -100)).toBe(0);
    expect(manager!.spread).toBeNull();
    expect(decideAxes([one('a', {})])).toEqual([null, null, null, null]);
    const alone = decideAxes([one('a', { ml: 0 })])[0]!;
    expect(placeOn(alone, 0)).toBe(1);
  });

  it('hold what pinned runs found', () => {
    const [ml] = decideAxes([one('a', { ml: 0.7 })], [[one('a', { ml: 0.9 })]]);
    expect(placeOn(ml!, 0.9)).toBe(1);
    expect(placeOn(ml!, 0.7)).toBeCloseTo(0);
  });
});

it('dots in one place stand over one another; the rest lie on the last row', () => {
  const at = (id: string, x: number) => ({ id, x });
  expect(stackDots([at('a', 0), at('b', 4), at('c', 20), at('d', 5), at('e', 5)], 10, 3)).toEqual([
    { id: 'a', x: 0, row: 0 },
    { id: 'b', x: 4, row: 1 },
    { id: 'd', x: 5, row: 2 },
    { id: 'e', x: 5, row: 2 },
    { id: 'c', x: 20, row: 0 },
  ]);
});
