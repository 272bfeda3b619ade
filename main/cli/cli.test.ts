import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lab as latency } from '../../labs/latency/lab.ts';
import { checkWritable, readMeasured, writeCard } from './lab-files.ts';
import { formatTable } from './usage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let temp: string;
beforeAll(async () => void (temp = await mkdtemp(join(tmpdir(), 'lectern-cli-'))));
afterAll(() => rm(temp, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Types a command, for real. `whenSaid` is called with everything on stdout each time it grows. */
function type(
  args: string[],
  env: Record<string, string> = {},
  whenSaid?: (out: string, stop: () => void) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'main/cli/lectern.mjs'), ...args], {
    cwd: temp,
    env: { ...process.env, LECTERN_HOME: join(temp, 'home'), ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    whenSaid?.(out, () => child.kill('SIGTERM'));
  });
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}
const noTrace = ({ out, err }: Ended) => expect(out + err).not.toMatch(/^\s+at .*[:(]\d+/m);

it('a command that can’t be followed ends with 2 and says what there is', async () => {
  const ended = await type(['frobnicate']);
  expect(ended.code).toBe(2);
  expect(ended.err).toMatch(/no command "frobnicate"[\s\S]*npm run doctor/);
  noTrace(ended);
});

it('help is not an error', async () => {
  for (const args of [[], ['--help'], ['lab', '--help'], ['start', '-h']]) {
    const { code, out } = await type(args);
    expect(code).toBe(0);
    expect(out).toContain('npm ');
  }
});

describe('a command that can’t be done ends with 1 and says why', () => {
  it('an unwritable file for the card, before the lab runs', async () => {
    await writeFile(join(temp, 'file'), '');
    for (const path of [join(temp, 'no/such/a.json'), temp, join(temp, 'file/a.json')]) {
      const ended = await type(['lab', 'latency', '--json', path]);
      expect(ended).toMatchObject({ code: 1, out: '' });
      expect(ended.err).toMatch(/can't be written: .*\.\nThe lab was not started\./);
      noTrace(ended);
    }
    expect((await readdir(temp)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('a card that is missing, cut short, or no card', async () => {
    const path = join(temp, 'card.json');
    const cases: [string | null, RegExp][] = [
      [null, /no such file/],
      ['{"format":"lectern-run","lab"', /cut short/],
      ['{"format":"other"}', /not a run card/],
      ['[]', /not a run card/],
    ];
    for (const [text, message] of cases) {
      await rm(path, { force: true });
      if (text !== null) await writeFile(path, text);
      const ended = await type(['lab', 'latency', '--measured', path]);
      expect(ended.code).toBe(1);
      expect(ended.err).toMatch(message);
      noTrace(ended);
    }
  });

  it('a busy port', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ended = await type(['start', '--web', '--no-open', '--port', String(port)]);
    server.close();
    expect(ended.code).toBe(1);
    expect(ended.err).toContain(`Port ${port} is in use`);
    noTrace(ended);
  });

  it('a data folder that can’t be written, for start and for doctor', async () => {
    await writeFile(join(temp, 'in-the-way'), '');
    const home = join(temp, 'in-the-way', 'home');
    const ended = await type(['start', '--web', '--no-open'], { LECTERN_HOME: home });
    expect(ended.code).toBe(1);
    expect(ended.err).toContain(home);
    noTrace(ended);
    const told = await type(['doctor'], { LECTERN_HOME: home, LECTERN_BACKEND: 'wasm' });
    expect(told.code).toBe(1);
    expect(told.out).toMatch(/can't be written/);
    expect(told.out.trimEnd().split('\n').at(-1)).toBe('backend: wasm');
    noTrace(told);
  });
});

it('start prints the address on a line of its own, and ends with 0 when told to', async () => {
  const ended = await type(['start', '--web', '--no-open'], {}, (out, stop) => {
    if (/token=\S+\n/.test(out)) stop();
  });
  expect(ended.code).toBe(0);
  expect(ended.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{20,}$/m);
});

describe('card files', () => {
  it('a card of another lab or version, or without measurements, is refused', async () => {
    const path = join(temp, 'other.json');
    const card = {
      format: 'lectern-run',
      formatVersion: 1,
      id: 'abcdefgh',
      number: 1,
      lab: 'latency',
      labVersion: latency.version,
      parameters: {},
      seed: 1,
      preset: null,
      prediction: null,
      pinned: false,
      measuredFrom: null,
      status: 'finished',
      startedAt: new Date(0).toISOString(),
      durationMs: 1,
      backend: 'wasm',
      series: {},
      result: null,
      complete: true,
      error: null,
      measured: { service: [] },
      threads: 1,
      versions: null,
      machine: { platform: 'x', arch: 'x', cpu: 'x', cores: 1, memoryGb: 1 },
      hash: 'x',
    };
    const read = async (change: object) => {
      await writeFile(path, JSON.stringify({ ...card, ...change }));
      return readMeasured(path, latency as never);
    };
    expect(await read({})).toEqual({ service: [] });
    await expect(read({ lab: 'fairness' })).rejects.toThrow(
      'of the lab "fairness", not of "latency"',
    );
    await expect(read({ labVersion: 99 })).rejects.toThrow('version 99');
    await expect(read({ measured: null })).rejects.toThrow('no measurements');
    await expect(read({ measured: { service: [{ model: 'huge' }] } })).rejects.toThrow(
      'not complete',
    );
  });

  it('a failing write is told and leaves an older file alone', async () => {
    const gone = join(temp, 'gone', 'a.json');
    await expect(writeCard(gone, {} as never)).rejects.toThrow('its folder does not exist');
    await expect(checkWritable(join(temp, 'ok.json'))).resolves.toBeUndefined();
  });
});

it('a table has its numbers to the right', () => {
  expect(
    formatTable([
      ['model', 'AUC'],
      ['small', '0.6'],
      ['a larger one', '0.75'],
      ['x', 'unstable'],
    ]),
  ).toBe(
    [
      'model              AUC',
      '────────────  ────────',
      'small              0.6',
      'a larger one      0.75',
      'x             unstable',
    ].join('\n'),
  );
  expect(formatTable([])).toBe('');
});
