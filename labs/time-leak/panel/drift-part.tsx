import { useMemo, useState } from 'react';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { tableOfSeries } from '../../../renderer/charts/data-table.ts';
import { LineFigure } from '../../../renderer/charts/line-figure.tsx';
import { Button } from '../../../renderer/kit/button.tsx';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { counted } from '../../../renderer/kit/number/counted.ts';
import { Icon } from '../../../renderer/kit/icon.tsx';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import { liveDay, weeks } from '../drift.ts';
import { intervalFigure, policyOfWord, weekEnd, weeklySeries } from './drift-figures.ts';
import { noScoreWords } from './empty-words.ts';
import type { PartProps } from './part-props.ts';
import { usePlay } from './use-play.ts';
import { intervalTitle, policyWords, sweepAt, weeklyTitle } from './words.ts';
import styles from './panel.module.css';

type View = 'weeks' | 'intervals';

/** Part 5: models that grow old week by week, and how often a new one pays. */
export function DriftPart({ run, prediction, mode, hidden, result, setting }: PartProps) {
  const [view, setView] = useState<View>('weeks');
  const everyDays = setting.retrainEveryDays;
  const ready = result.sweep.length > 0;
  const play = usePlay(weeks, ready && run ? run.id : null);
  const shown = view === 'weeks' ? play.shown : weeks;
  const series = useMemo(() => weeklySeries(result, everyDays, shown), [result, everyDays, shown]);
  const intervals = useMemo(() => intervalFigure(result, everyDays), [result, everyDays]);
  const size = mode === 'inline' ? 'small' : 'usual';
  const saidPolicy = typeof prediction?.value === 'string' ? policyOfWord(prediction.value) : null;
  const saidRow = saidPolicy && sweepAt(result, saidPolicy, everyDays);
  const notReady = ready ? null : noScoreWords(run, hidden);
  const toPlay = shown < weeks ? { from: weekEnd(shown - 1), words: '' } : undefined;
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={
            view === 'weeks' ? weeklyTitle(result, everyDays) : intervalTitle(result, everyDays)
          }
          size={size}
          subtitle={
            view === 'weeks'
              ? `AUC of each week · live from day ${liveDay} on, a new model every ${everyDays === 1 ? 'day' : `${everyDays} days`}`
              : 'AUC of all visits after day 60, by how many times a new model was trained in 60 days'
          }
          table={
            view === 'weeks'
              ? tableOfSeries('day', weeklySeries(result, everyDays, weeks))
              : tableOfSeries('retrainings', intervals.series)
          }
          aside={
            mode !== 'inline' && (
              <span className={styles.aside}>
                {view === 'weeks' && ready && (
                  <Button
                    variant="quiet"
                    icon={play.playing ? 'stop' : 'replay'}
                    onClick={play.toggle}
                  >
                    {play.playing ? 'Stop' : 'Play the weeks'}
                  </Button>
                )}
                <Segmented<View>
                  label="What to look at"
                  value={view}
                  onChange={setView}
                  options={[
                    { value: 'weeks', label: 'Weeks' },
                    { value: 'intervals', label: 'How often' },
                  ]}
                />
              </span>
            )
          }
        >
          {view === 'weeks' ? (
            <LineFigure
              description="AUC of each week for four ways to retrain."
              series={series}
              size={size}
              formatX={(x) => `week to day ${formatFixed(x)}`}
              formatY={(y) => formatFixed(y, 3)}
              x={{
                label: 'day',
                scale: 'linear',
                domain: [liveDay, 120],
                ticks: [60, 70, 80, 90, 100, 110, 120],
              }}
              y={{
                label: 'AUC',
                scale: 'linear',
                domain: [0.5, 0.85],
                ticks: [0.5, 0.6, 0.7, 0.8],
              }}
              unmeasured={notReady ? { from: liveDay, words: notReady } : toPlay}
            />
          ) : (
            <LineFigure
              description="AUC by number of retrainings for three windows."
              {...intervals}
              size={size}
              formatX={(x) => counted(x, 'retraining')}
              formatY={(y) => formatFixed(y, 3)}
              unmeasured={notReady ? { from: 0, words: notReady } : undefined}
            />
          )}
        </ChartFrame>
      </div>
      {mode !== 'inline' && saidPolicy && (
        <p className={styles.said}>
          <Icon name="diamond" />
          You said {policyWords[saidPolicy]}
          {saidRow ? `: ${formatFixed(saidRow.auc, 2)}` : ''}
        </p>
      )}
    </div>
  );
}
