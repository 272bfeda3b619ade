import type { FigureScript } from '../../kit/code/script.ts';
import { seededRandom } from '../../math/random.ts';
import { mean } from '../../math/statistics.ts';
import { drawEvents } from '../data.ts';
import type { TimeLeakParameters } from '../lab.ts';
import { joins } from '../names.ts';
import { scoreJoins } from '../score.ts';
import { splitEvents } from '../splits.ts';

/** AUC of each join, offline and live. */
export const script: FigureScript = {
  part: 'join',
  steps: [
    'Users of the shop and their visits are drawn from the seed.',
    'For each join the user’s purchase rate is put together, by the time that the join looks at.',
    'A logistic regression is fitted on the rows before the cut.',
    'It is scored on the rows after it: as the join has them, and as production would.',
  ],
  reads: () => ({ measured: null, result: null }),
  needsTf: true,
  numbers({ parameters, seed }, tf) {
    const given = parameters as TimeLeakParameters;
    const none = () => ({ offline: [] as number[], live: [] as number[] });
    const found = new Map(joins.map((join) => [join, none()]));
    for (let w = 0; w < given.worlds; w++) {
      const own = seededRandom(seed).fork(`world ${w}`);
      const events = drawEvents(own.fork('data'), given);
      const folds = splitEvents(events, own.fork('split'), given.gapDays);
      for (const { value } of scoreJoins(tf!, events, folds)) {
        if (value.kind !== 'join') continue;
        found.get(value.join)!.offline.push(value.offline.auc);
        found.get(value.join)!.live.push(value.live.auc);
      }
    }
    return [
      ['join', 'AUC offline', 'AUC live'],
      ...[...found].map(([join, { offline, live }]) => [join, mean(offline), mean(live)]),
    ];
  },
};
