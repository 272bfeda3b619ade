import { blockAuc, blockAucInterval } from '../../../labs/math/intervals/block-auc.ts';
import { rocAuc } from '../../../labs/math/ranking.ts';
import type { Random } from '../../../labs/math/random.ts';
import { mean } from '../../../labs/math/statistics.ts';
import { drawEvents } from '../../../labs/time-leak/data.ts';
import { intervalOf, intervalOfGap, scoreRows } from '../../../labs/time-leak/evaluate.ts';
import { knownLabels, smoothedRate } from '../../../labs/time-leak/label-rates.ts';
import { splitEvents } from '../../../labs/time-leak/splits.ts';
import type { Effort, StudyRow } from './row.ts';

const target = { least: 0.93, most: 0.97 };

interface Days {
  labels: number[];
  scores: number[];
  day: number[];
}

/** Rows of so many days. A day lifts all its scores and its share of positives together, by normal numbers of the size `common`. */
function drawDays(draw: Random, days: number, common: number): Days {
  const found: Days = { labels: [], scores: [], day: [] };
  for (let day = 0; day < days; day++) {
    const [lift, share] = [common * draw.normal(), 1 / (1 + Math.exp(1 - common * draw.normal()))];
    const rows = 15 + draw.integer(21);
    for (let i = 0; i < rows; i++) {
      const label = draw.uniform() < share ? 1 : 0;
      found.labels.push(label);
      found.scores.push(label + lift + draw.normal());
      found.day.push(day);
    }
  }
  return found;
}

/** AUCs over days that have something in common, and over days that have nothing. */
export function* blockRows(random: Random, { short }: Effort): Generator<StudyRow> {
  const files = short ? 200 : 2_000;
  for (const days of short ? [36] : [36, 120])
    for (const common of [0, 0.5]) {
      const draw = random.fork(`blocks ${days} ${common}`);
      const many = drawDays(draw.fork('truth'), short ? 8_000 : 40_000, common);
      const truth = rocAuc(many.labels, many.scores)!;
      let covered = 0;
      for (let file = 0; file < files; file++) {
        const { labels, scores, day } = drawDays(draw, days, common);
        const [low, high] = blockAucInterval(blockAuc(labels, scores, day, days)!);
        if (low <= truth && truth <= high) covered += 1;
      }
      yield {
        what: 'AUC over days',
        setting: `days: ${days}, ${common > 0 ? 'a day in common' : 'nothing in common'}`,
        files,
        covered: covered / files,
        target,
      };
    }
}

/** The time-leak lab's own worlds, scored by a fixed formula: after the cut, at random, and the gap between. The truth is the mean over all worlds. */
export function* worldRows(random: Random, { short }: Effort): Generator<StudyRow> {
  if (short) return;
  const files = 600;
  const found = Array.from({ length: files }, (_, k) => {
    const own = random.fork(`world ${k}`);
    const events = drawEvents(own, { drift: 1, labelDelayDays: 4 });
    const { sum, count } = knownLabels(events);
    const { random: any, chronological } = splitEvents(events, own.fork('split'), 7);
    const score = (rows: Uint32Array) =>
      scoreRows(
        Array.from(
          rows,
          (row) =>
            events.basket[row]! +
            4 * smoothedRate(sum[row]!, count[row]!) +
            0.3 * events.discount[row]!,
        ),
        rows,
        events.label,
        events.day,
      );
    return { shuffled: score(any.test), later: score(chronological.test) };
  });
  const row = (setting: string, values: number[], intervals: [number, number][]): StudyRow => {
    const truth = mean(values)!;
    const covered = intervals.filter(([low, high]) => low <= truth && truth <= high).length;
    return { what: 'AUC, time-leak', setting, files, covered: covered / files, target };
  };
  for (const [name, pick] of [
    ['random split', 'shuffled'],
    ['in order of time', 'later'],
  ] as const)
    yield row(
      name,
      found.map((one) => one[pick].auc),
      found.map((one) => intervalOf([one[pick]])),
    );
  yield row(
    'gap between the two',
    found.map(({ shuffled, later }) => shuffled.auc - later.auc),
    found.map(({ shuffled, later }) => intervalOfGap([shuffled], [later])),
  );
}
