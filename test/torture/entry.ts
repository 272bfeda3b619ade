import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describeMachine } from '../../main/services/runs/machine.ts';
import { findBrowser } from '../../main/setup/find-browser.ts';
import { cacheFolder } from '../../main/setup/places.ts';
import type { Report } from '../../main/setup/report.ts';
import { code } from './rows/code.ts';
import { compute } from './rows/compute.ts';
import { disk } from './rows/disk.ts';
import { endurance } from './rows/endurance.ts';
import { files } from './rows/files.ts';
import { host } from './rows/host.ts';
import { messages } from './rows/messages.ts';
import { offline } from './rows/offline.ts';
import { room } from './rows/room.ts';
import { findingsTable, unsafe } from './table.ts';
import type { Finding, Tormentor, Torture } from './torture.ts';

/** What is tried, by the name that `--only` takes, in the order of the table. */
export const tortures: Record<string, Tormentor> = {
  compute,
  host,
  messages,
  files,
  code,
  endurance,
  disk,
  offline,
  room,
};

export interface TortureOptions {
  root: string;
  only: readonly string[] | null;
  short: boolean;
  seed: number;
  count: number | null;
  json: string | null;
  report: Report;
}

/** Does all of it, prints one table and returns the exit code: 1 where a safety target is missed or a torture broke off, else 0. */
export async function torture({
  root,
  only,
  short,
  seed,
  count,
  json,
  report,
}: TortureOptions): Promise<number> {
  const context: Torture = {
    root,
    seed,
    programs: fileURLToPath(new URL('.', import.meta.url)),
    times: (whole, little) => count ?? (short ? little : whole),
    browser: () => findBrowser(cacheFolder()),
    say: (what) => report.doing(what),
  };
  const load = loadavg()[0]!;
  const began = performance.now();
  const findings: Finding[] = [];
  for (const [name, torment] of Object.entries(tortures)) {
    if (only && !only.includes(name)) continue;
    try {
      findings.push(...(await torment(context)));
    } catch (error) {
      findings.push({
        what: name,
        figure: `broke off: ${(error as Error).message.split('\n')[0]!}`,
        target: 'runs to its end',
        met: false,
        safety: true,
      });
      if (process.env['LECTERN_DEBUG']) console.error(error);
    }
  }
  report.done();
  console.log(findingsTable(findings));
  const machine = describeMachine();
  console.log(
    `\n${machine.cpu}, ${machine.cores} cores, Node ${process.versions.node}, ` +
      `${machine.platform} ${machine.arch}; seed ${seed}, ` +
      `${Math.round((performance.now() - began) / 1000)} s; load before: ${load.toFixed(2)}, ` +
      `after: ${loadavg()[0]!.toFixed(2)}.`,
  );
  const bad = unsafe(findings);
  for (const { what } of bad) console.log(`Not safe: ${what}.`);
  if (json !== null)
    await writeFile(json, `${JSON.stringify({ machine, seed, findings }, null, 1)}\n`);
  return bad.length > 0 ? 1 : 0;
}
