import { LecternError } from '../../contract/errors.ts';
import {
  isOfClass,
  isTraceOfClass,
  isWorthKeeping,
  newClassAfterMs,
  timedClasses,
  type ClassList,
  type EarlierClass,
  type LectureClass,
} from '../../contract/lecture-class.ts';
import type { Learner } from '../../contract/learner.ts';
import type { SharedState } from '../shared-state.ts';
import { atRest } from './at-rest.ts';
import { earlierOf, type ClassFile, type ClassFolder } from './class-folder.ts';
import { roomPredictions, withoutRoom, withRoom } from './room-predictions.ts';

/** The last use is written down this often at most, in ms: a pointer moves thirty times a second. */
const writeEveryMs = 60_000;

interface ClassesOptions {
  folder: Pick<ClassFolder, 'list' | 'read' | 'save' | 'remove'>;
  state: SharedState;
  /** What the learner said. What they locked for a room is of the class; the rest stays. */
  learner: { readonly value: Learner; set(learner: Learner): void };
  /** Numbers of classes whose phones' answers are kept, which outlive the class's own file. */
  answered: () => Promise<readonly number[]>;
  /** What is kept of the class in progress. */
  meta: { readonly value: LectureClass | undefined; set(meta: LectureClass | undefined): void };
  /** The computer's clock, in ms. */
  now: () => number;
  /** The list is another one. */
  changed: () => void;
}

const refused = (what: string, next: string) =>
  new LecternError({ code: 'bad-request', what, safe: 'Nothing was changed.', next });

/** The class in progress and the earlier ones. The host's, so that all windows are in the same class. */
export class Classes {
  private earlier: EarlierClass[] = [];
  /** The highest number that a class had: none is given twice, or a class would find another's answers. */
  private highest = 0;
  private offered = false;
  private readonly options: ClassesOptions;

  constructor(options: ClassesOptions) {
    this.options = options;
  }

  /** Reads the earlier ones, and looks whether the last use is long ago. */
  async load(): Promise<void> {
    const { folder, answered, meta } = this.options;
    this.earlier = await folder.list();
    const numbers = [...this.earlier.map(({ number }) => number), ...(await answered())];
    this.highest = Math.max(meta.value?.number ?? 0, ...numbers);
    this.look();
  }

  list(): ClassList {
    const current = this.options.meta.value ?? null;
    return {
      current,
      offered: this.offered,
      // The file of one that was opened stays until it is put away anew: nothing is lost in between.
      earlier: onlyNewestTimed(
        this.earlier.filter(({ number }) => number !== current?.number).slice(0, 2_000),
      ),
    };
  }

  /** Looks at the clock: offers a new class where this one was not used for long. Set back, the clock says nothing of how long. */
  look(): void {
    const { meta, state, now } = this.options;
    if (this.offered || !meta.value) return;
    const away = Math.abs(now() - Date.parse(meta.value.usedAt));
    if (away <= newClassAfterMs || !Object.keys(state.values).some(isTraceOfClass)) return;
    this.offered = true;
    this.options.changed();
  }

  /** A shared value was changed: the class is in use. While a new one is offered, its last use stays what it was. */
  used(key: string): void {
    if (!isOfClass(key)) return;
    this.look();
    if (this.offered) return;
    const { meta, now } = this.options;
    const at = new Date(now()).toISOString();
    if (!meta.value) {
      this.highest += 1;
      meta.set({ number: this.highest, begunAt: at, usedAt: at });
    } else if (Math.abs(now() - Date.parse(meta.value.usedAt)) > writeEveryMs)
      meta.set({ ...meta.value, usedAt: at });
    else return;
    this.options.changed();
  }

  /** The offer is answered: this class goes on. */
  goOn(): void {
    this.offered = false;
    const { meta, now } = this.options;
    if (meta.value) meta.set({ ...meta.value, usedAt: new Date(now()).toISOString() });
    this.options.changed();
  }

  /** Puts the class away and begins a new one. Throws `storage` where it can't be put away; all is then as before. */
  async begin(): Promise<void> {
    const { state, learner, meta } = this.options;
    await this.putAway();
    state.replaceClass({});
    learner.set(withoutRoom(learner.value));
    meta.set(undefined);
    this.offered = false;
    this.options.changed();
  }

  /** Puts the class away and opens an earlier one in its place. Throws `bad-request` and `storage`. */
  async open(number: number): Promise<void> {
    const read = await this.options.folder.read(number);
    if (!read.ok)
      throw refused(
        read.why === 'newer'
          ? 'This class was kept by a newer version of Lectern.'
          : 'This class can’t be read: its file is damaged.',
        read.why === 'newer' ? 'Open it with that version.' : 'Open another one.',
      );
    await this.putAway();
    const { state, learner, meta } = this.options;
    const at = new Date(this.options.now()).toISOString();
    const opened = withRoom(withoutRoom(learner.value), read.data.values);
    learner.set(opened.learner);
    // An older Lectern put its classes away with the clock going.
    const lastUse = Date.parse(read.data.class.usedAt);
    state.replaceClass(atRest(opened.values, () => lastUse));
    meta.set({ ...read.data.class, usedAt: at });
    this.offered = false;
    this.options.changed();
  }

  /** Deletes an earlier class for good. A newer Lectern's is left alone: throws `bad-request`. */
  async remove(number: number): Promise<void> {
    if (this.earlier.find((one) => one.number === number)?.problem === 'newer')
      throw refused(
        'This class was kept by a newer version of Lectern.',
        'Delete it with that version.',
      );
    await this.options.folder.remove(number);
    this.earlier = this.earlier.filter((one) => one.number !== number);
    this.options.changed();
  }

  /** Everything was erased. */
  forget(): void {
    this.earlier = [];
    this.highest = 0;
    this.offered = false;
    this.options.changed();
  }

  private async putAway(): Promise<void> {
    const { folder, state, learner, meta } = this.options;
    if (!meta.value || !isWorthKeeping(state.values, learner.value)) return;
    const values = { ...state.classValues, ...roomPredictions(learner.value) };
    const file: ClassFile = {
      version: 1,
      class: meta.value,
      values: atRest(values, (since) => this.endOf(since)),
    };
    await folder.save(file);
    const others = this.earlier.filter(({ number }) => number !== file.class.number);
    this.earlier = [earlierOf(file), ...others].sort((a, b) => b.number - a.number);
  }

  /** When what was set going at `since` ends with the class, in ms: now, but with its last use where that is long ago. */
  private endOf(since: number): number {
    const now = this.options.now();
    const lastUse = Date.parse(this.options.meta.value?.usedAt ?? '');
    const longAgo = Math.abs(now - lastUse) > newClassAfterMs;
    // Set going after it, while a new class was offered: that is of now. The last use is written down with a delay.
    return longAgo && since <= lastUse + writeEveryMs ? lastUse : now;
  }
}

/** A window needs the times of a few classes; those of a whole shelf would be too long a message. Newest first. */
function onlyNewestTimed(earlier: readonly EarlierClass[]): EarlierClass[] {
  let timed = 0;
  return earlier.map(({ passages, ...one }) => {
    if (passages) timed += 1;
    return passages && timed <= timedClasses ? { ...one, passages } : one;
  });
}
