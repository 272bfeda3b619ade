import { useState } from 'react';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { asSaid } from '../../../renderer/charts/room/place-spread.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import { world } from '../data.ts';
import { featureSets, featureWord, splits } from '../names.ts';
import { labelWords } from '../product.ts';
import type { PartProps } from './part-props.ts';
import { noScoreWords, noUsersWords } from './empty-words.ts';
import { ScoreFigure, type DotGroup } from './score-figure.tsx';
import { TimelineFigure } from './timeline/timeline-figure.tsx';
import { timelineTable } from './timeline/timeline-words.ts';
import {
  featureWords,
  gapOf,
  holdsZero,
  leakTitle,
  modelWords,
  scoreOf,
  sourcesTitle,
  two,
} from './words.ts';
import styles from './panel.module.css';

type View = 'scores' | 'timeline';
const lineNames = { random: 'random split', chronological: 'in order', live: 'live' } as const;

/** Part 3: four sets of features, what each promises offline and what it is live. */
export function LeakPart({
  run,
  prediction,
  mode,
  hidden,
  result,
  setting,
  runSetting,
}: PartProps) {
  const [view, setView] = useState<View>('scores');
  const { cutDay, days } = result.data ?? world;
  const { model } = setting;
  const features = featureWord[setting.features];
  const worlds = runSetting?.worlds ?? 1;
  const lens = { kind: 'features', features } as const;
  const groups = featureSets.map((set): DotGroup => {
    const gap = gapOf(result, set, model);
    return {
      id: set,
      ...featureWords[set],
      dimmed: set !== features,
      dots: splits.flatMap((split) => {
        const row = scoreOf(result, set, model, split);
        return row
          ? [
              {
                id: `${set} ${split}`,
                name: lineNames[split],
                look: split,
                value: row.auc,
                ci95: row.ci95,
                perWorld: row.perWorld,
              },
            ]
          : [];
      }),
      fall: gap
        ? {
            words: holdsZero(gap.ci95) ? 'no gap seen' : `−${two(gap.gap)}`,
            about: `−${two(gap.ci95[1])} to ${gap.ci95[0] < 0 ? '+' : '−'}${two(Math.abs(gap.ci95[0]))}`,
            real: !holdsZero(gap.ci95) && gap.gap > 0,
          }
        : undefined,
    };
  });
  const said =
    prediction && typeof prediction.value === 'number'
      ? {
          dot: 'own-label-mean live',
          value: prediction.value,
          words: `you said ${two(prediction.value)}`,
        }
      : undefined;
  const table =
    view === 'timeline'
      ? timelineTable(result.sample, lens, cutDay, 0)
      : {
          columns: [
            'features',
            'model',
            'split',
            'AUC',
            'interval from',
            'to',
            'average precision',
            'log loss',
            'calibration error',
          ],
          rows: result.scores.map((row) => [
            row.features,
            row.model,
            row.split,
            row.auc,
            row.ci95[0],
            row.ci95[1],
            row.averagePrecision,
            row.logLoss,
            row.ece,
          ]),
        };
  const counted = result.sources.find((row) => row.features === features);
  const scoresSubtitle = `AUC, ${modelWords[model]} · bars: 95 % intervals${worlds > 1 ? ` over ${worlds} worlds` : ''} · right: live − random`;
  const timelineSubtitle = counted
    ? `Six users of this run · 1: ${labelWords[1]} · of all test rows: ${formatFixed(counted.newer)} of ${formatFixed(counted.values)} values`
    : 'What each row’s feature is made of';
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={
            view === 'scores' ? leakTitle(result, features, model) : sourcesTitle(result, features)
          }
          size={mode === 'inline' ? 'small' : 'usual'}
          table={table}
          subtitle={view === 'scores' ? scoresSubtitle : timelineSubtitle}
          aside={
            mode !== 'inline' && (
              <Segmented<View>
                label="What to look at"
                value={view}
                onChange={setView}
                options={[
                  { value: 'scores', label: 'Scores' },
                  { value: 'timeline', label: 'Timeline' },
                ]}
              />
            )
          }
        >
          {view === 'scores' ? (
            <ScoreFigure
              description={`AUC of ${modelWords[model]} on four sets of features, offline and live.`}
              groups={groups}
              domain={[0.5, 0.9]}
              prediction={said}
              room={asSaid}
              empty={noScoreWords(run, hidden)}
            />
          ) : (
            <TimelineFigure
              key={features}
              rows={result.sample}
              lens={lens}
              days={days}
              cutDay={cutDay}
              gapDays={0}
              empty={noUsersWords(run, hidden)}
            />
          )}
        </ChartFrame>
      </div>
    </div>
  );
}
