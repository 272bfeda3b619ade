import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom, type Random } from '../../../labs/math/random.ts';
import { buildProgram } from '../parts/build-program.ts';
import { lostOf, readCards } from '../parts/cards.ts';
import { madeCard } from '../parts/made-card.ts';
import { joinHost, within } from '../parts/window.ts';
import type { Tormentor } from '../torture.ts';

/** Characters of a card: long enough for a kill to meet it half-written. */
const cardLength = 200_000;
/** The kill comes at a random moment of so many milliseconds after the first card was said to be saved. */
const momentsMs = 40;
/** Cards handed in at once: several files are being written when the kill comes. */
const atOnce = 3;

function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer) => {
      said += data.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', () =>
      reject(new Error(`the host ended before it could be killed: ${said.slice(-400)}`)),
    );
  });
}

interface Life {
  /** Ids that the host had said to be saved before it was killed. */
  saved: string[];
  /** What the host complained about when it started: files that it found damaged. */
  notices: number;
  /** Ids that it listed when it started. */
  listed: Set<string>;
}

/** Starts the host, writes through it until it is killed at a random moment. */
async function liveAndDie(
  program: string,
  root: string,
  folder: string,
  from: number,
  random: Random,
): Promise<Life> {
  const child = spawn(process.execPath, [program, root, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    const window = await within(
      30_000,
      'a start',
      addressFrom(child).then((url) => joinHost(url)),
    );
    const [{ notices }, runs] = await Promise.all([
      window.call('app.info', {}),
      window.call('run.list', {}),
    ]);
    const saved: string[] = [];
    let alive = true;
    let killing = false;
    void gone.then(() => (alive = false));
    const write = async (lane: number) => {
      for (let n = from + lane; alive; n += atOnce) {
        const card = madeCard(n, cardLength);
        const done = await Promise.race([
          window.call('run.import', { card: card as never }).then(
            () => true,
            () => false,
          ),
          gone.then(() => false),
        ]);
        if (!done) return;
        saved.push(card.id);
        // Small files are written beside the cards, each in its own time.
        void window.call('run.pin', { run: card.id, pinned: true }).catch(() => undefined);
        void window
          .call('learner.change', { kind: 'place', slide: `slide-${n}`, step: n % 7 })
          .catch(() => undefined);
        if (!killing) setTimeout(() => child.kill('SIGKILL'), random.uniform() * momentsMs);
        killing = true;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, (_, lane) => write(lane)));
    await gone;
    window.close();
    return { saved, notices: notices.length, listed: new Set(runs.map(({ id }) => id)) };
  } finally {
    child.kill('SIGKILL');
  }
}

/** The real web host killed while it writes cards, pins and places; after each kill every card that it had said to be saved is read. */
export const host: Tormentor = async ({ root, programs, seed, times, say }) => {
  const kills = times(200, 4);
  const random = seededRandom(seed).fork('host');
  const folder = await mkdtemp(join(tmpdir(), 'lectern-torture-'));
  const program = await buildProgram(root, programs, 'host-program');
  try {
    const saved = new Set<string>();
    const damaged = new Set<string>();
    let lost = 0;
    let notices = 0;
    let leftOvers = 0;
    const keep = 40;
    for (let k = 0; k < kills; k++) {
      say(`Killing the host while it writes, ${k + 1} of ${kills}`);
      const before = [...saved];
      const life = await liveAndDie(program.path, root, folder, k * 10_000, random);
      notices += life.notices;
      lost += before.filter((id) => !life.listed.has(id)).length;
      const files = await readCards(folder);
      for (const id of life.saved) saved.add(id);
      lost += lostOf(saved, files).length;
      files.corrupt.forEach((name) => damaged.add(name));
      leftOvers = Math.max(leftOvers, files.leftOvers);
      if (saved.size <= keep) continue;
      // Read whole after this kill and the one before: taken away, so that the next rounds do not read them again.
      for (const id of before.slice(0, -10)) {
        await rm(join(folder, 'runs', `${id}.json`));
        saved.delete(id);
      }
    }
    const all =
      `${lost} lost, ${damaged.size} corrupt, ${notices} complaints at the next start; at ` +
      `most ${leftOvers} unfinished files beside the cards`;
    return [
      {
        what: `host killed ${kills} times while it wrote cards: lost, corrupt`,
        figure: all,
        target: '0, 0',
        met: lost + damaged.size + notices === 0,
        safety: true,
      },
    ];
  } finally {
    await program.remove();
    await rm(folder, { recursive: true, force: true });
  }
};
