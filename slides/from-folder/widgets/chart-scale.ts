import type { Widget } from '../../../main/contract/lecture-tree.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';

export type ChartData = Extract<Widget, { kind: 'chart' }>;

/** Round numbers from `low` to `high` at about so many places: 1, 2 or 5 times a power of ten apart. */
export function roundTicks(low: number, high: number, count = 5): number[] {
  const span = high - low || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step - 1e-9);
  // Multiplied, not added: 0.1 + 0.2 would be no round number any more.
  return Array.from({ length: Math.max(1, last - first) + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

interface Size {
  width: number;
  height: number;
}

/** Where values stand, in the drawing's units from its upper left corner. Bars begin at zero. */
export function chartScale(data: ChartData, { width, height }: Size) {
  const values = data.series.flatMap((series) => series.values).filter((value) => value !== null);
  const least = Math.min(...values, ...(data.type === 'bar' ? [0] : []));
  const most = Math.max(...values, ...(data.type === 'bar' ? [0] : []));
  const ticks = roundTicks(Number.isFinite(least) ? least : 0, Number.isFinite(most) ? most : 1);
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const y = { ticks, at: (value: number) => height * (1 - (value - low) / (high - low)) };
  return { y, x: along(data, width) };
}

function along(data: ChartData, width: number) {
  if (data.type === 'bar') {
    const band = width / data.along.length;
    const each = Math.ceil(data.along.length / 14);
    return {
      of: (_value: number | string, index: number) => (index + 0.5) * band,
      ticks: data.along
        .map((words, index) => ({
          at: (index + 0.5) * band,
          words: shortened(String(words), band * each),
        }))
        .filter((_, index) => index % each === 0),
    };
  }
  const numbers = data.along.map(Number);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const of = (value: number | string) => ((Number(value) - low) / (high - low || 1)) * width;
  const ticks = roundTicks(low, high, 8).filter((tick) => tick >= low && tick <= high);
  return {
    of,
    // Years are no thousands.
    ticks: ticks.map((tick) => ({
      at: of(tick),
      words: isYear(tick) ? String(tick) : formatFixed(tick),
    })),
  };
}

const isYear = (value: number) => Number.isInteger(value) && value >= 1000 && value <= 2999;

/** Words that fit so many units at the size of ticks. */
const shortened = (words: string, room: number): string => {
  const most = Math.max(3, Math.floor(room / 9.5));
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
};

/** Every bar that has a value. Bars of one row stand side by side. */
export function barPlaces(
  data: ChartData,
  width: number,
): { left: number; width: number; series: number; value: number }[] {
  const band = width / data.along.length;
  const wide = Math.min(120, (band * 0.7) / data.series.length);
  return data.series.flatMap((series, index) =>
    series.values.flatMap((value, row) => {
      const left = (row + 0.5) * band + (index - data.series.length / 2) * wide;
      return value === null ? [] : [{ left, width: wide - 2, series: index, value }];
    }),
  );
}

/** A line through the values in the order of their places; it ends where one is missing. */
export function linePath(
  data: ChartData,
  values: readonly (number | null)[],
  x: (value: number | string, index: number) => number,
  y: (value: number) => number,
): string {
  let pen = 'M';
  return values
    .map((value, index) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const point = `${pen}${x(data.along[index]!, index).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
      return point;
    })
    .join('');
}
