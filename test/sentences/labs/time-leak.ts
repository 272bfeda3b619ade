import { featureSets, joins, models } from '../../../labs/time-leak/names.ts';
import { knownResult } from '../../../labs/time-leak/panel/known.ts';
import {
  intervalTitle,
  joinScoreTitle,
  joinTitle,
  leakTitle,
  sourcesTitle,
  splitTitle,
  weeklyTitle,
} from '../../../labs/time-leak/panel/words.ts';
import type { Speaking } from '../texts.ts';

/** Every set of features, model, join and interval: one of each is on screen at a time. */
export const behind: Speaking['behind'] = ({ result }) => {
  const known = knownResult(result);
  const days = [1, 7, 20, 60];
  return [
    { part: 'split', what: 'title', text: splitTitle(known) },
    { part: 'join', what: 'title of the scores', text: joinScoreTitle(known) },
    ...featureSets.flatMap((features) => [
      ...models.map((model) => ({
        part: 'leak',
        what: `title of ${features}`,
        text: leakTitle(known, features, model),
      })),
      { part: 'leak', what: `sources of ${features}`, text: sourcesTitle(known, features) },
    ]),
    ...joins.map((join) => ({
      part: 'join',
      what: `title of ${join}`,
      text: joinTitle(known, join),
    })),
    ...days.flatMap((every) => [
      { part: 'drift', what: `title, ${every} days`, text: weeklyTitle(known, every) },
      { part: 'drift', what: `intervals, ${every} days`, text: intervalTitle(known, every) },
    ]),
  ];
};
