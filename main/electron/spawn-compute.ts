import { app, utilityProcess, type Details } from 'electron';
import { computeOptions } from '../policy/compute-env.ts';
import { childEnd, killNow, type ComputeChild } from '../services/compute/compute-child.ts';
import { computeEntry } from '../services/compute/spawn-compute.ts';

/**
 * Starts compute as Electron's utility process, with a fixed entry and no arguments: `fork` needs
 * runAsNode, which the packaged app has switched off.
 */
export function spawnUtility(
  root: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): ComputeChild {
  const options = computeOptions(env);
  const child = utilityProcess.fork(computeEntry(root), [], options);
  const { ended, onExit, stderr } = childEnd(child.stderr);
  let gone = false;
  // One that could not be launched may have no exit to report. An earlier child's crash is not mistaken for it.
  const failed = (_event: unknown, { name, reason, exitCode }: Details) => {
    if (name === options.serviceName && reason === 'launch-failed' && child.pid === undefined)
      ended({ code: exitCode, signal: null });
  };
  app.on('child-process-gone', failed);
  child.once('exit', (code) => ended({ code, signal: null }));
  // An 'error' that nobody hears is thrown, and would end the program. The end of the child is told by 'exit' all the same.
  child.on('error', (type, location) =>
    console.error(`${options.serviceName}: ${type} in ${location}`),
  );
  onExit(() => {
    app.off('child-process-gone', failed);
    gone = true;
  });
  // A busy operation hears no polite signal.
  const end = () => {
    if (child.pid !== undefined && process.platform !== 'win32') killNow(child.pid);
    else child.kill();
  };
  let endAsked = false;
  return {
    channel: {
      send: (text) => void (gone || child.postMessage(text)),
      onMessage: (listener) => void child.on('message', (text: unknown) => listener(String(text))),
      onClose: (listener) => onExit(listener),
    },
    // Known once the process stands.
    get pid() {
      return child.pid ?? 0;
    },
    // One that does not stand yet can't be ended: it is, as soon as it does.
    kill() {
      if (gone || endAsked) return;
      if (child.pid !== undefined) return end();
      endAsked = true;
      child.once('spawn', end);
    },
    onExit,
    stderr,
  };
}
