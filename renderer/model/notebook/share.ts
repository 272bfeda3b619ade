import { notebookFormat, notebookVersion } from '../../../main/contract/notebook-file.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { fileWords } from '../../../labs/kit/file-words.ts';
import { downloadBlob } from '../../charts/download.ts';
import type { Host, HostState } from '../../host/host.ts';
import { exerciseList } from '../prediction/exercise-list.ts';
import { isLive } from '../runs/choose-run.ts';
import { written } from './share-writing.ts';

/** Hands one run to the person as a file. */
export async function saveCard(
  host: Host,
  run: Pick<RunSnapshot, 'id' | 'lab' | 'number'>,
): Promise<void> {
  const card = await host.call('run.export', { run: run.id });
  downloadBlob(
    `lectern-${run.lab}-run-${run.number}.json`,
    new Blob([`${JSON.stringify(card, null, 1)}\n`], { type: 'application/json' }),
  );
}

/**
 * The whole notebook as text with one JSON value on each line, in pieces. `onRun` hears how many
 * runs are in it so far; `only` names the labs that are in it (null: all).
 */
export async function notebookPieces(
  host: Host,
  onRun: (done: number) => void,
  only: readonly string[] | null = null,
  state: Pick<HostState, 'runs' | 'annotations' | 'learner' | 'reports'> = host.store.getState(),
): Promise<BlobPart[]> {
  const { runs, annotations, learner, reports } = state;
  const wanted = (lab: string) => only === null || only.includes(lab);
  const ended = Object.values(runs)
    .filter((run) => !isLive(run) && wanted(run.lab))
    .sort((a, b) => a.number - b.number);
  const labs = Object.fromEntries(Object.entries(learner.labs).filter(([lab]) => wanted(lab)));
  const exercises = (await exerciseList()).filter(({ lab }) => wanted(lab));
  const row = (value: unknown) => `${JSON.stringify(value)}\n`;
  const parts: BlobPart[] = [
    row({ format: notebookFormat, formatVersion: notebookVersion, runs: ended.length }),
    row({ kind: 'learner', learner: { ...learner, labs } }),
    row({ kind: 'exercises', labs: exercises }),
  ];
  for (const [i, { id, pinned }] of ended.entries()) {
    const { origin: _origin, ...annotation } = annotations[id] ?? { origin: null };
    // A piece of its own for each, which the browser may lay on disk.
    parts.push(
      new Blob([
        row({
          kind: 'run',
          card: await host.call('run.export', { run: id }),
          remark: annotations[id] ? annotation : null,
          ...(pinned ? { pinned } : {}),
        }),
      ]),
    );
    onRun(i + 1);
  }
  for (const one of Object.values(reports))
    if (one.readable && wanted(one.lab))
      parts.push(row({ kind: 'report', report: await host.call('report.get', { id: one.id }) }));
  parts.push(row({ kind: 'end', runs: ended.length }));
  return parts;
}

/**
 * Hands the whole notebook to the person as one file with their name in its own, and gives that. What is still being written comes
 * first. `onRun`: see `notebookPieces`.
 */
export async function saveNotebook(host: Host, onRun: (done: number) => void): Promise<string> {
  await written(host);
  const state = host.store.getState();
  const parts = await notebookPieces(host, onRun, null, state);
  const who = fileWords(state.learner.who.name, 40);
  const day = new Date().toISOString().slice(0, 10);
  const name = ['lectern-notebook', who, `${day}.jsonl`].filter((part) => part !== '').join('-');
  downloadBlob(name, new Blob(parts, { type: 'application/jsonl' }));
  return name;
}
