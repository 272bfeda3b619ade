import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measure } from '../bench.ts';
import { askProgram } from '../child.ts';
import { figures, ratio, summarize, type Row } from '../table.ts';
import { findTorch, trainingEnv } from './training.ts';

const rounds = 3;

interface Ours {
  backend: string;
  rows: number;
  epochs: number;
  drawn: number[];
  seconds: number[];
  loss: number;
}
interface Peer {
  version: string;
  seconds: number[];
  loss: number;
}

/** Faces that the backdoor lab draws in a second, and the training time of its default model, beside PyTorch with the same net and data. */
export const faces: Measure = async ({ root, programs, say }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  try {
    say('Drawing faces and training the face recogniser');
    const args = [join(programs, 'faces-program.js'), folder, String(rounds)];
    const [ours, onOneThread] = [
      await askProgram<Ours>(process.execPath, args, trainingEnv('2')),
      await askProgram<Ours>(process.execPath, args, trainingEnv('1')),
    ];
    const python = await findTorch();
    if (python) say('Training the face recogniser in PyTorch');
    const peer = python
      ? await askProgram<Peer>(
          python,
          [join(root, 'test/bench/peers/train_torch_faces.py'), folder],
          { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
        )
      : null;
    const drawn = summarize(ours.drawn);
    return [
      {
        what: 'faces drawn for the model, faces/s per core',
        value: drawn.p50,
        text: `${figures(drawn.p50)} /s (${figures(drawn.least)} to ${figures(drawn.most)})`,
        goal: { value: 3_000, is: 'at least' },
        goalText: '≥ 3,000 /s',
        peer: 'no peer',
        how: `32 × 32 pixels, antialiased, with noise; 1,500 faces a round, median and range of ${rounds} after one warm-up`,
      },
      trainingRow('training, face recogniser', ours, peer),
      trainingRow('training, face recogniser, one thread', onOneThread, peer),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

function trainingRow(what: string, ours: Ours, peer: Peer | null): Row {
  const trained = summarize(ours.seconds);
  const theirs = peer ? summarize(peer.seconds).p50 : null;
  return {
    what,
    value: trained.p50,
    text: `${figures(trained.p50)} s (${figures(trained.least)} to ${figures(trained.most)})`,
    goal: { value: 5, is: 'at most' },
    goalText: '≤ 5 s',
    peer:
      theirs === null
        ? 'peer not installed'
        : `${ratio(trained.p50, theirs)} PyTorch ${peer!.version} (${figures(theirs)} s)`,
    how:
      `${ours.backend}, ${ours.rows.toLocaleString('en')} faces, ${ours.epochs} ` +
      `epochs, batches of 32; median and range of ${rounds} after one warm-up` +
      (peer ? `; last epoch's loss ${figures(ours.loss)} and ${figures(peer.loss)}` : ''),
  };
}
