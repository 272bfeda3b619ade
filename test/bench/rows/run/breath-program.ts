import { setTimeout } from 'node:timers/promises';
import { loadBackend } from '../../../../main/compute/backend.ts';
import { execute } from '../../../../main/compute/execute.ts';
import { breathRecorder } from './breaths.ts';

// Runs a lab's defaults as compute does, and listens at each turn of the event loop.

const lab = process.argv[2]!;
const { tf } = await loadBackend();
const work = { lab, parameters: {}, seed: 7, measured: null };
const recorder = breathRecorder(lab, () => performance.now());
let listening = true;
const listen = () => {
  recorder.breath();
  if (listening) setImmediate(listen);
};
listen();
// So that what loading left behind is not the run's.
await setTimeout(50);
const { open } = await execute(tf, work, new AbortController().signal, ({ phase }) =>
  recorder.doing(phase.label),
);
listening = false;
open?.dispose();
console.log(JSON.stringify(recorder.longest));
