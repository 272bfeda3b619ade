import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { said } from '../../kit/compare.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import { foldRows } from '../data.ts';
import { outcomeOf, thresholdFor } from '../play.ts';
import { RateFigure } from './rate-figure.tsx';
import { Identity } from './identity.tsx';
import { pointOf, rowOf } from './rows/rate-rows.ts';
import { Readouts } from './readouts.tsx';
import { stateOf } from './state.ts';
import type { PlayProps } from './thresholds-part.tsx';
import { usePopulation } from './use-population.ts';
import { missingWords } from './words.ts';
import styles from './part.module.css';

type Equal = 'ppv' | 'fnr' | 'fpr';
const equalWords: Record<Equal, string> = { ppv: 'Equal PPV', fnr: 'Equal FNR', fpr: 'Equal FPR' };
const rateNames: Record<Equal, string> = {
  ppv: 'predictive values',
  fnr: 'false negative rates',
  fpr: 'false positive rates',
};
const rates = ['baseRate', 'ppv', 'fnr', 'fpr'] as const;

/** Part 6: predictive value, misses and false alarms of both groups; making one equal moves the others apart. */
export function ImpossiblePart({
  run,
  prediction,
  mode,
  setParameter,
  result,
  setting,
  runSetting,
  hidden,
}: PlayProps) {
  const population = usePopulation({ run, result, runSetting });
  const at = { majority: setting.majorityThreshold, minority: setting.minorityThreshold };
  const now = population && outcomeOf(population.shown, at, setting.interest, setting.loss);
  const options = population
    ? (['ppv', 'fnr', 'fpr'] as const).map((rate) => ({
        rate,
        threshold: thresholdFor(population.shown, at.majority, rate),
      }))
    : [];
  const taken =
    options.find(({ threshold }) => threshold !== null && Math.abs(threshold - at.minority) < 1e-9)
      ?.rate ?? null;
  const rows = now
    ? rates.map((rate) => rowOf(rate, pointOf(rate, now.majority), pointOf(rate, now.minority)))
    : [];
  const apart = now
    ? (['ppv', 'fnr', 'fpr'] as const).map((rate) => ({
        rate,
        gap:
          now.majority[rate] === null || now.minority[rate] === null
            ? null
            : Math.abs(now.majority[rate] - now.minority[rate]),
      }))
    : [];
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={impossibleTitle(taken, apart)}
          subtitle={
            `model: group deleted · ${formatFixed(foldRows.test)} test applicants, judged by who would ` +
            'have repaid · move the minority’s threshold, or let one rate be made equal'
          }
          aside={
            <Segmented<Equal>
              label="Make equal"
              value={taken}
              disabled={!population || hidden === true}
              onChange={(rate) => {
                const found = options.find((one) => one.rate === rate)?.threshold;
                if (found != null) setParameter('minorityThreshold', found);
              }}
              options={(['ppv', 'fnr', 'fpr'] as const).map((rate) => ({
                value: rate,
                label: equalWords[rate],
              }))}
            />
          }
          table={{
            columns: ['rate', 'majority', 'minority'],
            rows: rows.map((row) => [row.name, row.majority.value, row.minority.value]),
          }}
          size={mode === 'inline' ? 'small' : 'usual'}
        >
          <RateFigure
            description="Base rate, predictive value, false negative and false positive rate of both groups."
            rows={rows}
            missing={missingWords(stateOf(run, result.models.length === 0, hidden), 'The rates')}
          />
        </ChartFrame>
      </div>
      {mode !== 'inline' && (
        <Readouts
          items={[
            {
              head: now ? baseWords(now) : 'Can all three hold with these p?',
              value: <Identity majority={now?.majority ?? null} minority={now?.minority ?? null} />,
              whole: true,
            },
          ]}
          said={prediction ? String(prediction.value) : null}
        />
      )}
    </div>
  );
}

/** How far apart a rate is in the two groups; null where it is undefined in one. */
export interface Apart {
  rate: Equal;
  gap: number | null;
}

/** Which rate was made equal, and which one is furthest apart; a question while there are no rates. */
export function impossibleTitle(taken: Equal | null, apart: readonly Apart[]): string {
  const worst = apart.reduce<Apart | null>(
    (a, b) => (b.gap !== null && (a?.gap == null || b.gap > a.gap) ? b : a),
    null,
  );
  if (worst?.gap == null) return 'Can all three be equal?';
  const words = `${rateNames[worst.rate]} are ${formatFixed(worst.gap, 2)} apart`;
  const own = apart.find(({ rate }) => rate === taken)?.gap;
  if (taken === null || taken === worst.rate || own == null) return `The ${words}`;
  const first = said(
    { value: own },
    { value: 0 },
    {
      less: '',
      equal: `Equal ${rateNames[taken]}`,
      more: `No more equal ${rateNames[taken]} than ${formatFixed(own, 2)} apart`,
      unclear: '',
    },
    { margin: 0.01 },
  );
  return `${first}, and the ${words}`;
}

/** Whether the base rates let all three agree. */
export function baseWords(now: ReturnType<typeof outcomeOf>): string {
  const [a, b] = [now.majority.baseRate, now.minority.baseRate];
  if (a === null || b === null) return 'A base rate is undefined here';
  const apart = 'p, the base rate, is higher in one group: not all three can hold';
  return said(
    { value: Math.abs(a - b) },
    { value: 0 },
    {
      less: apart,
      equal: 'p, the base rate, is the same in both groups: all three can hold',
      more: apart,
      unclear: apart,
    },
    { margin: 0.01 },
  );
}
