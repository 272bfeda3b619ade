import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../main/setup/places.ts';
import { findBrowser } from '../../main/setup/find-browser.ts';
import { describeMachine } from '../../main/services/runs/machine.ts';
import type { Report } from '../../main/setup/report.ts';
import type { Bench, Measure } from './bench.ts';
import { benchTable, lastLines, missing, notMeasured, type Row } from './table.ts';
import { asof } from './rows/asof.ts';
import { code } from './rows/code.ts';
import { faces } from './rows/faces.ts';
import { grade } from './rows/grade.ts';
import { firstRun } from './rows/first-run.ts';
import { ownAudit } from './rows/own-audit.ts';
import { ownLeaks } from './rows/own-leaks.ts';
import { ownStream } from './rows/own-stream.ts';
import { lecture } from './rows/lecture.ts';
import { notebook } from './rows/notebook.ts';
import { pageBreath } from './rows/page-breath.ts';
import { presenter } from './rows/presenter.ts';
import { room } from './rows/room/room.ts';
import { simulator } from './rows/simulator.ts';
import { size } from './rows/size.ts';
import { slideChange } from './rows/slide-change.ts';
import { start } from './rows/start.ts';
import { training } from './rows/training.ts';
import { defaultRun } from './rows/run/default-run.ts';

/** What can be measured, by the name that `--only` takes, in the order of the table. */
export const measures: Record<string, Measure> = {
  simulator,
  training,
  faces,
  asof,
  audit: ownAudit,
  leaks: ownLeaks,
  stream: ownStream,
  run: defaultRun,
  start,
  'first-run': firstRun,
  slides: slideChange,
  page: pageBreath,
  presenter,
  room,
  lecture,
  notebook,
  grade,
  code,
  size,
};

/**
 * Measures, prints one table and returns the exit code: 1 where a measurement broke, or where a figure misses its goal on a computer
 * that had nothing else to do, else 0. What can't be measured on this computer has a row that says why and fails nothing.
 */
export async function bench(options: {
  root: string;
  only: readonly string[] | null;
  json: string | null;
  report: Report;
}): Promise<number> {
  const { root, only, json, report } = options;
  const load = loadavg()[0]!;
  const context: Bench = {
    root,
    programs: fileURLToPath(new URL('.', import.meta.url)),
    browser: () => findBrowser(cacheFolder()),
    say: (what) => report.doing(what),
  };
  const rows: Row[] = [];
  let broken = 0;
  for (const [name, measure] of Object.entries(measures)) {
    if (only && !only.includes(name)) continue;
    try {
      rows.push(...(await measure(context)));
    } catch (error) {
      broken += 1;
      rows.push({ ...notMeasured(name, (error as Error).message.split('\n')[0]!), text: 'BROKEN' });
    }
  }
  report.done();
  const machine = describeMachine();
  console.log(benchTable(rows));
  console.log(
    `\n${machine.cpu}, ${machine.cores} cores, Node ${process.versions.node}, ` +
      `${machine.platform} ${machine.arch}. ${busyness(load, cpus().length)}`,
  );
  for (const line of lastLines(rows)) console.log(line);
  if (json !== null)
    await writeFile(
      json,
      `${JSON.stringify({ machine: { ...machine, node: process.versions.node, loadBefore: load }, rows }, null, 1)}\n`,
    );
  return broken > 0 || (missing(rows).length > 0 && !wasBusy(load, cpus().length)) ? 1 : 0;
}

/** Whether other programs took a quarter of the computer or more. */
const wasBusy = (load: number, cores: number) => load > cores / 4;

/** What other programs did before the bench began: figures of a busy computer are not the program's own. */
export function busyness(load: number, cores: number): string {
  const said = `Load before the bench: ${load.toFixed(2)}`;
  return wasBusy(load, cores)
    ? `${said}: the computer was busy, and the figures are worse than its own.`
    : `${said}.`;
}
