import { formatFixed, formatSignificant } from '../../kit/number/format.ts';
import { brier } from './score.ts';

/** One prediction that came with a confidence and met its outcome. */
export interface Forecast {
  /** 0 to 1. */
  confidence: number;
  hit: boolean;
}

/** All predictions that were made with the same confidence. */
export interface CalibrationRow extends Sum {
  confidence: number;
}
interface Sum {
  said: number;
  hits: number;
}

export interface Calibration {
  /** Least sure first. */
  rows: CalibrationRow[];
  scored: number;
  /** The mean Brier score, 0 to 1; null without a prediction. */
  brier: number | null;
}

/** So few predictions say nothing about how well somebody knows what they know. */
export const fewest = 5;

/** How often what was said with which confidence came true. Confidences that are the same to the per cent are taken together. */
export function calibration(all: readonly Forecast[]): Calibration {
  const sums = new Map<number, Sum>();
  for (const { confidence, hit } of all) {
    const percent = Math.round(confidence * 100);
    const sum = sums.get(percent) ?? { said: 0, hits: 0 };
    sums.set(percent, { said: sum.said + 1, hits: sum.hits + (hit ? 1 : 0) });
  }
  return {
    rows: [...sums]
      .map(([percent, sum]) => ({ confidence: percent / 100, ...sum }))
      .sort((a, b) => a.confidence - b.confidence),
    scored: all.length,
    brier:
      all.length === 0
        ? null
        : all.reduce((sum, { confidence, hit }) => sum + brier(confidence, hit), 0) / all.length,
  };
}

/** "You said 90 % sure four times and were right or close twice." */
export function calibrationWords({ confidence, said, hits }: CalibrationRow): string {
  return (
    `You said ${percentWords(confidence)} sure ${times(said)} and were right or close ` +
    `${hits === said ? eachTime(said) : times(hits)}.`
  );
}

function eachTime(said: number): string {
  if (said === 1) return 'then';
  return said === 2 ? 'both times' : 'every time';
}

/** What the mean Brier score means: "0.21 (0 is perfect; always saying 50 % gives 0.25)". */
export function brierWords(mean: number): string {
  return `${formatSignificant(mean, 2)} (0 is perfect; always saying 50 % gives ${formatFixed(0.25)})`;
}

export const percentWords = (confidence: number): string =>
  `${formatFixed(Math.round(confidence * 100))} %`;

const small = [
  'never',
  'once',
  'twice',
  'three times',
  'four times',
  'five times',
  'six times',
  'seven times',
  'eight times',
  'nine times',
  'ten times',
];
const times = (n: number): string => small[n] ?? `${formatFixed(n)} times`;
