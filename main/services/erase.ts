import { removeOwn } from '../storage/own-files.ts';
import type { RunStore } from '../storage/run-store.ts';
import type { LearnerStore } from './learner/learner-store.ts';
import type { Notices } from './notices.ts';
import type { Reports } from './reports/reports.ts';
import type { Runs } from './runs/runs.ts';
import type { Classes } from './classes/classes.ts';
import type { Room } from '../room/room.ts';
import type { SharedState } from './shared-state.ts';

export interface Erased {
  folder: string;
  runs: Runs;
  store: RunStore;
  sharedState: SharedState;
  classes: Classes;
  room: Room;
  reports: Reports;
  learnerStore: LearnerStore;
  notices: Notices;
  /** The small files that are emptied; the settings' among them where they go too. */
  files: readonly { empty(): Promise<void> }[];
  settings: boolean;
}

/**
 * Takes away all that was run, said, drawn and noted: first what runs, then memory, then the disk, so that nothing writes a file again
 * after it was removed. Throws a `storage` error where a file stays; memory is empty then all the same.
 */
export async function eraseAll({
  folder,
  runs,
  store,
  sharedState,
  classes,
  room,
  reports,
  learnerStore,
  notices,
  files,
  settings,
}: Erased): Promise<void> {
  await Promise.all([runs.empty(), room.empty()]);
  learnerStore.forget();
  sharedState.empty();
  await Promise.all([store.empty(), ...files.map((file) => file.empty())]);
  // What was set aside or could not be saved is gone as well.
  for (const { id } of notices.list()) notices.remove(id);
  await removeOwn(folder, { settings });
  classes.forget();
  reports.forget();
}
