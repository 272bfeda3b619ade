import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildNode } from '../build-node.mjs';
import { obtainLibrary, type Step } from './obtain-library.ts';
import { addonPlace, librariesPlace, type TfjsNode } from '../places.ts';
import { quietReport } from '../report.ts';
import { runSelfCheck } from './self-check.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
beforeAll(async () => void (await buildNode(root)));

let temp: string;
beforeEach(async () => void (temp = await mkdtemp(join(tmpdir(), 'lectern-check-'))));
afterEach(() => rm(temp, { recursive: true, force: true }));

it.each(['tensorflow', 'wasm'])(
  'the %s backend agrees with the plain CPU backend',
  async (backend) => {
    const { LECTERN_BACKEND: _, ...env } = process.env;
    const { info, fault, graphs } = await runSelfCheck(
      root,
      backend === 'wasm' ? { ...env, LECTERN_BACKEND: 'wasm' } : env,
    );
    expect(fault).toBeNull();
    expect(info?.backend).toBe(backend);
    expect(graphs).toEqual(backend === 'wasm' ? null : { fault: null });
  },
);

/** A copy of the project that computes as this one does, but for what `tfjsNode` puts in the place of tfjs-node. */
async function folderLike(
  folder: string,
  tfjsNode: (place: string) => Promise<void>,
): Promise<void> {
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '@tensorflow'), { recursive: true });
  await cp(join(root, 'out/node'), join(folder, 'out/node'), { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  const link = async (name: string) =>
    symlink(join(root, 'node_modules', name), join(modules, name), 'junction');
  for (const name of await readdir(join(root, 'node_modules')))
    if (!/^\.|^@tensorflow$/.test(name)) await link(name);
  for (const name of await readdir(join(root, 'node_modules/@tensorflow')))
    if (name !== 'tfjs-node') await link(join('@tensorflow', name));
  await tfjsNode(join(modules, '@tensorflow/tfjs-node'));
}

it.each([
  ['its package is not installed', async () => undefined],
  [
    'its package is there without the library',
    async (place: string) => {
      for (const part of ['package.json', 'dist', 'scripts'])
        await cp(join(root, 'node_modules/@tensorflow/tfjs-node', part), join(place, part), {
          recursive: true,
        });
    },
  ],
] as [string, (place: string) => Promise<void>][])(
  'without the native library (%s) WebAssembly computes, rightly, and the reason is given',
  async (_, tfjsNode) => {
    await folderLike(temp, tfjsNode);
    const { LECTERN_BACKEND: _backend, LECTERN_BACKEND_REASON: _reason, ...env } = process.env;
    const { info, fault } = await runSelfCheck(temp, env);
    expect(fault).toBeNull();
    expect(info?.backend).toBe('wasm');
    expect(info?.fallbackReason).toMatch(
      /^TensorFlow's native library could not be loaded \(.+\)\.$/,
    );
  },
);

it('a wrong convolution gradient on WebAssembly is found', async () => {
  await folderLike(temp, async () => undefined);
  let spoilt = 0;
  for (const name of await readdir(join(temp, 'out/node'), { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const file = join(temp, 'out/node', name);
    const program = await readFile(file, 'utf8');
    // Height and width of the pictures exchanged: the shapes still fit, the numbers don't.
    if (!program.includes('Conv2DBackpropFilter') || !program.includes('perm: [3, 1, 2, 0]'))
      continue;
    await writeFile(file, program.replace('perm: [3, 1, 2, 0]', 'perm: [3, 2, 1, 0]'));
    spoilt += 1;
  }
  expect(spoilt).toBeGreaterThan(0);
  const { info, fault } = await runSelfCheck(temp, { ...process.env, LECTERN_BACKEND: 'wasm' });
  expect(info?.backend).toBe('wasm');
  expect(fault).toMatch(/^it computes wrongly: convolution gradient \(/);
});

it('where set-up says why, that is the reason', async () => {
  const { info } = await runSelfCheck(root, {
    ...process.env,
    LECTERN_BACKEND: 'wasm',
    LECTERN_BACKEND_REASON: 'The host answered 403.',
  });
  expect(info).toMatchObject({ backend: 'wasm', fallbackReason: 'The host answered 403.' });
});

it('a program that dies is a fault, not an exception', async () => {
  await mkdir(join(temp, 'out/node'), { recursive: true });
  await writeFile(join(temp, 'out/node/self-check.js'), "process.kill(process.pid, 'SIGSEGV')");
  expect((await runSelfCheck(temp)).fault).toContain('SIGSEGV');
  await writeFile(join(temp, 'out/node/self-check.js'), 'console.log(\'{"info":\')');
  expect((await runSelfCheck(temp)).fault).toContain('no answer');
  await writeFile(join(temp, 'out/node/self-check.js'), "throw new TypeError('no such symbol')");
  expect((await runSelfCheck(temp)).fault).toContain('TypeError: no such symbol');
});

it('goes from source to source, says why each failed, remembers it for a day and asks anew when told to', async () => {
  const folder = join(temp, 'tfjs-node');
  const tfjs: TfjsNode = {
    folder,
    version: '4.22.0',
    addon: join(folder, addonPlace),
    libraries: join(folder, librariesPlace),
  };
  // This root has a program that computes wrongly, whatever library lies in the folder.
  await mkdir(join(temp, 'out/node'), { recursive: true });
  await writeFile(join(temp, 'out/node/self-check.js'), 'process.exit(3)');
  let tries = 0;
  const steps: Step[] = [
    { name: 'one', install: () => Promise.reject(new Error('the host answered 403')) },
    {
      name: 'two',
      async install() {
        tries += 1;
        await mkdir(dirname(tfjs.addon), { recursive: true });
        await mkdir(tfjs.libraries, { recursive: true });
        await writeFile(tfjs.addon, 'x');
        await writeFile(join(tfjs.libraries, 'libtensorflow.so.1'), 'x');
      },
    },
  ];
  const said: string[] = [];
  const report = { ...quietReport(), say: (line: string) => void said.push(line) };
  const obtain = (again: boolean) =>
    obtainLibrary(temp, tfjs, join(temp, 'cache'), report, again, {}, steps);

  const first = await obtain(false);
  expect(first.native).toBe(false);
  expect(first.failures).toEqual([
    "TensorFlow's native library could not be had from one: the host answered 403.",
    "TensorFlow's native library could not be had from two: its self-check ended with code 3.",
  ]);
  expect(said.at(-1)).toContain('WebAssembly');
  expect((await obtain(false)).failures).toEqual(first.failures);
  expect(tries).toBe(1);
  await obtain(true);
  expect(tries).toBe(2);
});
