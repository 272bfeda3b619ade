import { add, none, type Count } from './count.ts';
import { vitestUnder, type Place } from './runners.ts';

/**
 * Time zones and languages of a computer that tests once knew without saying so: half an hour and
 * another decimal mark, behind, far ahead.
 */
const places: Record<string, string>[] = [
  { TZ: 'Asia/Kolkata', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'America/Bogota' },
  { TZ: 'Pacific/Apia' },
];

/**
 * Parts of the paths of unit tests that read dates or write numbers. What kills processes or reads
 * files of 100 MB does neither.
 */
const sensitive = [
  'labs/data/',
  'labs/fairness/own',
  'labs/time-leak/',
  'main/cli/grade/grades',
  'main/cli/table/',
  'main/storage/run-index',
  'main/storage/storage',
  'main/storage/two-instances',
  'main/storage/write',
  'present/',
  'report/',
  'renderer/features/notebook',
  'renderer/kit/',
  'breakout/',
];

/** The unit tests of dates and numbers again, as if the computer stood elsewhere. */
export async function inOtherZones(place: Place): Promise<Count> {
  let count = none;
  for (const env of places) {
    const name = env['TZ']!;
    console.log(`\nTests of dates and numbers under ${Object.values(env).join(', ')}`);
    count = add(count, await vitestUnder(place, env, `zone-${name.replace('/', '-')}`, sensitive));
  }
  return count;
}
