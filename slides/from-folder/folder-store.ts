import { createStore } from 'zustand/vanilla';
import type {
  FolderSlide,
  FolderSlideMeta,
  LectureOutline,
} from '../../main/contract/lecture-folder.ts';

interface FolderState {
  outline: LectureOutline | null;
  slides: ReadonlyMap<string, FolderSlide>;
  metas: ReadonlyMap<string, FolderSlideMeta>;
  /** Of an edition: its slides that are shown. Any other id is the base's. */
  placed: ReadonlySet<string>;
}

/** The slides of the folder that is open, as they were last read. */
export const folderStore = createStore<FolderState>(() => ({
  outline: null,
  slides: new Map(),
  metas: new Map(),
  placed: new Set(),
}));
