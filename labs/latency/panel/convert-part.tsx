import { useState } from 'react';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import type { DataTable } from '../../../renderer/charts/data-table.ts';
import { LineFigure } from '../../../renderer/charts/line-figure.tsx';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import { Value } from '../../../renderer/kit/number/value.tsx';
import type { PanelProps } from '../../view.ts';
import {
  akamaiChange,
  askedMs,
  changeOf,
  curves,
  devices,
  fixedDelaysMs,
  type Change,
  type Device,
} from '../conversion.ts';
import type { LatencyParameters } from '../parameters.ts';
import {
  changesAt,
  conversionAxes,
  conversionMarks,
  conversionSeries,
  conversionTitle,
  deviceNames,
  percentWords,
  type Study,
} from './conversion-figure.ts';
import { sourceOf } from './conversion-sources.ts';
import { conversionPinRows, conversionPins, type LatencyPin } from './pinned.ts';
import { Swatch } from './swatch.tsx';
import styles from './panel.module.css';

interface ConvertPartProps extends Pick<PanelProps, 'prediction' | 'mode' | 'hidden'> {
  setting: LatencyParameters;
  pins: readonly LatencyPin[];
}

/** Part 4: what a slower answer costs by three studies, side by side. Formulas only: it follows the controls without a run. */
export function ConvertPart({ prediction, mode, hidden = false, setting, pins }: ConvertPartProps) {
  const [device, setDevice] = useState<Device>('phone');
  const said =
    prediction && typeof prediction.value === 'number' && Number.isFinite(prediction.value)
      ? -Math.abs(prediction.value)
      : null;
  const { x, y } = conversionAxes(setting, said);
  const size = mode === 'inline' ? 'small' : 'usual';
  return (
    <div className={`${styles.part} ${styles.undotted}`}>
      <div className={styles.chart}>
        <ChartFrame
          title={conversionTitle(setting, device, hidden)}
          size={size}
          table={
            hidden
              ? { columns: ['extra latency, ms'], rows: [] }
              : {
                  ...tableOf(setting),
                  rows: [...tableOf(setting).rows, ...conversionPinRows(pins)],
                }
          }
          subtitle="Change in orders or visits kept, % · dotted: not measured"
          aside={
            mode !== 'inline' && (
              <Segmented<Device>
                label="Akamai’s figure for"
                value={device}
                onChange={setDevice}
                options={devices.map((value) => ({
                  value,
                  label: { phone: 'Phone', tablet: 'Tablet', desktop: 'Desktop' }[value],
                }))}
              />
            )
          }
        >
          <LineFigure
            description={
              hidden
                ? 'Axes for the change in orders or visits over extra latency; the lines come once you have said what you expect.'
                : 'Change in orders or visits over extra latency, one line for each of three ' +
                  'studies. Dotted where the study measured nothing.'
            }
            x={x}
            y={y}
            size={size}
            series={
              hidden
                ? []
                : [
                    ...conversionSeries(setting, device, y.domain[0]),
                    ...conversionPins(pins, setting, device, y.domain[0]),
                  ]
            }
            marks={hidden ? [] : conversionMarks(setting, device, y)}
            formatX={(ms) => `+${formatFixed(ms)} ms`}
            formatY={(percent) => percentWords(percent / 100)}
            room={{ axis: 'y', place: (percent) => -Math.abs(percent) }}
            here={{ x: setting.extraMs, words: `+${formatFixed(setting.extraMs)}` }}
            prediction={
              said === null
                ? undefined
                : { x: askedMs, y: said, words: `you said ${formatFixed(said)} %` }
            }
            annotation={
              !hidden
                ? {
                    title: '',
                    text: ['past +200 ms this study', 'has no such measurement'],
                    place: beyondPlace(device, y.domain[0]),
                  }
                : undefined
            }
          />
        </ChartFrame>
      </div>
      {mode !== 'inline' && (
        <div className={styles.readouts}>
          {changesAt(setting, device).map(({ study, change }) => (
            <StudyReadout
              key={study.id}
              study={study}
              device={device}
              change={hidden ? null : change}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** Right of Akamai's dotted line where it is steep, below its end where it is flat. */
function beyondPlace(device: Device, lowest: number): { x: number; y: number } {
  const depth = (ms: number) => ((akamaiChange(device, ms)?.relative ?? 0) * 100) / lowest;
  return {
    x: 0.7,
    y: device === 'phone' ? Math.max(0.1, depth(300) - 0.24) : Math.min(0.78, depth(400) + 0.01),
  };
}

function StudyReadout({
  study,
  device,
  change,
}: {
  study: Study;
  device: Device;
  change: Change | null;
}) {
  const source = sourceOf(study.id, deviceNames[device]);
  return (
    <section className={styles.readout} aria-label={`${study.name}: what it says`}>
      <p className={styles.readoutHead}>
        <Swatch index={study.index} />
        <strong>{source.who}</strong>
        <span className={styles.quiet}>{source.kind}</span>
      </p>
      <p className={styles.figureLine}>
        <Value
          value={change ? change.relative * 100 : null}
          digits={1}
          unit="%"
          size="lg"
          tone={change?.extrapolated ? 'quiet' : 'ink'}
        />
        <span className={styles.quiet}>{source.counted}</span>
      </p>
      <p className={change?.extrapolated ? styles.outside : styles.quiet}>
        {change?.extrapolated ? `not measured here: ${source.range}` : source.range}
      </p>
    </section>
  );
}

/** Every curve at the fixed delays and at the learner's own, for the table and the CSV file. */
function tableOf(setting: LatencyParameters): DataTable {
  const delays = [...new Set([...fixedDelaysMs, setting.extraMs])].sort((a, b) => a - b);
  return {
    columns: ['extra latency, ms', 'study', 'change, %', 'measured there'],
    rows: delays.flatMap((ms) =>
      curves.flatMap((curve): DataTable['rows'] => {
        const change = changeOf(curve, setting, ms);
        return change
          ? [
              [
                ms,
                curve,
                Number((change.relative * 100).toPrecision(6)),
                change.extrapolated ? 'no' : 'yes',
              ],
            ]
          : [];
      }),
    ),
  };
}
