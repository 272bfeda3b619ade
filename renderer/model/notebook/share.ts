import { notebookFormat, notebookVersion } from '../../../main/contract/notebook-file.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { downloadBlob } from '../../charts/download.ts';
import type { Host } from '../../host/host.ts';
import { exerciseList } from '../prediction/exercise-list.ts';
import { isLive } from '../runs/choose-run.ts';

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

/** Hands the whole notebook to the person as one file. `onRun` hears how many runs are in it so far. */
export async function saveNotebook(host: Host, onRun: (done: number) => void): Promise<void> {
  const { runs, annotations, learner } = host.store.getState();
  const ended = Object.values(runs)
    .filter((run) => !isLive(run))
    .sort((a, b) => a.number - b.number);
  const row = (value: unknown) => `${JSON.stringify(value)}\n`;
  const parts: BlobPart[] = [
    row({ format: notebookFormat, formatVersion: notebookVersion, runs: ended.length }),
    row({ kind: 'learner', learner }),
    row({ kind: 'exercises', labs: await exerciseList() }),
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
  parts.push(row({ kind: 'end', runs: ended.length }));
  downloadBlob(
    `lectern-notebook-${new Date().toISOString().slice(0, 10)}.jsonl`,
    new Blob(parts, { type: 'application/jsonl' }),
  );
}
