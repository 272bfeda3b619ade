import { useMemo, useState } from 'react';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { tableOfSeries } from '../../../renderer/charts/data-table.ts';
import { LineFigure } from '../../../renderer/charts/line-figure.tsx';
import type { Mark } from '../../../renderer/charts/line-shapes.tsx';
import { readAt, type Series } from '../../../renderer/charts/series.ts';
import {
  formatDuration,
  formatFixed,
  formatSignificant,
} from '../../../renderer/kit/number/format.ts';
import type { PanelProps } from '../../view.ts';
import { stoppedWords } from '../../kit/stopped-words.ts';
import { holding, setBack } from '../../../renderer/charts/pin-lines.ts';
import { modelNames, type ModelName } from '../names.ts';
import type { LatencyParameters } from '../parameters.ts';
import type { LatencyMeasured, LatencyResult } from '../result.ts';
import { followed, settingOf } from './followed.ts';
import {
  capacityOf,
  limitLine,
  queueAxes,
  queueSeries,
  reachesOf,
  seriesIndex,
  slowerThanAlone,
} from './figures.ts';
import { useFilmOf } from './film/film-of.ts';
import { QueueFilm } from './film/queue-film.tsx';
import { formulaName, QueueReadouts } from './queue-readouts.tsx';
import { queuePins, type LatencyPin } from './pinned.ts';
import {
  chosenRow,
  placePrediction,
  queueTitle,
  saidWords,
  setupWords,
  sourceWords,
  untoldWords,
} from './sentences.ts';
import { tailOnFigure } from './drawn-tail.ts';
import { useExplore } from './use-explore.ts';
import styles from './panel.module.css';

interface QueuePartProps extends Pick<PanelProps, 'run' | 'prediction' | 'mode'> {
  result: LatencyResult;
  /** What the controls say, and what the run was started with. */
  setting: LatencyParameters;
  runSetting: LatencyParameters | null;
  measured: LatencyMeasured | null;
  pins: readonly LatencyPin[];
}

/** Part 2: the queue in front of each model, simulated from its timings. */
export function QueuePart({
  run,
  prediction,
  mode,
  result,
  setting: wanted,
  runSetting,
  measured,
  pins,
}: QueuePartProps) {
  const [picked, setPicked] = useState<ModelName | null>(null);
  const running = run?.status === 'running' || run?.status === 'queued';
  const explored = useExplore(
    wanted.arrivalsPerSecond > 0 ? measured : null,
    result.models,
    settingOf(wanted),
    run?.seed ?? 0,
  );
  // What is drawn always stands under the setting it was simulated for, also while newer numbers are on their way.
  const drawn = explored && !running ? { ...wanted, ...explored.setting } : (runSetting ?? wanted);
  const setting = { ...drawn, limitMs: wanted.limitMs };
  const moved =
    !running && runSetting !== null && followed.some((name) => wanted[name] !== runSetting[name]);
  const waiting =
    moved && measured !== null && followed.some((name) => wanted[name] !== drawn[name]);
  const shown: LatencyResult =
    explored && !running
      ? {
          ...result,
          simulation: explored.simulated.rows,
          closedForms: explored.simulated.closedForms,
        }
      : result;
  const present = shown.models.map((model) => model.name);
  const selected = picked && present.includes(picked) ? picked : (present.at(-1) ?? 'large');
  const simulated = useMemo(
    () => queueSeries(shown.simulation, running),
    [shown.simulation, running],
  );
  const curves = explored && !running ? (explored.curves[selected] ?? []) : [];
  const ghosts: Series[] = curves.map(({ formula, points }) => ({
    id: formula,
    name: formulaName(formula, setting.replicas),
    points,
    index: 0,
    role: 'closed-form',
  }));
  const pinned = useMemo(() => queuePins(pins, selected), [pins, selected]);
  const place = placePrediction(prediction, setting.arrivalsPerSecond);
  const axes = queueAxes(shown, setting, selected, place);
  const [x, y] = [holding(axes.x, pinned), axes.y];
  const reaches = reachesOf(simulated, setting.limitMs);
  const chosen = chosenRow(shown.simulation, selected);
  const source = waiting
    ? 'simulating the new setting…'
    : sourceWords(run, moved && explored !== null);
  const untold = untoldWords(chosen, running || waiting || explored?.draft === true);
  const marks: Mark[] = reaches.flatMap(({ model, perSecond, atLeast }) =>
    atLeast || (pinned.length > 0 && model !== selected)
      ? []
      : [
          {
            id: `reach-${model}`,
            x: perSecond,
            y: setting.limitMs,
            kind: 'dot',
            index: seriesIndex[model],
            label:
              model === selected
                ? `${formatSignificant(perSecond, 3)} /s`
                : formatSignificant(perSecond, 3),
            labelSide: 'below',
          },
        ],
  );
  const others = simulated.flatMap((s) =>
    s.id === selected ? [] : (readAt(s.points, setting.arrivalsPerSecond)?.y ?? []),
  );
  // Above the picture there is no place for it: the title says it.
  if (chosen?.p99Ms != null && chosen.p99Ms <= y.domain[1])
    marks.push({
      id: 'chosen',
      x: setting.arrivalsPerSecond,
      y: chosen.p99Ms,
      kind: 'ring',
      index: seriesIndex[selected],
      label: formatDuration(chosen.p99Ms, 2),
      labelSide: others.some((p99) => p99 > chosen.p99Ms!) ? 'below' : 'above',
    });
  const halfway =
    run?.status === 'stopped' && simulated.length > 0
      ? modelNames.filter((name) => !simulated.some((s) => s.id === name)).join(', ')
      : '';
  const own = shown.models.find(({ name }) => name === selected);
  const large = shown.models.find(({ name }) => name === 'large');
  const sketch = prediction?.curve && large && tailOnFigure(prediction.curve, large, setting);
  const film = useFilmOf(running ? null : measured, own, setting, run?.seed ?? 0);
  const full = own && setting.queueCapacity === 0 ? capacityOf(own, setting) : null;
  const beyond =
    full !== null && full < x.domain[1]
      ? { from: full, words: `${selected} is full`, low: true }
      : undefined;
  const missing = run?.status === 'stopped' && simulated.length === 0;
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={queueTitle({
            result: shown,
            selected,
            limitMs: setting.limitMs,
            arrivalsPerSecond: setting.arrivalsPerSecond,
            reaches,
            running,
            stopped: run?.status === 'stopped',
          })}
          subtitle={
            `99th percentile of latency, ms · ${setupWords(setting)} · ${source}` +
            (pinned.length > 0 ? ` · pinned: ${selected}` : '') +
            (untold && ` · ${untold}`)
          }
          table={tableOfSeries('requests a second', [
            ...simulated.map((s) => ({ ...s, name: `${s.name}, p99 ms` })),
            ...pinned.map((s) => ({ ...s, name: `${s.name} (${selected}), p99 ms` })),
            ...ghosts.map((s) => ({ ...s, name: `${s.name} (${selected}), p99 ms` })),
            ...(sketch ? [{ name: 'you drew (large), p99 ms', points: sketch }] : []),
          ])}
          size={mode === 'inline' ? 'small' : 'usual'}
        >
          <LineFigure
            description={
              '99th percentile of latency over requests a second, one line for each model' +
              `${setting.limitMs > 0 ? `, limit ${formatFixed(setting.limitMs)} ms` : ''}.`
            }
            x={x}
            y={y}
            series={[...ghosts, ...setBack(simulated, selected, pinned), ...pinned]}
            size={mode === 'inline' ? 'small' : 'usual'}
            formatX={(rate) => `${formatSignificant(rate, 3)} requests a second`}
            formatY={(ms) => formatDuration(ms, 3)}
            limit={limitLine(setting.limitMs)}
            here={
              setting.arrivalsPerSecond > 0
                ? {
                    x: setting.arrivalsPerSecond,
                    words: `asked ${formatFixed(setting.arrivalsPerSecond)} /s`,
                  }
                : undefined
            }
            sketch={sketch ? { points: sketch, words: 'you drew: large' } : undefined}
            prediction={
              prediction && place ? { ...place, words: saidWords(prediction) } : undefined
            }
            unmeasured={missing ? { from: 0, words: stoppedWords('simulated') } : beyond}
            marks={marks}
            annotation={
              halfway
                ? { title: `not simulated: ${halfway}`, place: { x: 0.62, y: 0.92 } }
                : undefined
            }
          />
        </ChartFrame>
      </div>
      {film && (mode === 'full' || mode === 'beside') && (
        <QueueFilm
          key={film.key}
          film={film.passages}
          replicas={setting.replicas}
          limitMs={setting.limitMs}
        />
      )}
      {mode !== 'inline' && (
        <QueueReadouts
          selected={selected}
          present={present}
          onSelect={setPicked}
          said={prediction && !place ? saidWords(prediction) : null}
          slower={slowerThanAlone(shown, selected, chosen)}
          row={chosen}
          formulas={shown.closedForms.filter((form) => form.model === selected)}
          replicas={setting.replicas}
          limitMs={setting.limitMs}
          applies={setting.maxBatch === 1 && setting.queueCapacity === 0}
        />
      )}
    </div>
  );
}
