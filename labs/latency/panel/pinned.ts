import type { Mark } from '../../../renderer/charts/line-shapes.tsx';
import type { Series, XY } from '../../../renderer/charts/series.ts';
import type { DataTable } from '../../../renderer/charts/data-table.ts';
import { pinLines } from '../../../renderer/charts/pin-lines.ts';
import type { PinnedRun } from '../../view.ts';
import { inNumbers } from '../explore/asked-numbers.ts';
import { candidateByNumber } from '../explore/candidates.ts';
import { curves, changeOf, type Device } from '../conversion.ts';
import { lineOf, reachOf } from '../reach.ts';
import { batchSizes, frontierBatches, type ModelName } from '../names.ts';
import type { LatencyParameters } from '../parameters.ts';
import type { LatencyResult } from '../result.ts';
import { evaluate, rank, weightsOf, type Ranked } from '../stakeholders.ts';
import { studiesOf } from './conversion-figure.ts';
import { curveOf, lossSeries } from './figures.ts';
import { formatSignificant } from '../../../renderer/kit/number/format.ts';
import { knownParameters, knownResult } from './known.ts';

/** A pinned run of this lab with what could be read of it. */
export interface LatencyPin extends PinnedRun {
  known: LatencyResult;
  setting: LatencyParameters;
}

export const readPin = (pin: PinnedRun): LatencyPin => {
  const known = knownResult(pin.result);
  const setting = inNumbers(knownParameters(pin.parameters), known.asked ?? null);
  return { ...pin, known, setting };
};

const read = (
  pins: readonly LatencyPin[],
  pointsOf: (pin: LatencyPin) => readonly XY[],
): Series[] => pinLines(pins, (pin) => pointsOf(pin as LatencyPin));

/** p99 over arrivals of the model that is looked at. */
export const queuePins = (pins: readonly LatencyPin[], model: ModelName): Series[] =>
  read(pins, ({ known }) =>
    curveOf(known.simulation, model).map((row): XY => [row.arrivalsPerSecond, row.p99Ms]),
  );

/** The line that is a set-up's own: the largest simulated batch that it allows. */
export const ownBatch = (maxBatch: number): (typeof frontierBatches)[number] =>
  frontierBatches.findLast((size) => size <= maxBatch) ?? 1;

/** p99 over requests answered: of each run the line of its own largest batch. */
export const frontierPins = (pins: readonly LatencyPin[], model: ModelName): Series[] =>
  read(pins, ({ known, setting }) =>
    lineOf(known.frontier ?? [], model, ownBatch(setting.maxBatch)).map((row): XY => [
      row.throughput,
      row.p99Ms,
    ]),
  );

/** How much each pinned run carries within the limit, on its line. */
export function frontierPinMarks(
  pins: readonly LatencyPin[],
  model: ModelName,
  limitMs: number,
): Mark[] {
  return pins.flatMap(({ id, pin, known, setting }): Mark[] => {
    const rows = known.frontier ?? [];
    const reach = reachOf(rows, model, ownBatch(setting.maxBatch), limitMs);
    const end =
      reach &&
      lineOf(rows, model, reach.maxBatch).find((row) => row.throughput === reach.perSecond);
    return reach && !reach.atLeast
      ? [
          {
            id: `pin-${id}`,
            x: reach.perSecond,
            y: end?.p99Ms ?? limitMs,
            kind: 'dot',
            index: pin.index,
            label: formatSignificant(reach.perSecond, 2),
            labelSide: 'below',
          },
        ]
      : [];
  });
}

/** The loss of the large model. */
export const lossPins = (pins: readonly LatencyPin[]): Series[] =>
  read(
    pins,
    ({ series }) => lossSeries(series, false).find(({ id }) => id === 'large')?.points ?? [],
  );

/** Median time of a call over the batch size, of the large model. */
export const batchPins = (pins: readonly LatencyPin[]): Series[] =>
  read(pins, ({ known }) => {
    const large = known.models.find(({ name }) => name === 'large');
    return large
      ? batchSizes.map((b): XY => [b, large.service.alphaMs + large.service.betaMs * b])
      : [];
  });

const asked = ['extraMs', 'answerMs', 'pageMedianS', 'pageSigma'] as const;
const asksElse =
  (now: LatencyParameters) =>
  ({ setting }: LatencyPin) =>
    asked.some((name) => setting[name] !== now[name]);

/** What the three studies say at each run's own setting, where it is another than now: a line from the least to the most at its delay. */
export const conversionPins = (
  pins: readonly LatencyPin[],
  now: LatencyParameters,
  device: Device,
  lowest: number,
): Series[] =>
  read(pins.filter(asksElse(now)), ({ setting }) => {
    const changes = studiesOf(device).flatMap(({ curve }) => {
      const change = changeOf(curve, setting, setting.extraMs);
      return change ? [change.relative * 100] : [];
    });
    return setting.extraMs > 0 && changes.length > 0
      ? [
          [setting.extraMs, Math.max(...changes)],
          [setting.extraMs, Math.max(lowest, Math.min(...changes))],
        ]
      : [];
  });

/** The same as rows of the figure's table. */
export const conversionPinRows = (pins: readonly LatencyPin[]): DataTable['rows'] =>
  pins.flatMap(({ pin, setting }) =>
    curves.flatMap((curve): DataTable['rows'] => {
      const change = changeOf(curve, setting, setting.extraMs);
      return change
        ? [
            [
              setting.extraMs,
              `${pin.name}: ${curve}`,
              Number((change.relative * 100).toPrecision(6)),
              change.extrapolated ? 'no' : 'yes',
            ],
          ]
        : [];
    }),
  );

/** How a pinned run ranks its candidates by its own weights and prices, and which one it ships. */
export interface PinnedVote {
  id: string;
  pin: PinnedRun['pin'];
  ranked: Ranked[];
  ships: string | null;
}

export const votesOf = (pins: readonly LatencyPin[]): PinnedVote[] =>
  pins.map(({ id, pin, known, setting }) => ({
    id,
    pin,
    ranked: rank(evaluate(known.candidates ?? [], known.models, setting), weightsOf(setting)),
    ships: candidateByNumber(setting.ship, setting),
  }));
