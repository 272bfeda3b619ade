import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands where Electron stands: each ends, hangs or speaks as a real one may. */
const fakes = {
  'lacks-a-library': 'exit 127',
  traps: 'kill -TRAP $$',
  fails: 'exit 1',
  /** Says nothing, and neither do its helpers; hears no SIGTERM. */
  hangs: 'node silent',
  /** Its main process speaks, and no window comes. */
  'hangs-later': 'node alive',
  /** Shows its window and dies. */
  'dies-shown': 'node alive shown exit=7',
  /** All is well until it is told to go. */
  works: 'node alive shown',
  /** Another Lectern is there already. */
  'hands-over': 'node alive elsewhere exit=0',
  /** It can't lock the data folder, and no other Lectern answers. */
  'no-lock': 'node alive no-lock exit=1',
  /** Looks at itself as the doctor asks. */
  healthy: 'node alive shown doctor exit=0',
  ill: 'node alive shown doctor-ill exit=0',
} as const;
export type FakeName = keyof typeof fakes;

const actor = `
const { spawn } = require('node:child_process');
const { renameSync, writeFileSync } = require('node:fs');
const [log, ...rest] = process.argv.slice(2);
const border = rest.indexOf('--play');
const acts = rest.slice(0, border);
const helper = spawn('sleep', ['600'], { stdio: 'ignore' });
process.on('SIGTERM', () => {
  if (acts.includes('shown')) process.exit(0);
});
const { LECTERN_LAUNCHER, LECTERN_DOCTOR } = process.env;
writeFileSync(
  log + '.new',
  JSON.stringify({ pids: [process.pid, helper.pid], args: rest.slice(border + 1), LECTERN_LAUNCHER, LECTERN_DOCTOR }),
);
renameSync(log + '.new', log);
const rows = [{ name: 'bridge', ok: true, says: 'answers' }];
const say = {
  alive: { lectern: 'alive' },
  shown: { lectern: 'shown' },
  elsewhere: { lectern: 'elsewhere' },
  'no-lock': { lectern: 'no-lock' },
  doctor: { lectern: 'doctor', rows },
  'doctor-ill': { lectern: 'doctor', rows: [...rows, { name: 'worker', ok: false, says: 'no answer' }] },
};
(async () => {
  for (const act of acts) {
    if (say[act]) await new Promise((resolve) => process.send(say[act], resolve));
    const [, code] = /^exit=(\\d+)$/.exec(act) ?? [];
    if (code !== undefined) {
      helper.kill('SIGKILL');
      process.exit(Number(code));
    }
  }
  setInterval(() => undefined, 1000);
})();
`;

/** Makes a folder for `ELECTRON_OVERRIDE_DIST_PATH` whose program plays one of the fakes, and writes down in `log` how it was started. */
export async function makeFake(folder: string, name: FakeName): Promise<void> {
  await mkdir(folder, { recursive: true });
  const log = join(folder, 'log', 'started.json');
  await mkdir(join(folder, 'log'), { recursive: true });
  await chmod(join(folder, 'log'), 0o777);
  await writeFile(join(folder, 'actor.cjs'), actor);
  const line = fakes[name];
  const played = line.startsWith('node ')
    ? `exec "${process.execPath}" "${join(folder, 'actor.cjs')}" "${log}" ${line.slice(5)} --play "$@"`
    : line;
  await writeFile(join(folder, 'electron'), `#!/bin/sh\n${played}\n`);
  await chmod(join(folder, 'electron'), 0o755);
}
