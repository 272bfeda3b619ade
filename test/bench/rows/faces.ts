import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measure } from '../bench.ts';
import { findPython, oneThread } from '../peers/find-python.ts';
import { besidePeer, figures, ratioGoal, secondsText, summarize, type Row } from '../table.ts';
import { endPrograms, openRounds, programsInTurns, type RoundProgram } from '../turns.ts';
import { trainingEnv } from './training.ts';

const rounds = 5;

/** Seconds of one training and its last loss; of our own also the faces drawn in a second. */
interface Round {
  seconds: number;
  loss: number;
  drawn?: number;
}
interface Ours {
  backend: string;
  rows: number;
  epochs: number;
}
interface Peer {
  version: string;
}

/** Faces that the backdoor lab draws in a second, and the training time of its default model, beside PyTorch with the same net and data. */
export const faces: Measure = async ({ root, programs, say }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  const open: Record<string, RoundProgram<unknown, Round>> = {};
  try {
    say('Drawing faces and training the face recogniser, and in PyTorch where it is installed');
    const args = [join(programs, 'faces-program.js'), folder];
    for (const threads of ['2', '1'] as const)
      open[threads] = await openRounds<Ours, Round>(process.execPath, args, trainingEnv(threads));
    const python = await findPython('torch');
    const script = join(root, 'test/bench/peers/train_torch_faces.py');
    if (python) open['peer'] = await openRounds<Peer, Round>(python, [script, folder], oneThread);
    const found = await programsInTurns(rounds, open);
    const ours = open['2']!.first as Ours;
    const peer = open['peer'] ? { ...(open['peer'].first as Peer), rounds: found['peer']! } : null;
    const drawn = summarize(found['2']!.map((round) => round.drawn!));
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
      trainingRow('training, face recogniser', 0.9, ours, found['2']!, peer),
      trainingRow('training, face recogniser, one thread', 1.2, ours, found['1']!, peer),
    ];
  } finally {
    await endPrograms(open);
    await rm(folder, { recursive: true, force: true });
  }
};

function trainingRow(
  what: string,
  goal: number,
  ours: Ours,
  found: readonly Round[],
  peer: (Peer & { rounds: Round[] }) | null,
): Row {
  const secondsOf = (all: readonly Round[]) => all.map((round) => round.seconds);
  const lossOf = (all: readonly Round[]) => figures(all.at(-1)!.loss);
  const seconds = secondsOf(found);
  return {
    what,
    value: summarize(seconds).p50,
    text: secondsText(seconds),
    ...ratioGoal(goal, 'PyTorch'),
    ...besidePeer(
      seconds,
      peer && secondsOf(peer.rounds),
      peer ? `PyTorch ${peer.version}` : 'PyTorch',
    ),
    how:
      `${ours.backend}, ${ours.rows.toLocaleString('en')} faces, ${ours.epochs} epochs, batches of ` +
      `32; median and range of ${rounds} in turns, after one warm-up each` +
      (peer ? `; last epoch's loss ${lossOf(found)} and ${lossOf(peer.rounds)}` : ''),
  };
}
