import { join } from 'node:path';
import { annotationsFile, emptyAnnotations } from '../contract/annotation.ts';
import {
  defaultSettings,
  emptyLearner,
  learner,
  settings,
  type Settings,
} from '../contract/learner.ts';
import { emptySharedState, sharedStateFile } from '../contract/lecture-class.ts';
import { openJsonFile, type JsonFileOptions } from '../storage/json-file.ts';
import { mergeLearner } from './learner/learner.ts';
import { lecturesFile, noLectures } from './lecture/recent-lectures.ts';

/** How each of the files is written, and who is told where that fails. */
type Handling = Pick<JsonFileOptions<typeof learner>, 'write' | 'retryMs' | 'notify' | 'retract'>;

/** The small files of a data folder. */
export type OpenFiles = Awaited<ReturnType<typeof openFiles>>;

/**
 * Opens the data folder's small files: what the learner said, the settings, what all windows share, what was noted of runs and which
 * lectures were opened.
 * A file that can't be read becomes a notice, and what stands for an empty one is used.
 */
export async function openFiles(folder: string, handling: Handling) {
  const [learnerFile, settingsFile, sharedFile, notesFile, lecturesOpened] = await Promise.all([
    openJsonFile({
      ...handling,
      path: join(folder, 'learner.json'),
      schema: learner,
      version: 1,
      fallback: emptyLearner,
      label: 'Your predictions and answers',
      merge: (own, theirs) => mergeLearner(own, theirs).learner,
    }),
    openJsonFile({
      ...handling,
      path: join(folder, 'settings.json'),
      schema: settings,
      version: 1,
      fallback: defaultSettings,
      label: 'Your settings',
    }),
    openJsonFile({
      ...handling,
      path: join(folder, 'stage.json'),
      schema: sharedStateFile,
      version: 1,
      fallback: emptySharedState,
      label: 'Your drawings and polls',
    }),
    openJsonFile({
      ...handling,
      path: join(folder, 'notes.json'),
      schema: annotationsFile,
      version: 1,
      fallback: emptyAnnotations,
      label: 'Names and notes of your runs',
      merge: (own, theirs) => ({ ...own, runs: { ...theirs.runs, ...own.runs } }),
    }),
    openJsonFile({
      ...handling,
      path: join(folder, 'lectures.json'),
      schema: lecturesFile,
      version: 1,
      fallback: noLectures,
      label: 'The list of lectures that you opened',
    }),
  ]);
  return {
    learner: learnerFile,
    settings: settingsFile,
    shared: sharedFile,
    notes: notesFile,
    lectures: lecturesOpened,
    /** Saves now what is not saved yet. */
    async flush(): Promise<void> {
      await Promise.all([
        learnerFile.flush(),
        settingsFile.flush(),
        sharedFile.flush(),
        notesFile.flush(),
        lecturesOpened.flush(),
      ]);
    },
  };
}

/** What was kept of the last time that the first slide is drawn with. */
export interface LastTime {
  theme: Settings['theme'];
  slide: string | null;
}

/** What was kept of the last time, as it is now. */
export function lastTime(files: Pick<OpenFiles, 'settings' | 'learner'>): LastTime {
  return {
    theme: files.settings.value.theme,
    slide: files.learner.value.place?.slide ?? null,
  };
}
