import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linearAxis, logAxis } from './axis.ts';
import { histogramSteps, outlines, overflowShare, saidStretches } from './histogram/bins.ts';
import { cellText, tableOfSeries } from './data-table.ts';
import { besidePoint, firstFree, labelWidth, placeLabels, rightMargin } from './label-places.ts';
import { crosses, touching, wordsBox } from './free-places.ts';
import { lineLabels } from './line-labels.ts';
import {
  cutAt,
  crossing,
  decimate,
  lineEnd,
  nearest,
  readAt,
  readingPlaces,
  type Series,
  type XY,
} from './series.ts';

const line = (points: XY[], extra: Partial<Series> = {}): Series => ({
  id: 'a',
  name: 'a',
  index: 1,
  role: 'series',
  points,
  ...extra,
});

describe('decimation', () => {
  test('keeps the ends, the peak and the limit', () => {
    const many: XY[] = Array.from({ length: 5000 }, (_, i) => [i, i === 1234 ? 99 : Math.sin(i)]);
    const few = decimate(many);
    expect(few.length).toBeLessThanOrEqual(300);
    expect(few[0]).toEqual(many[0]);
    expect(few.at(-1)).toEqual(many.at(-1));
    expect(few.some(([, y]) => y === 99)).toBe(true);
    expect(few.map(([x]) => x)).toEqual([...few.map(([x]) => x)].sort((a, b) => a - b));
  });

  test('leaves short lines alone and drops points without an x', () => {
    expect(
      decimate([
        [1, 2],
        [NaN, 3],
        [2, null],
      ]),
    ).toEqual([
      [1, 2],
      [2, null],
    ]);
    expect(decimate([])).toEqual([]);
  });
});

describe('reading a line off', () => {
  const points: XY[] = [
    [0, 1],
    [10, 100],
    [20, null],
    [30, 5],
  ];

  test('on a point, between two, outside and in a gap', () => {
    expect(readAt(points, 10)).toEqual({ y: 100, between: false });
    expect(readAt(points, 5)).toEqual({ y: 50.5, between: true });
    expect(readAt(points, 5, false, true)!.y).toBeCloseTo(10, 9);
    expect(readAt(points, 15)).toBeNull();
    expect(readAt(points, 40)).toBeNull();
    expect(readAt([], 1)).toBeNull();
  });

  test('the places are the points that are seen; what is context has none', () => {
    expect(readingPlaces([line(points), line([[7, 1]], { role: 'context' })], [0, 25])).toEqual([
      0, 10,
    ]);
    expect(nearest([0, 10, 30], 17)).toBe(10);
    expect(nearest([], 17)).toBeNull();
  });

  test('a line ends where it leaves the picture', () => {
    expect(
      lineEnd(
        [
          [0, 1],
          [10, 100],
        ],
        10,
        true,
      )!.x,
    ).toBeCloseTo(5, 9);
    expect(
      lineEnd(
        [
          [0, 1],
          [10, 2],
          [20, null],
        ],
        10,
      ),
    ).toEqual({ x: 10, y: 2 });
    expect(lineEnd([[0, 50]], 10)).toBeNull();
  });

  test('a limit is crossed between two points, once', () => {
    expect(
      crossing(
        [
          [0, 0],
          [10, 10],
        ],
        4,
      ),
    ).toBeCloseTo(4, 9);
    expect(
      crossing(
        [
          [0, 0],
          [10, 3],
        ],
        4,
      ),
    ).toBeNull();
    expect(
      crossing(
        [
          [0, 0],
          [5, null],
          [10, 10],
        ],
        4,
      ),
    ).toBeNull();
  });
});

describe('labels', () => {
  test('never cover one another and stay inside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 450 }), { minLength: 1, maxLength: 8 }),
        (ys) => {
          const wishes = ys.map((y, i) => ({ id: String(i), x: 10, y, width: 50 }));
          const at = Object.values(placeLabels(wishes, 0, 400)).sort((a, b) => a - b);
          for (let i = 1; i < at.length; i += 1)
            expect(at[i]! - at[i - 1]!).toBeGreaterThanOrEqual(17 - 1e-9);
          expect(at[0]).toBeGreaterThanOrEqual(0);
          expect(at.at(-1)).toBeLessThanOrEqual(400);
        },
      ),
    );
  });

  test('those side by side need not move', () => {
    expect(
      placeLabels(
        [
          { id: 'a', x: 0, y: 50, width: 20 },
          { id: 'b', x: 100, y: 50, width: 20 },
        ],
        0,
        100,
      ),
    ).toEqual({ a: 50, b: 50 });
  });

  test('the margin leaves room at the right edge only', () => {
    const width = labelWidth('large');
    const full = rightMargin([{ at: 1, width }], 800, 40);
    expect(full).toBeGreaterThanOrEqual(width);
    expect(rightMargin([{ at: 0.5, width }], 800, 40)).toBe(16);
    expect(rightMargin([], 800, 40)).toBe(16);
  });
});

describe('names over a line figure', () => {
  // One px a unit, upside down, as in a picture of 100 by 100 px.
  const axis = (label: string) => ({ ...linearAxis(label, 100), domain: [0, 100] as const });
  const picture = {
    x: axis('x'),
    y: axis('y'),
    plot: { x: 0, y: 0, width: 100, height: 100 },
    px: (value: number) => value,
    py: (value: number) => 100 - value,
    marks: [],
    limit: undefined,
  };

  test('lines that end in one place are named one below the other, and what has no name takes no room', () => {
    const ends: XY[] = [
      [0, 0],
      [100, 50],
    ];
    const series = [line(ends), line(ends, { id: 'b' }), line(ends, { id: 'none', label: '' })];
    const { ends: all, beside } = lineLabels({ ...picture, series });
    expect(all.map(({ s, x, y }) => [s.id, x, y])).toEqual([
      ['a', 100, 50],
      ['b', 100, 50],
      ['none', 100, 50],
    ]);
    expect(beside).toEqual({ a: 50, b: 67 });
  });

  test('a formula is named right of its end, and where it comes into the picture if something is there', () => {
    const points: XY[] = [
      [0, null],
      [10, 140],
      [20, 60],
      [30, 50],
    ];
    const formula = line(points, { role: 'closed-form', name: 'f' });
    const { words, ends } = lineLabels({ ...picture, series: [formula] });
    expect(words).toEqual({ a: { x: 38, y: 54, anchor: 'start' } });
    expect(ends).toEqual([]);
    const full = lineLabels({
      ...picture,
      series: [formula],
      taken: [{ x: 31, y: 40, width: 60, height: 40 }],
    });
    expect(full.words).toEqual({ a: { x: 26, y: 32, anchor: 'start' } });
  });

  test('a limit beyond the axis tints and is not named; one below it does neither', () => {
    const limited = (value: number) =>
      lineLabels({ ...picture, series: [], limit: { value, name: 'limit' } });
    expect(limited(40)).toMatchObject({ limitY: 60, limitSeen: true, beside: { ' limit': 51 } });
    expect(limited(140)).toMatchObject({ limitY: -40, limitSeen: false, beside: {} });
    expect(limited(-1)).toMatchObject({ limitY: null, limitSeen: false });
  });

  test('marks off the axis are left out; labels of two marks in one place make room', () => {
    const mark = (id: string, x: number) =>
      ({ id, x, y: 50, kind: 'ring', index: 1, label: id, labelSide: 'below' }) as const;
    const marks = [mark('a', 50), mark('b', 50), mark('off', 101)];
    const { drawn, words } = lineLabels({ ...picture, series: [], marks });
    expect(drawn.map(({ mark: { id } }) => id)).toEqual(['a', 'b']);
    expect(words['a']).toEqual({ x: 54, y: 72, anchor: 'start' });
    expect(touching(wordsBox('a', words['a']!), wordsBox('b', words['b']!))).toBe(false);
  });

  test('a label lies on no line, no mark, no limit and no other label', () => {
    // The queue: a steep line goes through a ring right beside the dot where it meets the limit.
    const wide = { ...picture, plot: { x: 0, y: 0, width: 400, height: 200 } };
    const axes = {
      x: { ...picture.x, domain: [0, 400] as const },
      y: { ...picture.y, domain: [0, 200] as const },
    };
    const py = (value: number) => 200 - value;
    const curve: XY[] = [
      [20, 20],
      [180, 60],
      [200, 100],
      [230, 180],
    ];
    const mark = (id: string, x: number, y: number, label: string, labelSide: 'above' | 'below') =>
      ({ id, x, y, kind: id === 'ring' ? 'ring' : 'dot', index: 1, label, labelSide }) as const;
    const marks = [mark('dot', 205, 120, '545', 'below'), mark('ring', 202, 106, '92 ms', 'above')];
    const limit = { value: 120, name: 'limit' };
    const diamond = { x: 206, y: 80, width: 18, height: 18 };
    const { words } = lineLabels({
      ...wide,
      ...axes,
      py,
      series: [line(curve)],
      marks,
      limit,
      uprights: [202],
      taken: [diamond],
    });
    const boxes = marks.map(({ id, label }) => wordsBox(label, words[id]!));
    const px = curve.map(([x, y]) => ({ x, y: py(y!) }));
    for (const box of boxes) {
      expect(crosses(px, box)).toBe(false);
      expect(
        crosses(
          [
            { x: 0, y: 80 },
            { x: 400, y: 80 },
          ],
          box,
        ),
      ).toBe(false);
      expect(touching(box, diamond)).toBe(false);
      for (const { x, y } of marks)
        expect(touching(box, { x: x - 6, y: py(y) - 6, width: 12, height: 12 })).toBe(false);
    }
    expect(touching(boxes[0]!, boxes[1]!)).toBe(false);
  });
});

describe('axes', () => {
  test.each([
    [780, 800],
    [1, 1],
    [0.34, 0.4],
    [4200, 5000],
  ])('a linear axis that holds %f ends at %f', (high, top) => {
    const axis = linearAxis('x', high);
    expect(axis.domain).toEqual([0, top]);
    expect(axis.ticks.length).toBeGreaterThanOrEqual(4);
    expect(axis.ticks.length).toBeLessThanOrEqual(7);
  });

  test('a log axis has round ticks around what it holds', () => {
    expect(logAxis('y', 12, 700)).toMatchObject({
      domain: [10, 1000],
      ticks: [10, 30, 100, 300, 1000],
    });
    expect(logAxis('y', 0.3, 2).ticks).toEqual([0.2, 0.5, 1, 2]);
  });

  test('what is no range still gives an axis', () => {
    for (const [low, high] of [
      [0, 0],
      [NaN, NaN],
      [-1, 5],
      [3, 3],
      [1, Infinity],
    ] as const) {
      for (const axis of [logAxis('y', low, high), linearAxis('x', high)]) {
        expect(axis.domain[1]).toBeGreaterThan(axis.domain[0]);
        expect(axis.ticks.every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe('tables and CSV', () => {
  test('a table has every x once and a hole where a line has no point', () => {
    expect(
      tableOfSeries('load', [
        line(
          [
            [1, 2],
            [3, null],
          ],
          { name: 'small' },
        ),
        line([[2, 5]], { name: 'large' }),
      ]),
    ).toEqual({
      columns: ['load', 'small', 'large'],
      rows: [
        [1, 2, null],
        [2, null, 5],
        [3, null, null],
      ],
    });
  });

  test('a hole is shown as a dash', () => {
    expect(cellText(null)).toBe('–');
    expect(cellText(1234.5678)).toBe('1,235');
  });

  test('a count is shown whole, and nothing before the decimals is rounded away', () => {
    expect([12345, 40, 150, 1_234_567, 0].map(cellText)).toEqual([
      '12,345',
      '40',
      '150',
      '1,234,567',
      '0',
    ]);
    expect([12345.6, 0.45678, 40.5].map(cellText)).toEqual(['12,346', '0.4568', '40.50']);
  });
});

describe('the label of what was said', () => {
  const place = (x: number, taken: [number, number][]) =>
    besidePoint({ x, gap: 10, width: 50, taken, left: 0, right: 300 });
  test('stands right of its point, left of it where something true is there, and never over that', () => {
    expect(place(100, [])).toEqual({ x: 110, anchor: 'start' });
    expect(place(100, [[120, 140]])).toEqual({ x: 90, anchor: 'end' });
    expect(place(290, [])).toEqual({ x: 280, anchor: 'end' });
  });
  test('goes beyond what is true where that reaches over both sides', () => {
    const beyond = place(30, [[20, 160]]);
    expect(beyond).toEqual({ x: 166, anchor: 'start' });
    for (let x = 0; x <= 300; x += 7)
      for (let from = 0; from < 240; from += 13) {
        const { x: at, anchor } = place(x, [[from, from + 40]]);
        const start = anchor === 'end' ? at - 50 : at;
        expect(start >= from + 40 || start + 50 <= from).toBe(true);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start + 50).toBeLessThanOrEqual(300);
      }
  });
  test('stands in the nearest gap between what is true, on the side that is wished for', () => {
    expect(
      place(95, [
        [60, 140],
        [230, 240],
      ]),
    ).toEqual({ x: 54, anchor: 'end' });
    expect(
      place(150, [
        [60, 170],
        [230, 240],
      ]),
    ).toEqual({ x: 176, anchor: 'start' });
    const left = { gap: 10, width: 50, left: 0, right: 300, side: 'left' as const };
    expect(besidePoint({ ...left, x: 100, taken: [] })).toEqual({ x: 90, anchor: 'end' });
    expect(besidePoint({ ...left, x: 100, taken: [[70, 80]] })).toEqual({
      x: 110,
      anchor: 'start',
    });
  });
  test('keeps clear of the bars that are high enough to lie under it, and of named lines', () => {
    const bins = { from: 0, width: 10, counts: [8, 40, 1, 9, 0, 12] };
    const stretches = (high: number) =>
      saidStretches({ bins, marks: [{ name: 'p99', value: 45 }], px: (value) => value, high });
    expect(stretches(100)).toEqual([
      [-4, 24],
      [26, 44],
      [41, 49],
    ]);
    expect(stretches(10)).toEqual([
      [6, 24],
      [41, 49],
    ]);
  });
  test('takes the first box that is inside and free, and none where there is none', () => {
    const box = (x: number, y: number) => ({ x, y, width: 10, height: 10 });
    const within = { x: 0, y: 0, width: 40, height: 40 };
    expect(firstFree([box(-1, 0), box(5, 5), box(20, 20)], [box(8, 8)], within)).toEqual(
      box(20, 20),
    );
    expect(firstFree([box(5, 5)], [box(8, 8)], within)).toBeNull();
  });
});

describe('histogram outline', () => {
  const bins = { from: 1, width: 0.5, counts: [1, 3, 0, 4] };
  test('what lies above the bins is none of the steps; with it the shares add up to one', () => {
    const steps = histogramSteps(bins);
    expect(steps.map(({ x }) => x)).toEqual([1, 1, 1.5, 2, 2.5]);
    expect(steps.map(({ share }) => share)).toEqual([0, 1 / 8, 3 / 8, 0, 0]);
    expect(overflowShare(bins)).toBe(0.5);
    expect(steps.reduce((sum, { share }) => sum + share, overflowShare(bins))).toBe(1);
  });

  test('nothing counted draws nothing', () => {
    expect(histogramSteps({ from: 0, width: 1, counts: [] })).toEqual([]);
    expect(histogramSteps({ from: 0, width: 1, counts: [0, 0] })).toEqual([]);
    expect(histogramSteps({ from: 0, width: 0, counts: [1] })).toEqual([]);
    expect(
      [[], [0, 0], [2, 0]].map((counts) => overflowShare({ from: 0, width: 1, counts })),
    ).toEqual([0, 0, 0]);
  });
});

describe('outlines of other histograms', () => {
  test('are as high as the fullest bin of the own one, and keep their places', () => {
    const [one] = outlines(
      [{ id: 'a', bins: { from: 2, width: 1, counts: [1, 4, 9] } }],
      [{ share: 0.25 }, { share: 0.5 }],
    );
    expect(one!.id).toBe('a');
    expect(one!.steps.map(({ share }) => share)).toEqual([0, 0.125, 0.5, 0]);
    expect(one!.steps.map(({ x }) => x)).toEqual([2, 2, 3, 4]);
  });
  test('stand alone where there is nothing of one’s own yet, and are empty where nothing was counted', () => {
    expect(
      outlines([{ bins: { from: 0, width: 1, counts: [1, 2, 0] } }], [])[0]!.steps[2]!.share,
    ).toBe(1);
    expect(outlines([{ bins: { from: 0, width: 1, counts: [0] } }], [])[0]!.steps).toEqual([]);
  });
});

describe('a line that runs out of the picture', () => {
  test('is cut at its edge, on the piece that is drawn', () => {
    expect(
      cutAt(
        [
          [0, 0],
          [10, 20],
        ],
        5,
      ),
    ).toEqual([
      [0, 0],
      [5, 10],
    ]);
    expect(
      cutAt(
        [
          [0, 1],
          [10, 100],
        ],
        5,
        false,
        true,
      )[1]![1],
    ).toBeCloseTo(10, 9);
  });
  test('stays whole inside, and ends where it was broken', () => {
    expect(
      cutAt(
        [
          [0, 0],
          [4, 1],
        ],
        5,
      ),
    ).toEqual([
      [0, 0],
      [4, 1],
    ]);
    expect(
      cutAt(
        [
          [0, 0],
          [4, null],
          [10, 3],
        ],
        5,
      ),
    ).toEqual([
      [0, 0],
      [4, null],
    ]);
    expect(
      cutAt(
        [
          [0, 0],
          [5, 2],
          [10, 3],
        ],
        5,
      ),
    ).toEqual([
      [0, 0],
      [5, 2],
    ]);
  });
});
