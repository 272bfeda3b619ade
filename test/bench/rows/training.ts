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

type Ours = Trained & { backend: string; epochs: number; rows: number };
type Peer = Trained & { version: string; blas: string | null };

/** A Python that has PyTorch; null where there is none. */
export async function findTorch(): Promise<string | null> {
  for (const python of ['/usr/bin/python3', 'python3'])
    if ((await runProgram(python, ['-c', 'import torch'])).code === 0) return python;
  return null;
}

/** The ways to train that are compared: the lab's own loop, and whole steps as a graph on the default threads and on one. */
const ways = [
  { way: 'loop', named: '', interop: '2' },
  { way: 'graph', named: ', graph', interop: '2' },
  { way: 'graph', named: ', graph, one thread', interop: '1' },
] as const;

/** The environment of a program that trains: as compute has it, or on one thread in all. */
export const trainingEnv = (interop: '1' | '2') => ({
  TF_NUM_INTRAOP_THREADS: '1',
  TF_NUM_INTEROP_THREADS: interop,
  TF_CPP_MIN_LOG_LEVEL: '2',
});

/** Training time of each of the latency lab's models in each way, beside PyTorch with the same nets and data. */
export const training: Measure = async ({ root, programs, say }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  try {
    const program = join(programs, 'training-program.js');
    const ours: Ours[] = [];
    for (const { way, named, interop } of ways) {
      say(`Training three models${named}`);
      const args = [program, folder, String(rounds), way];
      ours.push(await askProgram<Ours>(process.execPath, args, trainingEnv(interop)));
    }
    const python = await findTorch();
    if (python) say('Training the same models in PyTorch');
    const peer = python
      ? await askProgram<Peer>(python, [join(root, 'test/bench/peers/train_torch.py'), folder], {
          OMP_NUM_THREADS: '1',
          OPENBLAS_NUM_THREADS: '1',
          MKL_NUM_THREADS: '1',
        })
      : null;
    return modelNames.flatMap((name) =>
      ways.map(({ named }, i) => rowOf(name, named, ours[i]!, peer)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

function rowOf(name: ModelName, named: string, ours: Ours, peer: Peer | null): Row {
  const { seconds, loss } = ours.nets[name];
  const { p50, least, most } = summarize(seconds);
  const theirs = peer ? summarize(peer.nets[name].seconds).p50 : null;
  const losses = peer
    ? `; last epoch's loss ${figures(loss)} and ${figures(peer.nets[name].loss)}`
    : '';
  return {
    what: `training, ${name} model${named}`,
    value: p50,
    text: `${figures(p50)} s (${figures(least)} to ${figures(most)})`,
    goal: null,
    goalText: '–',
    peer:
      theirs === null
        ? 'peer not installed'
        : `${ratio(p50, theirs)} PyTorch ${peer!.version}${peer!.blas ? ` on ${peer!.blas}` : ''} (${figures(theirs)} s)`,
    how:
      `${ours.backend}, ${ours.rows.toLocaleString('en')} rows, ${ours.epochs} ` +
      `epochs, batches of 256; median and range of ${rounds} after one warm-up${losses}`,
  };
}
