import { Worker } from 'node:worker_threads';
import { Allowance } from './allowance.ts';
import { limits, type Outcome, type Program } from './program.ts';
import type { FromWorker } from './vm/worker.ts';
import { ended } from './words.ts';

export interface Sandbox {
  /** Runs a program and says what came of it. Never rejects for what the program does. */
  run(program: Program): Promise<Outcome>;
  /** Ends the workers; programs that still run or wait end as `lost`. */
  close(): Promise<void>;
  /** Workers that are alive now: for tests. */
  readonly workers: number;
}

/** So many programs, and a worker is replaced: whatever a leak would keep goes with it. */
const programsEach = 100;

interface Job {
  program: Program;
  resolve: (outcome: Outcome) => void;
}

let compiled: Promise<{ source: string; module: WebAssembly.Module }> | undefined;

/** The worker's text and QuickJS, compiled once for all workers of this process. */
function parts(): NonNullable<typeof compiled> {
  compiled ??= import('lectern:code-worker').then(async ({ source, wasm }) => ({
    source,
    module: await WebAssembly.compile(Buffer.from(wasm, 'base64')),
  }));
  return compiled;
}

/** One worker: idle, or with the job it has. */
class Place {
  job: Job | null = null;
  private timer: NodeJS.Timeout | undefined;
  private worker: Worker | null = null;
  private ended = 0;

  constructor(private readonly next: () => Job | undefined) {}

  get alive(): boolean {
    return this.worker !== null;
  }

  /** Takes waiting jobs as long as there are any. */
  async work(): Promise<void> {
    if (this.job) return;
    const job = this.next();
    if (!job) return;
    this.job = job;
    try {
      const worker = this.worker ?? (await this.start());
      // Closed meanwhile.
      if (this.job !== job) return void (await worker.terminate());
      this.worker = worker;
    } catch {
      return this.settle(ended('lost', job.program.timeMs ?? limits.timeMs));
    }
    this.worker.ref();
    this.endAfter(limits.beginMs, 'lost');
    this.worker.postMessage(job.program);
  }

  /** Ends the worker, also in the middle of an operation. */
  async end(why: 'time' | 'lost'): Promise<void> {
    const { worker, job } = this;
    this.worker = null;
    this.ended = 0;
    await worker?.terminate();
    if (job) this.settle(ended(why, job.program.timeMs ?? limits.timeMs));
  }

  private endAfter(ms: number, why: 'time' | 'lost'): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.end(why), ms);
  }

  /** Ends the worker once the allowance is over: looked at again where the computer was busy with something else. */
  private endWith(allowance: Allowance): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => (allowance.left() > 0 ? this.endWith(allowance) : void this.end('time')),
      Math.max(10, allowance.left()),
    );
  }

  private settle(outcome: Outcome): void {
    clearTimeout(this.timer);
    const { job } = this;
    this.job = null;
    this.worker?.unref();
    job?.resolve(outcome);
    void this.work();
  }

  private async start(): Promise<Worker> {
    const { source, module } = await parts();
    const worker = new Worker(source, {
      eval: true,
      workerData: { wasm: module },
      env: {},
      argv: [],
      execArgv: [],
      stdin: false,
      // Nothing that a library might say reaches the terminal.
      stdout: true,
      stderr: true,
      // The learner's stack is counted by QuickJS; the host's must be the deeper one.
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32, stackSizeMb: 8 },
    });
    worker.on('message', (message: FromWorker) => {
      if (this.worker !== worker || !this.job) return;
      if (message.kind === 'began')
        this.endWith(
          new Allowance(
            (this.job.program.timeMs ?? limits.timeMs) + limits.graceMs,
            // The worker ends by itself first, and may be as slow to say so.
            2 * limits.starvedMs,
          ),
        );
      if (message.kind === 'done') this.done(worker, message);
    });
    const broke = () => {
      if (this.worker === worker) void this.end('lost');
    };
    worker.on('error', broke);
    worker.on('exit', broke);
    return worker;
  }

  private done(worker: Worker, { outcome, reusable }: FromWorker): void {
    this.ended += 1;
    if (!reusable || this.ended >= programsEach) {
      this.worker = null;
      this.ended = 0;
      void worker.terminate();
    }
    this.settle(outcome!);
  }
}

/** A sandbox with so many workers, each started when there is work for it; the rest waits in line. */
export function createSandbox({ workers = 1 }: { workers?: number } = {}): Sandbox {
  const waiting: Job[] = [];
  const places = Array.from({ length: workers }, () => new Place(() => waiting.shift()));
  return {
    run: (program) =>
      new Promise((resolve) => {
        waiting.push({ program, resolve });
        void places.find(({ job }) => job === null)?.work();
      }),
    async close() {
      for (const { program, resolve } of waiting.splice(0))
        resolve(ended('lost', program.timeMs ?? limits.timeMs));
      await Promise.all(places.map((place) => place.end('lost')));
    },
    get workers() {
      return places.filter(({ alive }) => alive).length;
    },
  };
}
