import { strategies } from '../../../labs/fairness/strategies.ts';
import { choose } from '../../../labs/fairness/strategy.ts';
import { outcomeOf, thresholdFor } from '../../../labs/fairness/play.ts';
import { populationOf } from '../../../labs/fairness/population.ts';
import { tellsTitle } from '../../../labs/fairness/panel/delete-part.tsx';
import { baseWords, impossibleTitle } from '../../../labs/fairness/panel/impossible-part.tsx';
import { knownParameters, knownResult } from '../../../labs/fairness/panel/known.ts';
import { changeWords, thresholdsTitle } from '../../../labs/fairness/panel/thresholds-part.tsx';
import type { Speaking } from '../texts.ts';

const rates = ['ppv', 'fnr', 'fpr'] as const;

/** The dots of two parts are drawn by a worker, and one figure stands behind a switch. */
export const behind: Speaking['behind'] = ({ result, parameters, seed }) => {
  const known = knownResult(result);
  const model = known.coefficients?.find(({ name }) => name === 'group-deleted');
  const texts = (known.groupFromFeature ?? []).map((one) => ({
    part: 'delete',
    what: 'title “What tells the group”',
    text: tellsTitle(one),
  }));
  if (!model) return texts;
  const setting = knownParameters(parameters);
  const { interest, loss } = setting;
  const population = populationOf({ seed, world: setting, model });
  const at = (majority: number, minority: number) =>
    outcomeOf(population.shown, { majority, minority }, interest, loss);
  const start = at(0.5, 0.5);
  for (const strategy of strategies) {
    const pair = choose(strategy, population.known, interest, loss);
    const now = at(pair.majority, pair.minority);
    texts.push(
      { part: 'thresholds', what: `title of ${strategy}`, text: thresholdsTitle(strategy, now) },
      { part: 'thresholds', what: 'profit', text: changeWords(now.profit, start.profit) },
    );
  }
  for (const rate of [null, ...rates]) {
    const minority = rate === null ? 0.35 : thresholdFor(population.shown, 0.5, rate);
    if (minority === null) continue;
    const now = at(0.5, minority);
    const apart = rates.map((one) => {
      const [a, b] = [now.majority[one], now.minority[one]];
      return { rate: one, gap: a === null || b === null ? null : Math.abs(a - b) };
    });
    texts.push(
      { part: 'impossible', what: `title, ${rate ?? 'none'}`, text: impossibleTitle(rate, apart) },
      { part: 'impossible', what: 'base rates', text: baseWords(now) },
    );
  }
  return texts;
};
