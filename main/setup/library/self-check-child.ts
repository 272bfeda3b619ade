import { loadBackend } from '../../compute/backend.ts';
import { tryGraphs } from '../../compute/train/try-graphs.ts';
import { cases, worstDifference } from './self-check-cases.ts';

/** Single precision and another order of summing explain a few millionths; more is a fault. */
const tolerance = 1e-4;

// A program of its own, because a library that does not fit may end the process that loads it.
const log = console.log;
console.log = console.error;
const { tf, info } = await loadBackend();
const failed: string[] = [];
for (const [name, run] of Object.entries(cases)) {
  await tf.setBackend(info.backend);
  const found = await run(tf);
  await tf.setBackend('cpu');
  const worst = worstDifference(found, await run(tf));
  if (worst > tolerance) failed.push(`${name} (off by ${worst.toPrecision(2)})`);
}
await tf.setBackend(info.backend);
log(JSON.stringify({ info, failed, graphs: tryGraphs(tf) }));
