import { seededRandom } from '../../../labs/math/random.ts';
import type { RunCard } from '../../../main/contract/run.ts';
import { importFiles } from '../../../renderer/model/notebook/import-files.ts';
import type { Host } from '../../../renderer/host/host.ts';
import { forget, startHost } from '../../e2e/host-process.ts';
import { handled, type Handled } from '../parts/clear-words.ts';
import { finishSmall, quickest } from '../parts/lab-runs.ts';
import { malformedCards } from '../parts/malformed-cards.ts';
import { malformedCsv } from '../parts/malformed-csv.ts';
import { readAsLab } from '../parts/read-csv.ts';
import { differences, seenState } from '../parts/state.ts';
import { joinHost, pause } from '../parts/window.ts';
import type { Finding, Tormentor } from '../torture.ts';

/** Nobody waits longer for a file to be refused. */
const refuseWithinMs = 10_000;

function finding(what: string, all: readonly Handled[], changes: readonly string[]): Finding {
  const amiss = all.filter((one) => one.amiss !== null || one.ms > refuseWithinMs);
  for (const one of amiss.slice(0, 12))
    console.error(`\n${one.kind}: ${one.amiss ?? `took ${one.ms} ms`}`);
  for (const change of changes) console.error(`\nChanged: ${change}`);
  const slowest = all.reduce((a, b) => (b.ms > a.ms ? b : a));
  return {
    what: `${all.length} ${what}: a clear message each`,
    figure:
      `${all.length - amiss.length} of ${all.length}, the slowest after ` +
      `${(slowest.ms / 1000).toFixed(2)} s (${slowest.kind}); ${changes.length} changes of ` +
      'state',
    target: 'all, none changes anything',
    met: amiss.length === 0 && changes.length === 0,
    safety: true,
  };
}

/**
 * Malformed tables through the readers of both labs that take one, malformed cards and notebooks
 * through the notebook's own import into a real host.
 */
export const files: Tormentor = async ({ root, seed, times, say }) => {
  const count = times(100, 24);
  const random = seededRandom(seed);
  const tables: Handled[] = [];
  for (const csv of malformedCsv(random.fork('csv'), count)) {
    say(`Malformed tables: ${tables.length + 1} of ${count}`);
    tables.push(await handled(csv.kind, () => readAsLab(csv)));
  }
  const host = await startHost({ root });
  try {
    const window = await joinHost(host.url);
    const card = (await window.call('run.export', {
      run: await finishSmall(window, quickest, seed),
    })) as RunCard;
    // The card's size is noted a moment after its run has ended.
    await pause(800);
    const before = await seenState(window);
    const cards: Handled[] = [];
    for (const { kind, file } of malformedCards(random.fork('cards'), card, count)) {
      say(`Malformed cards and notebooks: ${cards.length + 1} of ${count}`);
      cards.push(
        await handled(kind, async () =>
          (
            await importFiles({ call: window.call } as unknown as Host, [file], () => undefined)
          ).refused.map(({ why }) => why),
        ),
      );
    }
    const changes = differences(before, await seenState(window));
    window.close();
    return [
      finding('malformed CSV files', tables, []),
      finding('malformed cards and notebooks', cards, changes),
    ];
  } finally {
    await host.stop();
    await forget(host.home);
  }
};
