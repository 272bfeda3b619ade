import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint({ cwd: root });
});

/** The rules that a line of code breaks when it stands in this file. */
async function broken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? [])
    .map((message) => message.ruleId ?? message.message)
    .filter((rule) => rule.startsWith('no-restricted'));
}

const use = (from: string) => `import * as it from '${from}';\nexport const kept = it;\n`;

describe('who may import whom', () => {
  test.each([
    ['the contract takes nothing but zod', 'main/contract/x.ts', use('node:fs')],
    ['services take no labs', 'main/services/x.ts', use('../../labs/latency/lab.ts')],
    ['services take no Electron', 'main/services/x.ts', use('electron')],
    ['services open no socket', 'main/services/x.ts', use('node:http')],
    ['compute takes no renderer', 'main/compute/x.ts', use('../../renderer/app/address.ts')],
    ['packaging takes no Electron', 'main/package/x.ts', use('electron')],
    ['the web host takes no Electron', 'main/web/x.ts', use('electron')],
    ['the Electron host opens no socket', 'main/electron/x.ts', use('ws')],
    ['the renderer takes no Node', 'renderer/app/x.ts', use('node:fs')],
    [
      'the renderer takes nothing of main but the contract',
      'renderer/app/x.ts',
      use('../../main/services/host.ts'),
    ],
    ['the renderer takes no TensorFlow.js', 'renderer/app/x.ts', use('@tensorflow/tfjs')],
    ['a run takes no TensorFlow.js', 'labs/latency/run.ts', use('@tensorflow/tfjs')],
    ['a run takes no Node', 'labs/latency/run.ts', use('node:fs')],
    ['a run takes no React', 'labs/latency/run.ts', use('react')],
    ['a lab takes no other lab', 'labs/latency/run.ts', use('../backdoor/data.ts')],
    [
      'a panel’s part takes no other lab',
      'labs/latency/panel/x.tsx',
      use('../../backdoor/data.ts'),
    ],
    ['the kit takes no lab', 'labs/kit/x.ts', use('../latency/lab.ts')],
    ['the kit’s panel pieces take no lab', 'labs/kit/panel/x.tsx', use('../../latency/lab.ts')],
    ['the kit’s pure part takes no React', 'labs/kit/x.ts', use('react')],
    ['the kit’s pure part takes no renderer', 'labs/kit/x.ts', use('../../renderer/kit/format.ts')],
    ['the kit’s pure part takes no Node', 'labs/kit/x.ts', use('node:fs')],
    ['a run takes no panel piece of the kit', 'labs/latency/run.ts', use('../kit/panel/x.ts')],
    ['a panel takes nothing of main', 'labs/latency/panel.tsx', use('../../main/services/host.ts')],
    ['a run draws no unseeded number', 'labs/latency/run.ts', 'export const x = Math.random();\n'],
    ['a run reads no global clock', 'labs/latency/run.ts', 'export const x = performance.now();\n'],
    ['nothing exports a default', 'renderer/app/x.ts', 'const x = 1;\nexport default x;\n'],
  ])('%s', async (_name, file, code) => {
    expect(await broken(file, code)).not.toEqual([]);
  });

  test.each([
    ['the contract takes zod', 'main/contract/x.ts', use('zod')],
    ['the renderer takes the contract', 'renderer/app/x.ts', use('../../main/contract/run.ts')],
    ['the web host opens a socket', 'main/web/x.ts', use('node:http')],
    ['Electron is imported in its room', 'main/electron/x.ts', use('electron')],
    ['compute takes labs and TensorFlow.js', 'main/compute/x.ts', `${use('@tensorflow/tfjs')}`],
    ['a run takes the shared mathematics', 'labs/latency/run.ts', use('../math/random.ts')],
    ['a run takes the kit', 'labs/latency/run.ts', use('../kit/steps.ts')],
    ['a panel’s part takes the kit', 'labs/latency/panel/x.tsx', use('../../kit/panel/x.ts')],
    ['a panel’s part takes its own lab', 'labs/latency/panel/x.tsx', use('../lab.ts')],
    ['the kit’s panel pieces take React', 'labs/kit/panel/x.tsx', use('react')],
    ['a panel takes React', 'labs/latency/panel.tsx', use('react')],
  ])('%s', async (_name, file, code) => {
    expect(await broken(file, code)).toEqual([]);
  });
});
