import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrialWindow } from '../../../main/services/fixtures/trial-host.ts';

/** Everything a host keeps, as a window sees it: learner, settings, stage, runs, what was said of them, and the state and id of compute. */
export async function seenState({
  call,
}: Pick<TrialWindow, 'call'>): Promise<Record<string, string>> {
  const asked = {
    learner: call('learner.get', {}),
    settings: call('settings.get', {}),
    stage: call('stage.get', {}),
    runs: call('run.list', {}),
    page: call('run.page', { before: null }),
    notebook: call('notebook.size', {}),
    app: call('app.info', {}),
  };
  return Object.fromEntries(
    await Promise.all(
      Object.entries(asked).map(
        async ([name, answer]) => [name, JSON.stringify(await answer)] as const,
      ),
    ),
  );
}

/**
 * A fingerprint of every file below a folder, by its path; unfinished ones count too. The index is
 * left out: it only spares the next start some reading, and is written when there is time.
 */
export async function filesState(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'runs-index.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(
        async (name) =>
          [
            name,
            createHash('sha256')
              .update(await readFile(name))
              .digest('hex'),
          ] as const,
      ),
    ),
  );
}

/** What differs, in words for the report. */
export function differences(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => before[name] !== after[name])
    .map(
      (name) =>
        `${name}: ${(before[name] ?? 'not there').slice(0, 300)} → ${(after[name] ?? 'not there').slice(0, 300)}`,
    );
}
