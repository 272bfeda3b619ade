import { existsSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFake, type FakeName } from './fake-electrons.ts';
import { ordinary, root, type, until, type How, type Started } from './lectern.ts';

/** How a fake was started, in its own words. */
interface Log {
  pids: number[];
  args: string[];
  LECTERN_LAUNCHER?: string;
}

/** Gone, or a corpse that nobody has buried yet. */
export function dead(pid: number): boolean {
  try {
    return /^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

/** A folder of its own for one start: a home, a fake Electron, and whatever was started there. */
export class Place {
  private readonly running: Started[] = [];
  private constructor(
    readonly folder: string,
    private readonly display: string,
  ) {}

  static async make(display: string): Promise<Place> {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-start-'));
    await chmod(folder, 0o755);
    await mkdir(join(folder, 'home'));
    const { uid, gid } = ordinary;
    if (uid !== undefined && gid !== undefined) await chown(join(folder, 'home'), uid, gid);
    const place = new Place(folder, display);
    await mkdir(join(folder, 'bin'));
    await place.unshare('exit 0');
    return place;
  }

  /**
   * Plays the system's program that makes a user namespace: Electron's sandbox is asked for through
   * it. Left as it is, it says that one can be made, so that a fake Electron is started on every
   * computer.
   */
  unshare(script: string): Promise<void> {
    return writeFile(join(this.folder, 'bin/unshare'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    return {
      PATH: `${join(this.folder, 'bin')}:${process.env['PATH']}`,
      HOME: join(this.folder, 'home'),
      LECTERN_BACKEND: 'wasm',
      ELECTRON_OVERRIDE_DIST_PATH: join(this.folder, 'fake'),
      DISPLAY: this.display,
      ...more,
    };
  }

  /** Puts a fake Electron there. */
  fake(name: FakeName): Promise<void> {
    return makeFake(join(this.folder, 'fake'), name);
  }

  run(
    args: string[],
    more: NodeJS.ProcessEnv = {},
    how: Partial<Pick<How, 'before' | 'npm' | 'root' | 'user'>> = {},
  ): Started {
    const started = type(args, {
      env: this.environment(more),
      cwd: this.folder,
      root: how.root ?? root,
      before: how.before ?? [],
      npm: how.npm ?? false,
      user: how.user ?? ordinary,
    });
    this.running.push(started);
    return started;
  }

  get log(): Log | null {
    const file = join(this.folder, 'fake/log/started.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Log) : null;
  }

  logged(): Promise<Log> {
    return until(() => this.log);
  }

  async clear(): Promise<void> {
    for (const started of this.running) started.signal('SIGKILL');
    for (const pid of this.log?.pids ?? []) if (!dead(pid)) process.kill(pid, 'SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }
}
