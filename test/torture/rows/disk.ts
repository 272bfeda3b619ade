import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from '../../bench/rows/pages.ts';
import { forget, startHost } from '../../e2e/host-process.ts';
import { lostOf, readCards, settledCards } from '../parts/cards.ts';
import { unclear } from '../parts/clear-words.ts';
import { finishSmall, quickest, runOf } from '../parts/lab-runs.ts';
import { smallDisk, type SmallDisk } from '../parts/mounted.ts';
import { openPage, pressRun } from '../parts/screen.ts';
import { ended, joinHost, pause, within, type JoinedWindow } from '../parts/window.ts';
import { notTried, type Finding, type Tormentor, type Torture } from '../torture.ts';

const megabytes = 6;

/** Writes until nothing more goes on the disk. */
async function fillUp(file: string): Promise<void> {
  for (const size of [1 << 18, 1 << 12, 1]) {
    for (let full = false; !full;)
      await appendFile(file, 'x'.repeat(size)).catch(() => (full = true));
  }
}

/** What is asked of a run and of an answer that can't be saved, and of both once they can. */
async function unsaved(
  window: JoinedWindow,
  home: string,
  earlier: string,
  seed: number,
  free: () => Promise<void>,
): Promise<string[]> {
  const amiss: string[] = [];
  const run = await finishSmall(window, quickest, seed);
  await window.call('learner.change', { kind: 'who', who: { name: `who ${seed}`, course: '' } });
  await pause(900);
  const { notices } = await window.call('app.info', {});
  for (const [about, id] of [
    ['the run', `unsaved-${run}`],
    ['the answers', 'unsaved-learner.json'],
  ] as const) {
    const notice = notices.find((one) => one.id === id);
    const wrong = notice
      ? [notice.what, notice.safe, notice.next].map(unclear).find((why) => why !== null)
      : 'no notice';
    if (wrong) amiss.push(`${about}: ${wrong}`);
  }
  for (const id of [earlier, run])
    await window
      .call('run.get', { run: id })
      .catch((error: Error) => amiss.push(`a run can't be opened: ${error.message}`));
  await free();
  // What the message says: pinning saves it again, and the next change saves the answers.
  await window.call('run.pin', { run, pinned: true });
  await window.call('learner.change', {
    kind: 'who',
    who: { name: `who ${seed}`, course: 'again' },
  });
  const files = await settledCards(home, [earlier, run]);
  if (lostOf([earlier, run], files).length > 0) amiss.push('a card is lost');
  if (files.corrupt.length > 0) amiss.push('a card is corrupt');
  await pause(900);
  const left = (await window.call('app.info', {})).notices.filter(({ id }) =>
    id.startsWith('unsaved-'),
  );
  if (left.length > 0) amiss.push(`a notice stays: ${left[0]!.what}`);
  return amiss;
}

async function fullAndReadOnly({ root, say }: Torture, disk: SmallDisk): Promise<Finding[]> {
  const home = disk.folder;
  const host = await startHost({ root, home });
  try {
    const window = await joinHost(host.url);
    const first = await finishSmall(window, quickest, 1);
    await settledCards(home, [first]);
    say('A full disk');
    const filler = join(home, 'filler');
    await fillUp(filler);
    const full = await unsaved(window, home, first, 2, () => rm(filler));
    say('A read-only folder');
    await disk.readOnly(true);
    const fixed = await unsaved(
      window,
      home,
      first,
      3,
      async () => void (await disk.readOnly(false)),
    );
    window.close();
    const exit = await host.stop();
    await disk.readOnly(true);
    const refused = await startHost({ root, home }).then(
      async (started) => `it started and ended with ${await started.stop()}`,
      (error: Error) => error.message,
    );
    const words = refused.split('\n').slice(1).join(' ');
    const unclearStart =
      /ended with 1 /.test(refused) && refused.includes('LECTERN_HOME')
        ? unclear(words)
        : `the start said: ${refused}`;
    await disk.readOnly(false);
    const finding = (what: string, amiss: readonly string[]): Finding => {
      for (const one of amiss) console.error(`\n${what}: ${one}`);
      return {
        what,
        figure:
          amiss.length === 0
            ? 'said so, kept it in memory, saved it once it could; 0 lost, 0 corrupt'
            : amiss.join('; '),
        target: 'nothing lost, a clear message',
        met: amiss.length === 0,
        safety: true,
      };
    };
    return [
      finding('disk full in a run', exit === 0 ? full : [...full, `the host ended with ${exit}`]),
      finding('folder made read-only in a run', fixed),
      {
        what: 'start on a read-only folder',
        figure: unclearStart ?? 'ends with 1 and says what to do',
        target: 'a clear message',
        met: unclearStart === null,
        safety: true,
      },
    ];
  } finally {
    await host.stop();
  }
}

/** Two hosts that know nothing of each other on one data folder: what a third one finds there. */
async function twoInstances({ root, say, times }: Torture): Promise<Finding> {
  say('Two instances on one data folder');
  const a = await startHost({ root });
  const b = await startHost({ root, home: a.home });
  try {
    const [one, two] = [await joinHost(a.url), await joinHost(b.url)];
    const ids: string[] = [];
    for (let k = 0; k < times(3, 1); k++)
      ids.push(
        ...(await Promise.all([
          finishSmall(one, quickest, k),
          finishSmall(two, quickest, 100 + k),
        ])),
      );
    await one.call('learner.change', {
      kind: 'reflect',
      lab: quickest,
      step: 'one',
      text: 'said in the first',
    });
    await pause(700);
    await two.call('learner.change', {
      kind: 'reflect',
      lab: quickest,
      step: 'two',
      text: 'said in the second',
    });
    await pause(700);
    one.close();
    two.close();
    const exits = [await a.stop(), await b.stop()];
    const files = await readCards(a.home);
    const third = await startHost({ root, home: a.home });
    const window = await joinHost(third.url);
    const [runs, { notices }, { labs }] = await Promise.all([
      window.call('run.list', {}),
      window.call('app.info', {}),
      window.call('learner.get', {}),
    ]);
    window.close();
    await third.stop();
    const lost = ids.filter(
      (id) => !files.whole.has(id) || !runs.some((run) => run.id === id),
    ).length;
    const answers = Object.keys(labs[quickest]?.reflections ?? {}).length;
    return {
      what: 'two instances on one data folder: cards lost, corrupt; answers kept',
      figure: `${lost}, ${files.corrupt.length + notices.length} of ${ids.length}; ${answers} of 2 answers`,
      target: '0, 0; 2 of 2',
      met:
        lost + files.corrupt.length + notices.length === 0 &&
        answers === 2 &&
        exits.every((code) => code === 0),
      safety: true,
    };
  } finally {
    await Promise.all([a.stop(), b.stop()]);
    await forget(a.home);
  }
}

async function windowClosed({ root, say, times, browser: find }: Torture): Promise<Finding> {
  const what = 'window closed in a run';
  const found = await find();
  if (!found) return notTried(what, 'no browser was found');
  const count = times(5, 1);
  const host = await startHost({ root });
  const browser = await launch(found);
  try {
    const window = await joinHost(host.url);
    await window.info((info) => info.compute.state === 'ready');
    const finished: string[] = [];
    for (let k = 1; k <= count; k++) {
      say(`A window closed in a run, ${k} of ${count}`);
      const page = await openPage(browser, host.origin, window.cookie);
      await pressRun(page, 'fairness', k, runOf('fairness', k).parameters);
      await page.locator('[aria-label="Run"][data-state=running]').waitFor();
      await page.context().close();
      for (let run; !run; await pause(30)) {
        run = window.snapshots.findLast((snapshot) => snapshot.number === k && ended(snapshot));
        if (run?.status === 'finished') finished.push(run.id);
      }
    }
    const page = await openPage(browser, host.origin, window.cookie);
    await page.evaluate(() => void (location.hash = '#/labs/fairness'));
    await within(
      10_000,
      'the newest run on screen',
      page.locator('[aria-label="Run"][data-state=finished]').waitFor(),
    );
    const files = await settledCards(host.home, finished);
    const whole = finished.length - lostOf(finished, files).length;
    return {
      what: `${count} windows closed in a run`,
      figure: `${whole} of ${count} runs went on to their end and are kept, ${files.corrupt.length} corrupt; a new window shows the last`,
      target: 'all, 0 corrupt',
      met: whole === count && files.corrupt.length === 0,
      safety: true,
    };
  } finally {
    await browser.close();
    await host.stop();
    await forget(host.home);
  }
}

/** A disk that is full, a folder that can't be written, two instances, a window that is closed. */
export const disk: Tormentor = async (torture) => {
  const small = await smallDisk(megabytes);
  const rows: Finding[] = [];
  if (!small)
    rows.push(
      notTried(
        'disk full, folder read-only',
        'this system or user may not mount a small disk (root on Linux may)',
      ),
    );
  else {
    try {
      rows.push(...(await fullAndReadOnly(torture, small)));
    } finally {
      await small.remove();
    }
  }
  return [...rows, await twoInstances(torture), await windowClosed(torture)];
};
