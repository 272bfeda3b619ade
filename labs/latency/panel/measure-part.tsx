import { said } from '../../kit/compare.ts';
import { stoppedWords } from '../../kit/stopped-words.ts';
import { useState } from 'react';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { linearAxis } from '../../../renderer/charts/axis.ts';
import { tableOfSeries, type DataTable } from '../../../renderer/charts/data-table.ts';
import type { Multiple } from '../../../renderer/charts/histogram/bins.ts';
import { HistogramFigure } from '../../../renderer/charts/histogram/histogram-figure.tsx';
import { LineFigure } from '../../../renderer/charts/line-figure.tsx';
import {
  formatDuration,
  formatFixed,
  formatSignificant,
} from '../../../renderer/kit/number/format.ts';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import type { Series } from '../../../renderer/charts/series.ts';
import type { PanelProps } from '../../view.ts';
import { setBack } from '../../../renderer/charts/pin-lines.ts';
import { modelNames, type ModelName } from '../names.ts';
import type { LatencyParameters } from '../parameters.ts';
import type { LatencyResult, ModelRow } from '../result.ts';
import { batchFigure, lossSeries, seriesIndex, timeAxis } from './figures.ts';
import { ModelReadouts } from './model-readouts.tsx';
import { batchPins, lossPins, type LatencyPin } from './pinned.ts';
import { batchTitle, measureTitle, placeOnTimes, saidWords } from './sentences.ts';
import styles from './panel.module.css';

type View = 'training' | 'calls' | 'batches';

interface MeasurePartProps extends Pick<PanelProps, 'run' | 'prediction' | 'mode'> {
  result: LatencyResult;
  setting: LatencyParameters;
  pins: readonly LatencyPin[];
}

/** Part 1: the models learn, then their answers are timed. */
export function MeasurePart({ run, prediction, mode, result, setting, pins }: MeasurePartProps) {
  const [picked, setPicked] = useState<View | null>(null);
  const running = run?.status === 'running' || run?.status === 'queued';
  const { models } = result;
  const losses = lossSeries(run?.series ?? {}, running);
  const view = picked ?? (models.length > 0 || losses.length === 0 ? 'calls' : 'training');
  const at = placeOnTimes(prediction, models);
  const saidMs = prediction && at !== null ? { x: at, words: saidWords(prediction) } : undefined;
  const stopped = run?.status === 'stopped';
  const missing = missingWords(running, stopped);
  const figure = {
    training: () =>
      trainingView(
        losses,
        lossPins(pins),
        Math.max(setting.epochs, ...pins.map((pin) => pin.setting.epochs)),
        running,
        stopped,
      ),
    calls: () => callsView(models, pins, running, missing, saidMs),
    batches: () => batchesView(models, batchPins(pins), missing),
  }[view]();
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={figure.title}
          subtitle={figure.subtitle}
          table={figure.table}
          size={mode === 'inline' ? 'small' : 'usual'}
          aside={
            mode !== 'inline' && (
              <Segmented<View>
                label="What to look at"
                value={view}
                onChange={setPicked}
                options={[
                  { value: 'training', label: 'Training' },
                  { value: 'calls', label: 'Calls' },
                  { value: 'batches', label: 'Batches' },
                ]}
              />
            )
          }
        >
          {figure.body}
        </ChartFrame>
      </div>
      {mode !== 'inline' && (
        <ModelReadouts
          models={models}
          said={prediction && !saidMs ? saidWords(prediction) : null}
          missing={stopped ? 'not measured' : missing}
        />
      )}
    </div>
  );
}

/** Lines of three models for each of four runs would be a thicket: the large one speaks for a pinned run. */
const pinnedWords = (pinned: readonly Series[]) => (pinned.length > 0 ? ' · pinned: large' : '');

/** Why nothing has been measured; empty where nobody has run yet. */
function missingWords(running: boolean, stopped: boolean): string {
  if (running) return 'still to come';
  return stopped ? stoppedWords('measured') : '';
}

/** How the models learn, and which ends lower once they have. */
export function trainingTitle(losses: readonly Series[], running: boolean): string {
  if (losses.length === 0) return 'How fast does each model learn?';
  const end = (name: string) => losses.find(({ id }) => id === name)?.points.at(-1)?.[1] ?? null;
  const [small, large] = [end('small'), end('large')];
  if (running || small === null || large === null)
    return 'Training: the loss of each model, pass by pass';
  return said(
    { value: large },
    { value: small },
    {
      less: 'The large model ends with the lower loss',
      equal: 'The large and the small model end with the same loss',
      more: 'The large model ends with the higher loss',
      unclear: '',
    },
    { margin: 0.005 },
  );
}

function trainingView(
  own: ReturnType<typeof lossSeries>,
  pinned: readonly Series[],
  epochs: number,
  running: boolean,
  stopped: boolean,
) {
  const series = [...setBack(own, 'large', pinned), ...pinned];
  const highest = Math.max(0, ...series.flatMap((s) => s.points.map(([, y]) => y ?? 0)));
  const last = Math.max(0, ...own.slice(-1).flatMap((s) => s.points.map(([x]) => x)));
  const names = series.map((s) => s.name).join(', ');
  return {
    title: trainingTitle(own, running),
    subtitle:
      `Training loss (cross-entropy), lower is better · by passes over the ${formatFixed(10_000)} training rows` +
      pinnedWords(pinned),
    table: tableOfSeries('epoch', series),
    body: (
      <LineFigure
        description={`Training loss over epochs${names ? ` of ${names}` : ''}.`}
        series={series}
        formatX={(x) => `epoch ${formatFixed(x, 2)}`}
        formatY={(y) => formatFixed(y, 3)}
        x={{
          label: 'epochs',
          scale: 'linear',
          domain: [0, epochs],
          ticks: Array.from({ length: epochs + 1 }, (_, i) => i),
        }}
        y={linearAxis('loss', Math.max(0.8, highest))}
        unmeasured={
          stopped && last < epochs ? { from: last, words: stoppedWords('trained') } : undefined
        }
      />
    ),
  };
}

function callsView(
  models: readonly ModelRow[],
  pins: readonly LatencyPin[],
  running: boolean,
  missing: string,
  prediction?: { x: number; words: string },
) {
  const axis = timeAxis(
    [...models, ...pins.flatMap(({ known }) => known.models)],
    prediction?.x ?? null,
  );
  const columns = [...(pins.length > 0 ? ['run'] : []), 'model', 'from ms', 'to ms', 'calls'];
  const named = (name: string) => (pins.length > 0 ? [name] : []);
  const rows = [
    { name: 'on screen', models },
    ...pins.map(({ pin, known }) => ({ name: pin.name, models: known.models })),
  ].flatMap((one) =>
    one.models.flatMap((model) =>
      model.histogram.counts.map((count, i, all): DataTable['rows'][number] => [
        ...named(one.name),
        model.name,
        model.histogram.fromMs + i * model.histogram.binMs,
        i === all.length - 1 ? null : model.histogram.fromMs + (i + 1) * model.histogram.binMs,
        count,
      ]),
    ),
  );
  return {
    title: measureTitle(models, running),
    subtitle:
      'Time of one call with one row, ms, log scale · marked: p50, p95, p99 · each fills the height of its row',
    table: { columns, rows },
    body: (
      <HistogramFigure
        description="Histograms of measured times."
        x={axis}
        things="calls"
        formatX={(x) => formatDuration(x, 3)}
        prediction={prediction}
        room={(times) => placeOnTimes({ value: times, unit: '×' }, models)}
        multiples={modelNames.map((name) =>
          multipleOf(
            name,
            models.find((model) => model.name === name),
            pins,
            missing,
          ),
        )}
      />
    ),
  };
}

function multipleOf(
  name: ModelName,
  model: ModelRow | undefined,
  pins: readonly LatencyPin[],
  missing: string,
): Multiple {
  const one = model?.measured.find((row) => row.batch === 1);
  const { fromMs = 0, binMs = 0, counts = [] } = model?.histogram ?? {};
  const ghosts = pins.flatMap(({ id, pin, known }): NonNullable<Multiple['ghosts']> => {
    const other = known.models.find((row) => row.name === name);
    const p50 = other?.measured.find((row) => row.batch === 1)?.p50Ms;
    return other && p50 !== undefined
      ? [
          {
            id,
            index: pin.index,
            words: `${pin.name}: p50 ${formatDuration(p50, 3)}`,
            bins: {
              from: other.histogram.fromMs,
              width: other.histogram.binMs,
              counts: other.histogram.counts,
            },
          },
        ]
      : [];
  });
  return {
    ghosts,
    id: name,
    name,
    index: seriesIndex[name],
    bins: { from: fromMs, width: binMs, counts },
    missing: model ? undefined : missing || undefined,
    marks: one
      ? [
          { name: 'p50', value: one.p50Ms },
          { name: 'p95', value: one.p95Ms },
          { name: 'p99', value: one.p99Ms },
        ]
      : [],
  };
}

function batchesView(models: readonly ModelRow[], pinned: readonly Series[], missing: string) {
  const { series: own, dots: all, x, y } = batchFigure(models);
  const series = [...setBack(own, 'large', pinned), ...pinned];
  const dots = pinned.length > 0 ? all.filter((dot) => dot.index === seriesIndex.large) : all;
  return {
    title: batchTitle(models),
    subtitle:
      'Median time of a call, ms · dots: measured · lines: fitted α + β · batch size' +
      pinnedWords(pinned),
    table: {
      columns: ['model', 'batch', 'mean ms', 'p50 ms', 'p95 ms', 'p99 ms', 'requests a second'],
      rows: models.flatMap((model) =>
        model.measured.map((row) => [
          model.name,
          row.batch,
          row.meanMs,
          row.p50Ms,
          row.p95Ms,
          row.p99Ms,
          row.itemsPerSecond,
        ]),
      ),
    },
    body: (
      <LineFigure
        description="Median time of a call over the batch size."
        series={series}
        x={x}
        y={y}
        formatX={(b) => `batch of ${formatFixed(b)}`}
        formatY={(ms) => `${formatSignificant(ms)} ms`}
        marks={dots.map((dot) => ({ ...dot, kind: 'dot' as const }))}
        unmeasured={models.length === 0 && missing ? { from: 0, words: missing } : undefined}
      />
    ),
  };
}
