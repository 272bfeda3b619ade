import { computeEvents, computeMethods, type ComputeMethod } from '../../contract/compute.ts';
import { LecternError } from '../../contract/errors.ts';
import type { AppInfo, ComputeInfo, ParamsOf, ResultOf } from '../../contract/methods.ts';
import type { Progress } from '../../contract/run.ts';
import { connect, type Client } from '../../rpc/connect.ts';
import { exitInWords, type ComputeChild } from './compute-child.ts';

/** So many crashes within `crashWindowMs`, with no finished run or answer in between, and compute stays down. */
export const crashLimit = 3;
export const crashWindowMs = 5 * 60_000;
/** So many deaths before a hello in a row, and the next start is on WebAssembly: the native library may be what ends it. */
export const deathLimit = 2;
/** A compute process that has not said hello by then is given up. */
const helloWithinMs = 60_000;

export type ComputeState = AppInfo['compute'];

export interface ComputeOptions {
  /** Starts one: on WebAssembly where a reason is given. */
  spawn: (fallbackReason?: string) => ComputeChild;
  onState: (state: ComputeState) => void;
  onProgress: (run: string, progress: Progress) => void;
  now?: () => number;
}

/** What to do where it could never begin, on its second backend neither: no setting of a lab is at fault. */
const neverReady =
  'It was never ready, so its program may be damaged. Delete the folder “out” in Lectern’s own ' +
  'folder and start Lectern again. A Lectern from a package is installed again instead.';

const crashed = (how: string) =>
  new LecternError({
    code: 'compute-crashed',
    what: `The compute process stopped in the middle of its work: ${how}.`,
    safe: 'What was measured before that is kept, and so are all earlier runs.',
    next: 'It is being restarted: run again.',
  });

const down = (why: string) =>
  new LecternError({
    code: 'compute-down',
    what: why,
    safe: 'Slides, earlier runs and answers are all there.',
    next: 'Restart compute from the message on screen; if it fails again, run "npm run doctor".',
  });

interface Live {
  child: ComputeChild;
  client: Client<typeof computeMethods>;
  /** Rejects when the child ends. */
  gone: Promise<never>;
  /**
   * Who waits for an answer now and must hear when the child ends. Not a race with `gone`: a promise that lives long keeps the outcome of
   * every race it was ever in.
   */
  waiting: Set<(error: LecternError) => void>;
  /** Whether it has said hello. */
  greeted: boolean;
  /** Why we ended it ourselves before its hello, in words: the signal that it ended by tells nothing then. */
  givenUp?: string;
}

/** Keeps one compute process alive: starts it warm, restarts it after a crash, and gives up after too many. */
export class ComputeProcess {
  state: ComputeState = { state: 'starting' };
  info: ComputeInfo | null = null;
  private live: Live | null = null;
  private crashes: number[] = [];
  /** Deaths before a hello, in a row. */
  private deaths = 0;
  private fallbackReason: string | undefined;
  private readonly meant = new WeakSet<ComputeChild>();
  private closed = false;
  private readonly now: () => number;

  constructor(private readonly options: ComputeOptions) {
    this.now = options.now ?? Date.now;
  }

  /** Starts the process where none runs. `state` says when it is ready. */
  start(): void {
    if (this.live || this.closed) return;
    let child: ComputeChild;
    try {
      child = this.options.spawn(this.fallbackReason);
    } catch (error) {
      this.set({
        state: 'down',
        why: `The compute process could not be started: ${error instanceof Error ? error.message : String(error)}`,
      });
      return;
    }
    const client = connect(child.channel, computeMethods, computeEvents, {
      'run.progress': ({ run, progress }) => this.options.onProgress(run, progress),
    });
    const waiting: Live['waiting'] = new Set();
    let end: (error: LecternError) => void = () => undefined;
    const gone = new Promise<never>((_, reject) => (end = reject));
    gone.catch(() => undefined);
    const live: Live = { child, client, gone, waiting, greeted: false };
    this.live = live;
    child.onExit((exit) => {
      const how = live.givenUp ?? exitInWords(exit);
      end(crashed(how));
      for (const tell of waiting) tell(crashed(how));
      client.dispose();
      this.ended(live, how);
    });
    void this.greet(live);
  }

  /** Asks compute. Rejects with `compute-crashed` where the process ends first, with `compute-down` where there is none. */
  async call<K extends ComputeMethod>(
    method: K,
    params: ParamsOf<typeof computeMethods, K>,
    signal?: AbortSignal,
  ): Promise<ResultOf<typeof computeMethods, K>> {
    const { live } = this;
    if (!live)
      throw down(
        this.state.state === 'down' ? this.state.why : 'The compute process is not running.',
      );
    return new Promise((resolve, reject) => {
      live.waiting.add(reject);
      void live.client
        .call(method, params, signal)
        .then(resolve, reject)
        .finally(() => live.waiting.delete(reject));
    });
  }

  /** A run finished or a question was answered: earlier crashes no longer count. */
  worked(): void {
    this.crashes = [];
  }

  /** Ends a process that does not yield and starts another. Not a crash: we asked for it. */
  replace(): void {
    if (!this.live) return;
    this.meant.add(this.live.child);
    this.live.child.kill();
  }

  /** The person asks for a restart: earlier crashes are forgiven, and the native library is tried again. */
  restart(): void {
    this.crashes = [];
    this.deaths = 0;
    this.fallbackReason = undefined;
    if (this.live) this.replace();
    else if (!this.closed) {
      this.set({ state: 'restarting' });
      this.start();
    }
  }

  /** Ends the process for good; resolves when it is gone. */
  async close(): Promise<void> {
    this.closed = true;
    const { live } = this;
    if (!live) return;
    this.replace();
    await live.gone.catch(() => undefined);
  }

  private async greet(live: Live): Promise<void> {
    const { child, client, gone } = live;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const seconds = helloWithinMs / 1000;
      const tooLate = () => reject(new Error(`it did not answer within ${seconds} seconds`));
      timer = setTimeout(tooLate, helloWithinMs);
    });
    try {
      const info = await Promise.race([client.call('compute.hello', {}), gone, late]);
      if (this.live !== live) return;
      this.info = info;
      this.deaths = 0;
      live.greeted = true;
      this.set({ state: 'ready', info, pid: child.pid });
    } catch (error) {
      live.givenUp = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
      child.kill();
    } finally {
      clearTimeout(timer);
    }
  }

  private ended(live: Live, how: string): void {
    if (this.live !== live) return;
    this.live = null;
    if (this.closed) return;
    if (!this.meant.has(live.child)) {
      const now = this.now();
      this.crashes = [...this.crashes.filter((at) => now - at < crashWindowMs), now];
      const wayLeft = !live.greeted && this.diedEarly(how);
      if (this.crashes.length >= crashLimit && !wayLeft) {
        this.set({
          state: 'down',
          why:
            `The compute process crashed ${this.crashes.length} times in a row and was not started again; the last time, ${how}.` +
            (this.deaths >= deathLimit && !this.info ? ` ${neverReady}` : ''),
        });
        return;
      }
    }
    this.set({ state: 'restarting' });
    this.start();
  }

  /**
   * It never said hello. After two of those it is not tried a third time in the same way. Returns whether a way is left that was not
   * tried: crashes before those two must not take it away.
   */
  private diedEarly(how: string): boolean {
    this.deaths += 1;
    if (this.deaths < deathLimit || this.fallbackReason !== undefined) return false;
    this.fallbackReason = `The compute process ended twice before it was ready; the last time, ${how}.`;
    return true;
  }

  private set(state: ComputeState): void {
    this.state = state;
    this.options.onState(state);
  }
}
