import { createStore } from 'zustand/vanilla';
import type { LectureProblem } from '../../../main/contract/lecture-folder.ts';

/** What is wrong with the open folder; empty where nothing is, or none is open. */
export const folderProblems = createStore<{ list: readonly LectureProblem[] }>(() => ({
  list: [],
}));
export const setFolderProblems = (list: readonly LectureProblem[]): void =>
  folderProblems.setState({ list });
