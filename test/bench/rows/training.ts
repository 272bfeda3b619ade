import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelNames, type ModelName } from '../../../labs/latency/names.ts';
import type { Measure } from '../bench.ts';
import { findPython, oneThread } from '../peers/find-python.ts';
import { besidePeer, figures, ratioGoal, secondsText, summarize, type Row } from '../table.ts';
import { endPrograms, openRounds, programsInTurns, type RoundProgram } from '../turns.ts';

const rounds = 5;

/** What each model took in one round, and the mean loss of its last epoch. */
type Round = Record<ModelName, { seconds: number; loss: number }>;
interface Ours {
  backend: string;
  epochs: number;
  rows: number;
}
interface Peer {
  version: string;
  blas: string | null;
}

/** The ways to train that are compared: the lab's own loop, and whole steps as a graph on the default threads and on one. */
const ways = [
  { way: 'loop', named: '', interop: '2', goal: null },
  { way: 'graph', named: ', graph', interop: '2', goal: 0.9 },
  { way: 'graph', named: ', graph, one thread', interop: '1', goal: 1.2 },
] as const;
type Way = (typeof ways)[number];

/** The environment of a program that trains: as compute has it, or on one thread in all. */
export const trainingEnv = (interop: '1' | '2') => ({
  TF_NUM_INTRAOP_THREADS: '1',
  TF_NUM_INTEROP_THREADS: interop,
  TF_CPP_MIN_LOG_LEVEL: '2',
});

/** Training time of each of the latency lab's models in each way, beside PyTorch with the same nets and data. */
export const training: Measure = async ({ root, programs, say }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  const open: Record<string, RoundProgram<unknown, Round>> = {};
  try {
    say('Training three models in each way, and in PyTorch where it is installed');
    const program = join(programs, 'training-program.js');
    for (const { way, named, interop } of ways) {
      const args = [program, folder, way];
      open[named] = await openRounds<Ours, Round>(process.execPath, args, trainingEnv(interop));
    }
    const python = await findPython('torch');
    const script = join(root, 'test/bench/peers/train_torch.py');
    if (python) open['peer'] = await openRounds<Peer, Round>(python, [script, folder], oneThread);
    const found = await programsInTurns(rounds, open);
    const peer = open['peer'] ? { ...(open['peer'].first as Peer), rounds: found['peer']! } : null;
    return modelNames.flatMap((name) =>
      ways.map((way) => rowOf(name, way, open[way.named]!.first as Ours, found[way.named]!, peer)),
    );
  } finally {
    await endPrograms(open);
    await rm(folder, { recursive: true, force: true });
  }
};

function rowOf(
  name: ModelName,
  { named, goal }: Way,
  ours: Ours,
  found: readonly Round[],
  peer: (Peer & { rounds: Round[] }) | null,
): Row {
  const secondsOf = (all: readonly Round[]) => all.map((round) => round[name].seconds);
  const lossOf = (all: readonly Round[]) => figures(all.at(-1)![name].loss);
  const seconds = secondsOf(found);
  const peerName = peer
    ? `PyTorch ${peer.version}${peer.blas ? ` on ${peer.blas}` : ''}`
    : 'PyTorch';
  const losses = peer ? `; last epoch's loss ${lossOf(found)} and ${lossOf(peer.rounds)}` : '';
  return {
    what: `training, ${name} model${named}`,
    value: summarize(seconds).p50,
    text: secondsText(seconds),
    ...(goal === null ? { goal: null, goalText: '–' } : ratioGoal(goal, 'PyTorch')),
    ...besidePeer(seconds, peer && secondsOf(peer.rounds), peerName),
    how:
      `${ours.backend}, ${ours.rows.toLocaleString('en')} rows, ${ours.epochs} epochs, batches of ` +
      `256; median and range of ${rounds} in turns, after one warm-up each${losses}`,
  };
}
