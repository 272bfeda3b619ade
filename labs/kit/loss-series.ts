import type { Point } from '../lab.ts';

export interface LossSeriesOptions {
  /** About how many points the whole training leaves: at most 300, which is what a card keeps. */
  points: number;
  /** What a point says: the mean loss since the last point, because a single batch is noisy, or the newest loss. */
  of?: 'mean' | 'newest';
  /** Whether the very first loss is a point: where a training starts from is then on the chart. */
  keepFirst?: boolean;
}

/** The loss of one training over its course, thinned while it comes in. */
export interface LossSeries {
  /**
   * Takes in one loss.
   * @param x where it is on the chart: epochs or steps
   * @param part the part of the training that is done, 0 to 1
   */
  add(x: number, loss: number, part: number): void;
  /** True where points wait to be reported. */
  waiting(): boolean;
  /** The points since the last call, by the name of their series. */
  take(): Record<string, Point[]>;
}

/** Guards against parts such as 0.1 + 0.2, which miss a whole number by a hair. */
const tolerance = 1e-9;

/** A series named `loss.<name>`. */
export function lossSeries(name: string, options: LossSeriesOptions): LossSeries {
  const { points: count, of = 'mean', keepFirst = false } = options;
  let points: Point[] = [];
  let kept = 0;
  let sum = 0;
  let added = 0;
  return {
    add(x, loss, part) {
      sum += loss;
      added += 1;
      const due = part >= (kept + 1) / count - tolerance;
      const first = keepFirst && kept === 0;
      if (!due && !first) return;
      points.push([x, of === 'mean' ? sum / added : loss]);
      kept = Math.max(kept + 1, Math.floor(part * count + tolerance));
      sum = 0;
      added = 0;
    },
    waiting: () => points.length > 0,
    take() {
      const taken = points;
      points = [];
      return taken.length > 0 ? { [`loss.${name}`]: taken } : {};
    },
  };
}

/** The points that wait in several series, as a progress record carries them: nothing where there are none. */
export function takePoints(...series: readonly LossSeries[]): {
  points?: Record<string, Point[]>;
} {
  const points = Object.assign({}, ...series.map((one) => one.take())) as Record<string, Point[]>;
  return Object.keys(points).length > 0 ? { points } : {};
}
