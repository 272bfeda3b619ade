import { release } from 'node:os';
import { doctorVariable, type DoctorRow } from '../../contract/launcher.ts';
import { toErrorData } from '../../contract/errors.ts';
import { ownVersion } from '../../services/runs/one-run.ts';
import { chooseHost } from '../../setup/choose-host.ts';
import { findElectron, wantedElectron } from '../../setup/electron/electron-binary.ts';
import { ensureReady } from '../../setup/ensure-ready.ts';
import { createReport } from '../../setup/report.ts';
import { interruption } from '../interrupt.ts';
import { launchElectron, usualLimits } from './launch.ts';
import { noteStart } from './last-start.ts';
import { whyNoWindow } from './why-no-window.ts';

/** How long the shell may look at itself, and then quit (milliseconds). */
const wholeLimit = 180_000;
const quitLimit = 15_000;

/** Who sees this has asked the doctor already. */
const sendIt = 'please report this block, with the lines above it.';

/** Opens a real window that looks at itself and closes again. Returns what it found; never throws. */
async function look(root: string): Promise<DoctorRow[]> {
  const failed = (name: string, says: string): DoctorRow => ({ name, ok: false, says });
  const report = createReport();
  let binary: string;
  try {
    await ensureReady(root, report, {});
    const choice = await chooseHost(root, report, { electron: true });
    if (choice.host === 'web') return [failed('start', choice.why)];
    binary = choice.binary;
  } catch (error) {
    return [failed('start', toErrorData(error).what)];
  } finally {
    report.done();
  }

  const rows: DoctorRow[] = [];
  let heard = false;
  let enough = () => {};
  const ended = Promise.race([
    interruption(),
    new Promise<void>((resolve) => {
      enough = resolve;
    }),
  ]);
  // The time until a window comes has a limit of its own: this one is for what is looked at then.
  let overall: NodeJS.Timeout | undefined;
  let leaving: NodeJS.Timeout | undefined;
  const outcome = await launchElectron({
    binary,
    root,
    switches: [],
    env: { [doctorVariable]: '1' },
    limits: { ...usualLimits, quit: quitLimit },
    ended,
    onMessage(message) {
      if (message.lectern === 'shown') {
        noteStart(null);
        overall ??= setTimeout(() => enough(), wholeLimit);
      }
      if (message.lectern !== 'doctor') return;
      heard = true;
      rows.push(...message.rows);
      leaving = setTimeout(() => enough(), quitLimit);
    },
  });
  clearTimeout(overall);
  clearTimeout(leaving);
  if (outcome.kind !== 'closed')
    return [failed('start', await whyNoWindow(outcome, binary, undefined, sendIt))];
  if (outcome.elsewhere)
    return [
      failed(
        'window',
        'Lectern is open already, and only one can be: close it, then give this command again.',
      ),
    ];
  if (!heard) rows.push(failed('window', 'it closed without saying what it had found'));
  rows.push({ name: 'exit status', ok: outcome.code === 0, says: String(outcome.code) });
  return rows;
}

/**
 * `npm run doctor -- --electron`: proves on a computer with a screen what can't be proven without one. Prints a block that can be
 * pasted into a report. Returns 1 where anything failed.
 */
export async function doctorElectron(root: string): Promise<number> {
  const rows = await look(root);
  const electron = findElectron(root);
  const ok = rows.every((row) => row.ok);
  const width = Math.max(...rows.map((row) => row.name.length));
  const desktop = ['XDG_CURRENT_DESKTOP', 'XDG_SESSION_TYPE']
    .map((name) => process.env[name])
    .filter(Boolean);
  console.log(
    [
      '```',
      'Lectern: npm run doctor -- --electron',
      `Lectern ${await ownVersion(root)}, Node ${process.versions.node}`,
      `Electron ${(electron.path && electron.version) ?? wantedElectron(root) ?? 'not installed'}`,
      `${process.platform} ${process.arch} ${release()}${desktop.length ? `, ${desktop.join(', ')}` : ''}`,
      ...rows.map(
        (row) => `${row.ok ? 'ok    ' : 'FAILED'}  ${row.name.padEnd(width)}  ${row.says}`,
      ),
      ok ? 'Everything works.' : 'Something failed.',
      '```',
    ].join('\n'),
  );
  return ok ? 0 : 1;
}
