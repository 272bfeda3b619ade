import { linearAxis, type Axis } from '../../../renderer/charts/axis.ts';
import type { Mark } from '../../../renderer/charts/line-shapes.tsx';
import type { Series, XY } from '../../../renderer/charts/series.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import {
  akamaiValidToMs,
  bookingValid,
  changeOf,
  type Change,
  type ConversionSetting,
  type Curve,
  type Device,
} from '../conversion.ts';

/** One study in the picture: three at most, each with a colour and a dash of its own. */
export interface Study {
  id: 'akamai' | 'booking' | 'google';
  curve: Curve;
  index: number;
  name: string;
}

export const deviceNames: Record<Device, string> = {
  phone: 'smartphones',
  tablet: 'tablets',
  desktop: 'desktop',
};

export const studiesOf = (device: Device): Study[] => [
  { id: 'akamai', curve: `akamai-${device}`, index: 1, name: `Akamai, ${deviceNames[device]}` },
  { id: 'booking', curve: 'booking', index: 2, name: 'Booking.com' },
  { id: 'google', curve: 'google', index: 3, name: 'Google' },
];

export const longestDelayMs = 400;
const stepMs = 5;

export const percentWords = (relative: number): string => {
  const text = formatFixed(relative * 100, 1);
  return `${text} %`;
};

/** Where a study's range begins and ends, ms of delay; null for none beyond the picture. */
function rangeOf(study: Study, answerMs: number): [from: number, to: number] {
  if (study.id === 'akamai') return [0, akamaiValidToMs];
  if (study.id === 'booking') return [bookingValid.from * answerMs, bookingValid.to * answerMs];
  return [0, longestDelayMs];
}

/**
 * The horizontal axis stays; the vertical one holds Google's and Booking.com's worst and the prediction, and lets Akamai's extrapolation
 * run out of the picture.
 */
export function conversionAxes(
  setting: ConversionSetting,
  said: number | null,
): { x: Axis; y: Axis } {
  const lowest = Math.max(
    20,
    said === null ? 0 : Math.min(100, Math.abs(said) * 1.1),
    ...(['google', 'booking'] as const).map(
      (curve) => -100 * (changeOf(curve, setting, longestDelayMs)?.relative ?? 0),
    ),
  );
  const down = linearAxis('', lowest);
  return {
    x: {
      label: 'extra latency, ms',
      scale: 'linear',
      domain: [0, longestDelayMs],
      ticks: [0, 100, 200, 300, 400],
    },
    y: {
      label: 'change, %',
      scale: 'linear',
      domain: [-down.domain[1], 0],
      ticks: down.ticks.map((tick) => (tick === 0 ? 0 : -tick)).reverse(),
    },
  };
}

/** Each study's curve in per cent: its own line where it measured, dotted grey before and after. */
export function conversionSeries(
  setting: ConversionSetting,
  device: Device,
  lowest: number,
): Series[] {
  return studiesOf(device).flatMap((study): Series[] => {
    const [from, to] = rangeOf(study, setting.answerMs);
    const inRange = from < longestDelayMs;
    const after = to < longestDelayMs;
    const pieces: Series[] = [];
    const beyond = `${study.name}, beyond its study`;
    if (from > 0)
      pieces.push({
        id: `${study.id}-before`,
        name: beyond,
        label: inRange ? '' : study.name,
        index: study.index,
        role: 'extrapolated',
        points: points(study, setting, 0, Math.min(from, longestDelayMs), lowest),
      });
    // The name stands where the line leaves the picture, but Akamai's where its measurement ends: that is what it is about.
    if (inRange)
      pieces.push({
        id: study.id,
        name: study.name,
        label: after && study.id !== 'akamai' ? '' : undefined,
        index: study.index,
        role: 'series',
        points: points(study, setting, from, Math.min(to, longestDelayMs), lowest),
      });
    if (inRange && after)
      pieces.push({
        id: `${study.id}-after`,
        name: beyond,
        label: study.id === 'akamai' ? '' : study.name,
        index: study.index,
        role: 'extrapolated',
        points: points(study, setting, to, longestDelayMs, lowest),
      });
    return pieces;
  });
}

function points(
  study: Study,
  setting: ConversionSetting,
  from: number,
  to: number,
  lowest: number,
): XY[] {
  const places = [from];
  for (let x = Math.floor(from / stepMs) * stepMs + stepMs; x < to; x += stepMs) places.push(x);
  places.push(to);
  return places.flatMap((x): XY[] => {
    const change = changeOf(study.curve, setting, x);
    return change && change.relative * 100 >= lowest ? [[x, change.relative * 100]] : [];
  });
}

/** What each study says at the learner's own delay; null for a number that has no meaning. */
export function changesAt(
  setting: ConversionSetting,
  device: Device,
): { study: Study; change: Change | null }[] {
  return studiesOf(device).map((study) => ({
    study,
    change: changeOf(study.curve, setting, setting.extraMs),
  }));
}

/** A dot on each line at the learner's delay, with its value where there is room for it. */
export function conversionMarks(setting: ConversionSetting, device: Device, y: Axis): Mark[] {
  const { extraMs } = setting;
  const tall = y.domain[1] - y.domain[0];
  const seen = changesAt(setting, device).flatMap(({ study, change }) =>
    change && change.relative * 100 >= y.domain[0]
      ? [{ study, change, at: change.relative * 100 }]
      : [],
  );
  return seen.map(({ study, change, at }): Mark => {
    const crowded =
      at > y.domain[1] - 0.012 * tall ||
      seen.some(
        (other) => other.study.id !== study.id && at > other.at && at - other.at < 0.07 * tall,
      );
    // Near the axis a steep line has no room for its value; the read-outs have it.
    const cramped = study.id === 'akamai' && extraMs <= longestDelayMs * 0.15;
    const label = extraMs > 0 && !crowded && !cramped ? percentWords(change.relative) : undefined;
    return {
      id: study.id,
      x: extraMs,
      y: at,
      kind: 'dot',
      index: study.index,
      label,
      labelSide: study.id === 'akamai' ? 'left' : 'below',
    };
  });
}

/** What the picture says, in one sentence: how far apart the studies are. */
export function conversionTitle(
  setting: ConversionSetting,
  device: Device,
  hidden: boolean,
): string {
  const { extraMs } = setting;
  const delay = `${formatFixed(extraMs)} ms`;
  if (hidden) return `What do ${delay} cost?`;
  if (extraMs === 0) return 'No delay, no loss: move the extra latency';
  const changes = changesAt(setting, device);
  const known = changes.flatMap(({ study, change }) =>
    change && !change.extrapolated
      ? [
          {
            who: study.name.split(',')[0]!,
            lost: `${formatFixed(Math.abs(change.relative * 100), 1)} %`,
          },
        ]
      : [],
  );
  if (known.length === 0 || changes.some(({ change }) => change === null))
    return 'Which study speaks for your page?';
  // A number that nobody measured is no finding: it stays out of the sentence.
  if (known.length === changes.length)
    return `The same ${delay} cost ${known[0]!.lost}, ${known[1]!.lost} or ${known[2]!.lost}`;
  if (known.length === 1)
    return `${delay} cost ${known[0]!.lost}: only ${known[0]!.who} measured this`;
  return `${delay} cost ${known.map(({ who, lost }) => `${lost} (${who})`).join(' or ')}`;
}
