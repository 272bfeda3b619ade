import { useMemo, useState } from 'react';
import { ChartFrame } from '../../../../renderer/charts/chart-frame.tsx';
import { tableOfSeries } from '../../../../renderer/charts/data-table.ts';
import { LineFigure } from '../../../../renderer/charts/line-figure.tsx';
import { asSaid } from '../../../../renderer/charts/room/place-spread.ts';
import {
  formatDuration,
  formatFixed,
  formatSignificant,
} from '../../../../renderer/kit/number/format.ts';
import type { PanelProps } from '../../../view.ts';
import { stoppedWords } from '../../../kit/stopped-words.ts';
import { holding, setBack } from '../../../../renderer/charts/pin-lines.ts';
import { reachesOf } from '../../explore/frontier.ts';
import type { ModelName } from '../../names.ts';
import type { LatencyParameters } from '../../parameters.ts';
import type { FrontierRow, LatencyMeasured, LatencyResult } from '../../result.ts';
import { annotationPlace, frontierAxes, frontierMarks, frontierSeries } from './batch-figures.ts';
import { BatchReadouts } from './batch-readouts.tsx';
import { batchFrontierTitle, batchInsight, sameInPart2 } from './batch-words.ts';
import { limitLine } from '../figures.ts';
import { followed, settingOf } from '../followed.ts';
import { frontierPinMarks, frontierPins, ownBatch, type LatencyPin } from '../pinned.ts';
import { placePrediction, saidWords, setupWords, sourceWords, untoldWords } from '../sentences.ts';
import { useFrontier } from '../use-frontier.ts';
import styles from '../panel.module.css';

interface BatchPartProps extends Pick<PanelProps, 'run' | 'prediction' | 'mode'> {
  result: LatencyResult;
  /** What the controls say, and what the run was started with. */
  setting: LatencyParameters;
  runSetting: LatencyParameters | null;
  measured: LatencyMeasured | null;
  pins: readonly LatencyPin[];
}

const nothing: readonly FrontierRow[] = [];

/** Part 3: how much traffic a model carries within the limit, one line for each largest batch. */
export function BatchPart({
  run,
  prediction,
  mode,
  result,
  setting: wanted,
  runSetting,
  measured,
  pins,
}: BatchPartProps) {
  const [picked, setPicked] = useState<ModelName | null>(null);
  const running = run?.status === 'running' || run?.status === 'queued';
  // Only what a run simulated is followed live: where it was stopped before, nothing stands in for it.
  const recorded = result.frontier ?? nothing;
  const live = useFrontier(
    recorded.length > 0 && wanted.arrivalsPerSecond > 0 ? measured : null,
    result.models,
    settingOf(wanted),
    run?.seed ?? 0,
  );
  const explored = running ? null : live;
  const drawn = explored ? { ...wanted, ...explored.setting } : (runSetting ?? wanted);
  const setting = { ...drawn, limitMs: wanted.limitMs };
  const moved =
    !running && runSetting !== null && followed.some((name) => wanted[name] !== runSetting[name]);
  const waiting =
    moved &&
    measured !== null &&
    recorded.length > 0 &&
    followed.some((name) => wanted[name] !== drawn[name]);
  const rows = explored?.rows ?? recorded;
  const present = useMemo(() => [...new Set(rows.map((row) => row.model))], [rows]);
  const preferred = present.includes('large') ? 'large' : (present[0] ?? 'large');
  const selected = picked && present.includes(picked) ? picked : preferred;
  const series = useMemo(() => frontierSeries(rows, selected), [rows, selected]);
  const pinned = useMemo(() => frontierPins(pins, selected), [pins, selected]);
  const compared = `batch-${ownBatch(setting.maxBatch)}`;
  // Solid, so that it is told from a pinned run even where that has the dash of no batching.
  const lines = setBack(series, compared, pinned).map((s) =>
    pinned.length > 0 && s.id === compared ? { ...s, index: 1, label: `now: ${s.name}` } : s,
  );
  const own = (kind: FrontierRow['kind']) =>
    rows.find((row) => row.kind === kind && row.model === selected) ?? null;
  const chosen = own('chosen');
  const reaches = reachesOf(rows, selected, setting.limitMs);
  const untold = untoldWords(chosen, running || waiting || explored?.draft === true);
  const place =
    prediction && typeof prediction.value === 'number'
      ? placePrediction(prediction, setting.arrivalsPerSecond)
      : null;
  const axes = frontierAxes(
    rows,
    result.models.find((model) => model.name === selected) ?? null,
    setting,
    place,
  );
  const [x, y] = [holding(axes.x, pinned), axes.y];
  const insight = batchInsight(rows, selected, reaches);
  const stopped = run?.status === 'stopped';
  const missing =
    !running && run !== null && rows.length === 0 && (stopped || result.models.length > 0);
  const source = waiting
    ? 'simulating the new setting…'
    : sourceWords(run, moved && explored !== null);
  const about = setupWords({ ...setting, maxBatch: 1 }).replace(', no batching', '');
  const wait =
    setting.maxWaitMs > 0 ? `, waiting up to ${formatFixed(setting.maxWaitMs)} ms` : ', no wait';
  const size = mode === 'inline' ? 'small' : 'usual';
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={batchFrontierTitle({
            reaches,
            chosen,
            simulated: series.length > 0,
            running,
            stopped,
            old: run?.complete === true,
          })}
          subtitle={`99th percentile of latency, ms, log scale · ${selected} model, ${about}${wait} · ${source}${untold && ` · ${untold}`}`}
          table={tableOfSeries(
            'requests answered per second',
            [...series, ...pinned].map((s) => ({ ...s, name: `${s.name}, p99 ms` })),
          )}
          size={size}
        >
          <LineFigure
            description={
              '99th percentile of latency over requests answered per second, one line for each ' +
              `largest batch of the ${selected} model` +
              `${setting.limitMs > 0 ? `, limit ${formatFixed(setting.limitMs)} ms` : ''}.`
            }
            x={x}
            y={y}
            series={[...lines, ...pinned]}
            size={size}
            formatX={(rate) => `${formatSignificant(rate, 3)} answered a second`}
            formatY={(ms) => formatDuration(ms, 3)}
            limit={limitLine(setting.limitMs)}
            room={{ axis: 'x', place: asSaid }}
            prediction={
              prediction && place ? { ...place, words: saidWords(prediction) } : undefined
            }
            unmeasured={
              missing
                ? { from: 0, words: stopped ? stoppedWords('simulated') : 'not simulated' }
                : undefined
            }
            marks={[
              ...frontierMarks(
                pinned.length > 0
                  ? reaches.filter(({ maxBatch }) => `batch-${maxBatch}` === compared)
                  : reaches,
                chosen,
                lines,
                setting.limitMs,
              ),
              ...frontierPinMarks(pins, selected, setting.limitMs),
            ]}
            annotation={
              insight && pinned.length === 0
                ? { ...insight, place: annotationPlace(series, x, y, setting.limitMs) }
                : undefined
            }
          />
        </ChartFrame>
      </div>
      {mode !== 'inline' && (
        <BatchReadouts
          selected={selected}
          present={present}
          onSelect={setPicked}
          chosen={chosen}
          noWait={own('noWait')}
          alone={sameInPart2(result.simulation, chosen)}
          limitMs={setting.limitMs}
        />
      )}
    </div>
  );
}
