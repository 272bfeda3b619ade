import type { LectureClass } from '../../contract/lecture-class.ts';
import type { RoomFile } from '../../contract/room.ts';
import { writeAtomic } from '../../storage/write.ts';
import { ClassRoom } from '../class/class-room.ts';
import type { RoomFolder } from './room-folder.ts';
import { sessionPath, type RoomSession } from './room-session.ts';
import { Saver, type SaverOptions } from './saver.ts';

interface OpenClassOptions extends Pick<SaverOptions, 'notify' | 'retract'> {
  /** The data folder. */
  folder: string;
  kept: RoomFolder;
  write?: SaverOptions['write'] | undefined;
  now: () => number;
  /** Whether a run ended whole, and its card is here. */
  isWhole: (run: string) => boolean;
}

/** The class in progress as the room has it in hand: what it answered, whose phones are whose, and the two files of that. */
export class OpenClass {
  readonly room: ClassRoom;
  /** Numbers in the class by the hash of a phone's cookie. */
  readonly members: Map<string, number>;
  private readonly savers: { answers: Saver; session: Saver };

  constructor(
    options: OpenClassOptions,
    current: LectureClass,
    file: RoomFile | null,
    /** Null until the room was opened in this class. */
    public session: RoomSession | null,
  ) {
    const { folder, kept, notify, retract, now, isWhole } = options;
    const write = options.write ?? writeAtomic;
    this.room = file ? ClassRoom.from(file, now, isWhole) : new ClassRoom(current, now);
    this.members = new Map(session?.members);
    if (session) this.room.resume(session.questions);
    // The two files are not written at one moment: a number must not be given twice.
    this.room.joined = Math.max(this.room.joined, ...this.members.values());
    const common = { notify, retract };
    this.savers = {
      answers: new Saver({
        ...common,
        path: kept.path(current.number),
        text: () => JSON.stringify(this.room.file()),
        write,
      }),
      session: new Saver({
        ...common,
        path: sessionPath(folder),
        text: () => JSON.stringify(this.sessionNow()),
        // Whoever could read it could answer in another's place.
        write: options.write ?? ((path, text) => writeAtomic(path, text, 0o600)),
      }),
    };
  }

  /** Something of it is to be written soon. */
  save(): void {
    this.savers.answers.changed();
    if (this.session) this.savers.session.changed();
  }

  async flush(): Promise<void> {
    await Promise.all([this.savers.answers.flush(), this.savers.session.flush()]);
  }

  /** Nothing of it is written any more. */
  async end(): Promise<void> {
    await Promise.all([this.savers.answers.end(), this.savers.session.end()]);
  }

  private sessionNow(): RoomSession | null {
    const { session, members, room } = this;
    return session && { ...session, members: [...members], questions: room.questions.session() };
  }
}
