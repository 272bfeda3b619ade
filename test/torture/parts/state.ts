import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrialWindow } from '../../../main/services/fixtures/trial-host.ts';

/** Everything a host keeps, as a window sees it: learner, settings, stage, runs, what was said of them, and the id of compute. */
export async function seenState(window: Pick<TrialWindow, 'call'>): Promise<string> {
  const { call } = window;
  const parts = await Promise.all([call('learner.get', {}), call('settings.get', {}), call('stage.get', {}), call('run.list', {}), call('run.page', { before: null }), call('notebook.size', {}), call('app.info', {})]);
  return JSON.stringify(parts);
}

/** A fingerprint of every file below a folder. Unfinished and index files count too. */
export async function filesState(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\0`).update(await readFile(name));
  return hash.digest('hex');
}
