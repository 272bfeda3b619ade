import { useState } from 'react';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { counted } from '../../../renderer/kit/number/counted.ts';
import { Icon } from '../../../renderer/kit/icon.tsx';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import { world } from '../data.ts';
import { joins, joinWord } from '../names.ts';
import { columnWords, labelWords } from '../product.ts';
import type { PartProps } from './part-props.ts';
import { noScoreWords, noUsersWords } from './empty-words.ts';
import { ScoreFigure, type DotGroup } from './score-figure.tsx';
import { TimelineFigure } from './timeline/timeline-figure.tsx';
import { timelineTable } from './timeline/timeline-words.ts';
import { joinScoreTitle, joinTitle, joinWords, two } from './words.ts';
import styles from './panel.module.css';

type View = 'timeline' | 'scores';

/** What each join's model looks at. */
const seen = `${columnWords.basket.name}, ${columnWords.discount.name} and ${columnWords['purchase rate'].name}`;

/** Part 4: which value a join finds, and whether anybody had it. */
export function JoinPart({
  run,
  prediction,
  mode,
  hidden,
  result,
  setting,
  runSetting,
}: PartProps) {
  const [view, setView] = useState<View>('timeline');
  const { cutDay, days } = result.data ?? world;
  const chosen = joinWord[setting.join];
  const lens = { kind: 'join', join: chosen } as const;
  const groups = joins.map((join): DotGroup => {
    const row = result.joins.find((one) => one.join === join);
    const fall = row ? row.auc - row.live : 0;
    return {
      id: join,
      ...joinWords[join],
      dimmed: join !== chosen,
      dots: row
        ? [
            {
              id: `${join} offline`,
              name: 'offline',
              look: 'chronological',
              value: row.auc,
              ci95: row.ci95,
            },
            { id: `${join} live`, name: 'live', look: 'live', value: row.live, ci95: row.liveCi95 },
          ]
        : [],
      fall: row
        ? {
            words: fall < 0.005 ? 'kept' : `−${two(fall)}`,
            about: `${formatFixed(row.newer)} values newer`,
            real: fall >= 0.02,
          }
        : undefined,
    };
  });
  const row = result.joins.find((one) => one.join === chosen);
  const delay = runSetting?.labelDelayDays ?? setting.labelDelayDays;
  const table =
    view === 'timeline'
      ? timelineTable(result.sample, lens, cutDay, 0)
      : {
          columns: [
            'join',
            'AUC offline',
            'AUC live',
            'values used',
            'of them newer',
            'rows',
            'rows touched',
          ],
          rows: result.joins.map((one) => [
            one.join,
            one.auc,
            one.live,
            one.values,
            one.newer,
            one.rows,
            one.rowsTouched,
          ]),
        };
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={view === 'timeline' ? joinTitle(result, chosen) : joinScoreTitle(result)}
          size={mode === 'inline' ? 'small' : 'usual'}
          table={table}
          subtitle={
            view === 'timeline'
              ? `Six users of this run · 1: ${labelWords[1]} · labels known after ${counted(delay, 'day')} on average` +
                (row
                  ? ` · newer: ${formatFixed(row.newer)} of ${formatFixed(row.values)} values`
                  : '')
              : `AUC, logistic regression on ${seen} · offline: in order of time`
          }
          aside={
            mode !== 'inline' && (
              <Segmented<View>
                label="What to look at"
                value={view}
                onChange={setView}
                options={[
                  { value: 'timeline', label: 'Timeline' },
                  { value: 'scores', label: 'Scores' },
                ]}
              />
            )
          }
        >
          {view === 'timeline' ? (
            <TimelineFigure
              key={setting.join}
              rows={result.sample}
              lens={lens}
              days={days}
              cutDay={cutDay}
              gapDays={0}
              empty={noUsersWords(run, hidden)}
            />
          ) : (
            <ScoreFigure
              description="AUC of one model under three joins, offline and live."
              groups={groups}
              domain={[0.5, 0.9]}
              empty={noScoreWords(run, hidden)}
            />
          )}
        </ChartFrame>
      </div>
      {mode !== 'inline' && prediction && (
        <p className={styles.said}>
          <Icon name="diamond" />
          You said {String(prediction.value)}
          {prediction.unit ? ` ${prediction.unit}` : ''}
        </p>
      )}
    </div>
  );
}
