import { describe, expect, it } from 'vitest';
import { labelWidth } from '../../../../renderer/charts/label-places.ts';
import { namePlace, numberPlace, ringReach } from './point-labels.ts';

const plot = [200, 700] as const;
const width = labelWidth('0.00');
const stretch = ({ x, anchor }: { x: number; anchor: 'start' | 'end' }, wide: number) =>
  anchor === 'start' ? ([x, x + wide] as const) : ([x - wide, x] as const);
const isClear = (a: readonly [number, number], b: readonly [number, number]) =>
  a[1] <= b[0] || b[1] <= a[0];

describe('a number beside its mark', () => {
  it('stands on its group’s side, and turns inwards at the edge', () => {
    expect(numberPlace('right', 400, null, plot)).toEqual({ x: 411, anchor: 'start' });
    expect(numberPlace('left', 400, null, plot)).toEqual({ x: 389, anchor: 'end' });
    expect(numberPlace('right', 695, null, plot).anchor).toBe('end');
    expect(numberPlace('left', 210, null, plot).anchor).toBe('start');
  });

  it('and its name never lie on the ring of what was before, wherever that is', () => {
    for (const side of ['left', 'right'] as const)
      for (let at = plot[0]; at <= plot[1]; at += 26)
        for (let was = plot[0]; was <= plot[1]; was += 11) {
          const number = numberPlace(side, at, was, plot);
          const ring = [was - ringReach, was + ringReach] as const;
          const name = namePlace('majority', at, number, was, plot);
          const [digits, word] = [stretch(number, width), stretch(name, labelWidth('majority'))];
          expect(isClear(digits, ring), `${side} ${at} ${was}`).toBe(true);
          expect(isClear(word, ring), `name ${side} ${at} ${was}`).toBe(true);
          expect(isClear(word, digits)).toBe(true);
          expect(isClear(word, [at - 5, at + 5])).toBe(true);
        }
  });
});
