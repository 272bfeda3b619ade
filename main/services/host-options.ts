import type { LabCatalog } from '../compute/lab-catalog.ts';
import type { AppInfo } from '../contract/methods.ts';
import type { Write } from '../storage/write.ts';
import type { ComputeChild } from './compute/compute-child.ts';
import type { LectureFolder } from './lecture/lecture-folder.ts';
import type { LastTime } from './open-files.ts';
import type { ShowFolder } from './pages/open-folder.ts';

/** What pages are served with. */
export interface Opened {
  lecture: Pick<LectureFolder, 'outline' | 'picture'>;
  /** What was kept of the last time, as it is now. */
  kept: () => LastTime;
}

/** What a host is made with. */
export interface HostOptions {
  /** The program's own folder. */
  root: string;
  kind: AppInfo['host'];
  /** Starts the compute process: on WebAssembly where a reason is given, which the screen then shows. */
  spawnCompute: (fallbackReason?: string) => ComputeChild;
  catalog: LabCatalog;
  /** Lectern's own version. */
  version: string;
  /** Where runs, answers and settings live; the person's data folder where left out. */
  folder?: string;
  /**
   * Asks where to, lays a place of the app out and writes it as PDF; resolves to the file, null
   * where the person thought better of it. Left out where a browser prints.
   */
  savePdf?: (place: string, name: string) => Promise<string | null>;
  /** Shows a folder in the system's file manager; left out where no other program may be started. */
  showFolder?: ShowFolder;
  /** Ends the sessions of all browsers; left out where windows need none. */
  endSessions?: () => void;
  /** The computer's clock, in ms; tests hand in one that jumps. */
  now?: () => number;
  /** A lecture's folder to open instead of the lecture that comes with Lectern. */
  lecture?: string | undefined;
  /** How files are written; tests hand in one that fails. */
  write?: Write;
  /** After so long (milliseconds) what could not be written is tried again; a few seconds where left out. */
  retryMs?: number;
  /** Called once the lecture's folder and the small files are open, before the runs are read: pages can be served from then on. */
  onOpened?: (opened: Opened) => void;
  /**
   * Leaves the processor to the first window: compute starts when it has had time to draw its slide, and without a window a little
   * later. At once where left out.
   */
  firstSlideFirst?: boolean;
}
