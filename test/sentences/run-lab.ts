import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { loadBackend } from '../../main/compute/backend.ts';
import { execute } from '../../main/compute/execute.ts';
import type { Tf } from '../../labs/lab.ts';
import type { Planned } from './plan.ts';
import type { RealResult } from './result.ts';

/** Runs labs in this process. Where a folder is given, a result is kept there and not made again while the lab’s plan is the same. */
export class Runner {
  private tf: Tf | null = null;
  private backend: Planned['backend'] | null = null;
  /** Timings of an earlier run of the latency lab’s: to time anew is most of its time. */
  private readonly measured = new Map<string, unknown>();

  constructor(private readonly keep: string | null) {}

  async run(planned: Planned): Promise<RealResult> {
    const kept = await this.read(planned);
    if (kept) return kept;
    const tf = await this.on(planned.backend);
    const partials: unknown[] = [];
    const timed = `${planned.lab} ${planned.seed} ${planned.backend}`;
    const { outcome, open } = await execute(
      tf,
      {
        lab: planned.lab,
        parameters: planned.parameters,
        seed: planned.seed,
        measured: this.measured.get(timed) ?? null,
      },
      new AbortController().signal,
      ({ partial }) => {
        if (partial !== undefined) partials.push(partial);
      },
    );
    open?.dispose();
    if (outcome.measured && planned.lab === 'latency') this.measured.set(timed, outcome.measured);
    const real: RealResult = {
      ...planned,
      result: outcome.result,
      partials: [0, 0.6].flatMap((part) => partials[Math.floor(part * partials.length)] ?? []),
    };
    await this.write(planned, real);
    return real;
  }

  /** Both backends live in one engine: the native one first, for WebAssembly patches what it finds. */
  private async on(backend: Planned['backend']): Promise<Tf> {
    if (this.tf && this.backend === backend) return this.tf;
    process.env['TF_CPP_MIN_LOG_LEVEL'] = '2';
    process.env['TF_NUM_INTRAOP_THREADS'] = '1';
    process.env['TF_NUM_INTEROP_THREADS'] = '2';
    const loaded = await loadBackend({ LECTERN_BACKEND: backend === 'wasm' ? 'wasm' : undefined });
    if (loaded.info.backend !== backend)
      throw new Error(loaded.info.fallbackReason ?? `no ${backend} backend here`);
    this.tf = loaded.tf;
    this.backend = backend;
    return this.tf;
  }

  private file(planned: Planned): string {
    const hash = createHash('sha256').update(JSON.stringify(planned)).digest('hex').slice(0, 16);
    return join(this.keep!, `${planned.lab}-${planned.seed}-${hash}.json.gz`);
  }

  private async read(planned: Planned): Promise<RealResult | null> {
    if (this.keep === null) return null;
    try {
      const text = gunzipSync(await readFile(this.file(planned))).toString();
      return JSON.parse(text) as RealResult;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  private async write(planned: Planned, real: RealResult): Promise<void> {
    if (this.keep === null) return;
    await mkdir(this.keep, { recursive: true });
    await writeFile(this.file(planned), gzipSync(JSON.stringify(real), { level: 9 }));
  }
}
