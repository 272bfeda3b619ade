import type { Page } from '@playwright/test';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCard } from '../../../main/services/runs/card.ts';
import { newRun } from '../../../main/services/runs/new-run.ts';
import { forget, startHost } from '../../e2e/host-process.ts';
import type { Measure } from '../bench.ts';
import { figures, notMeasured, summarize, type Row } from '../table.ts';
import { launch, viewport } from './pages.ts';

const cards = 5_000;
const rounds = 7;

/** A data folder with so many runs: made-up results and series of a lab that is there, everything else as in a real card. */
async function madeHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  await mkdir(join(home, 'runs'));
  const series = {
    loss: Array.from({ length: 100 }, (_, i): [number, number] => [i, 1 / (i + 1)]),
  };
  for (let n = 1; n <= cards; n++) {
    const prediction = {
      step: 'queue-predict',
      question: 'How many times its service time does a request take?',
      value: n % 90,
      unit: '×',
      lockedAt: '2026-01-01T00:00:00.000Z',
    };
    const run = newRun({
      id: `bench-${String(n).padStart(8, '0')}`,
      number: n,
      lab: 'latency',
      labVersion: 1,
      parameters: { arrivalsPerSecond: n, replicas: 1 + (n % 8), maxBatch: 1 },
      seed: n,
      preset: null,
      prediction: n % 2 ? prediction : null,
      measuredFrom: null,
    });
    const card = makeCard(
      {
        ...run,
        startedAt: new Date(1.7e12 + n * 1e6).toISOString(),
        durationMs: 7_000,
        status: 'stopped',
        series,
        result: { models: [] },
      },
      null,
      null,
      '0.0.0',
    );
    await writeFile(join(home, 'runs', `${card.id}.json`), `${JSON.stringify(card)}\n`);
  }
  return home;
}

/** Milliseconds from a change in the page until `there` holds and the frame that shows it was drawn. */
function until(page: Page, change: string, there: string): Promise<number> {
  return page.evaluate(
    ([act, look]) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        globalThis.eval(act!);
        const check = () =>
          globalThis.eval(look!)
            ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began), 0))
            : requestAnimationFrame(check);
        requestAnimationFrame(check);
      }),
    [change, there],
  );
}

const rows = 'document.querySelectorAll("[data-row]").length';
const type = (words: string) =>
  "{ const box = document.querySelector('input[type=search]'); " +
  "Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, " +
  `${JSON.stringify(words)}); box.dispatchEvent(new Event('input', { bubbles: true ` +
  '})); }';

/** A notebook with thousands of runs: the start of the host with and without its index, opening the room, and a search. */
export const notebook: Measure = async ({ root, browser: find, say }) => {
  say(`Writing ${cards} run cards`);
  const home = await madeHome();
  const browser = await find().then((found) => (found ? launch(found) : null));
  try {
    const start = async () => {
      const began = performance.now();
      const host = await startHost({ root, home });
      return { host, ms: performance.now() - began };
    };
    say('Starting without an index');
    const first = await start();
    await first.host.stop();
    say('Starting with an index');
    const { host, ms } = await start();
    const what = `notebook with ${cards.toLocaleString('en')} runs`;
    const started: Row = {
      what: `${what}: host start`,
      value: ms,
      text: `${figures(ms / 1000)} s (${figures(first.ms / 1000)} s the first time, without an index)`,
      goal: null,
      goalText: '–',
      peer: 'no peer',
      how: 'from the command to the address, once each; made-up cards of about 4 kB',
    };
    try {
      if (!browser) return [started, notMeasured(`${what}: opening`, 'no browser was found')];
      const context = await browser.newContext({ viewport, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(host.url);
      await page.locator('.reveal.ready section.present').waitFor();
      const opened: number[] = [];
      const searched: number[] = [];
      for (let k = 0; k <= rounds; k++) {
        say(`Opening the notebook, ${k + 1} of ${rounds + 1}`);
        await page.evaluate(() => void (location.hash = '#/slides'));
        await page.locator('section.present').waitFor();
        const opening = await until(page, 'location.hash = "#/notebook"', `${rows} === 50`);
        const searching = await until(
          page,
          type(`seed ${4_000 + k * 3}`),
          `${rows} > 0 && ${rows} < 10`,
        );
        if (k === 0) continue;
        opened.push(opening);
        searched.push(searching);
      }
      await context.close();
      const row = (name: string, values: number[], goal: number, how: string): Row => {
        const { p50, least, most } = summarize(values);
        return {
          what: `${what}: ${name}`,
          value: p50,
          text: `${figures(p50)} ms (${figures(least)} to ${figures(most)})`,
          goal: { value: goal, is: 'at most' },
          goalText: `≤ ${goal} ms`,
          peer: 'no peer',
          how: `${how}; median and range of ${rounds} after a warm-up`,
        };
      };
      return [
        started,
        row('opening', opened, 500, 'from the change of address until the rows are painted'),
        row('search', searched, 50, 'from a changed word until the rows that fit are painted'),
      ];
    } finally {
      await host.stop();
    }
  } finally {
    await browser?.close();
    await forget(home);
  }
};
