import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import { outcomeOf, thresholdFor } from '../play.ts';
import { RateFigure } from './rate-figure.tsx';
import { identityWords, pointOf, rowOf } from './rate-rows.ts';
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
  const worst = apart.reduce<(typeof apart)[number] | null>(
    (a, b) => (b.gap !== null && (a?.gap == null || b.gap > a.gap) ? b : a),
    null,
  );
  return (
    <div className={styles.part}>
      <div className={styles.chart}>
        <ChartFrame
          title={impossibleTitle(taken, worst)}
          subtitle={
            `model: group deleted · ${formatFixed(20_000)} test applicants, judged by who would ` +
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
              head: 'FPR is forced: p/(1−p) · (1−PPV)/PPV · (1−FNR)',
              value: (
                <span className={styles.head}>
                  majority: {now ? identityWords(now.majority) : '–'}
                </span>
              ),
              foot: 'Chouldechova 2017; p: base rate',
            },
            {
              head: 'With another p, all three can’t agree',
              value: (
                <span className={styles.head}>
                  minority: {now ? identityWords(now.minority) : '–'}
                </span>
              ),
              foot: 'the same identity with the minority’s numbers',
            },
          ]}
          said={prediction ? String(prediction.value) : null}
        />
      )}
    </div>
  );
}

/** Which rate was made equal, and which one is furthest apart; null while there are no rates. */
function impossibleTitle(
  taken: Equal | null,
  worst: { rate: Equal; gap: number | null } | null,
): string {
  if (worst?.gap == null) return 'Can all three be equal?';
  const apart = `${rateNames[worst.rate]} are ${formatFixed(worst.gap, 2)} apart`;
  return taken && taken !== worst.rate
    ? `Equal ${rateNames[taken]}, and the ${apart}`
    : `The ${apart}`;
}
