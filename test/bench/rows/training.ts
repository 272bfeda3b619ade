import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelNames, type ModelName } from '../../../labs/latency/names.ts';
import type { Measure } from '../bench.ts';
import { askProgram, runProgram } from '../child.ts';
import { figures, ratio, summarize, type Row } from '../table.ts';

const rounds = 3;

interface Trained {
  nets: Record<ModelName, { seconds: number[]; loss: number }>;
}

/** A Python that has PyTorch; null where there is none. */
export async function findTorch(): Promise<string | null> {
  for (const python of ['/usr/bin/python3', 'python3'])
    if ((await runProgram(python, ['-c', 'import torch'])).code === 0) return python;
  return null;
}

/** Training time of each of the latency lab's models, beside PyTorch with the same nets and data. */
export const training: Measure = async ({ root, programs, say }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  try {
    say('Training three models');
    const env = { TF_NUM_INTRAOP_THREADS: '1', TF_CPP_MIN_LOG_LEVEL: '2' };
    const ours = await askProgram<Trained & { backend: string; epochs: number; rows: number }>(
      process.execPath,
      [join(programs, 'training-program.js'), folder, String(rounds)],
      env,
    );
    const python = await findTorch();
    if (python) say('Training the same models in PyTorch');
    const peer = python
      ? await askProgram<Trained & { version: string; blas: string | null }>(
          python,
          [join(root, 'test/bench/peers/train_torch.py'), folder],
          { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
        )
      : null;
    return modelNames.map((name): Row => {
      const { p50, least, most } = summarize(ours.nets[name].seconds);
      const theirs = peer ? summarize(peer.nets[name].seconds).p50 : null;
      const losses = peer
        ? `; last epoch's loss ${figures(ours.nets[name].loss)} and ${figures(peer.nets[name].loss)}`
        : '';
      return {
        what: `training, ${name} model`,
        value: p50,
        text: `${figures(p50)} s (${figures(least)} to ${figures(most)})`,
        goal: null,
        goalText: '–',
        peer:
          theirs === null
            ? 'peer not installed'
            : `${ratio(p50, theirs)} PyTorch ${peer!.version}${peer!.blas ? ` on ${peer!.blas}` : ''} (${figures(theirs)} s)`,
        how:
          `${ours.backend}, 1 thread, ${ours.rows.toLocaleString('en')} rows, ${ours.epochs} ` +
          `epochs, batches of 256; median and range of ${rounds} after one warm-up${losses}`,
      };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
