import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let eslint: ESLint;
/** The first file takes seconds, because ESLint reads its rules then; on a busy machine many. */
const patience = 120_000;
beforeAll(async () => {
  eslint = new ESLint({ cwd: root });
  await broken('renderer/app/x.ts', '');
}, patience);

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
    [
      'compute takes no renderer',
      'main/compute/x.ts',
      use('../../renderer/model/address/address.ts'),
    ],
    ['the sandbox takes nothing of other rooms', 'main/sandbox/x.ts', use('../contract/run.ts')],
    ['the sandbox opens no socket', 'main/sandbox/vm/x.ts', use('node:net')],
    ['packaging takes no Electron', 'main/package/x.ts', use('electron')],
    ['the web host takes no Electron', 'main/web/x.ts', use('electron')],
    ['the room takes no labs', 'main/room/x.ts', use('../../labs/latency/lab.ts')],
    ['the room takes no Electron', 'main/room/x.ts', use('electron')],
    ['the phone’s page takes no package', 'renderer/room/x.ts', use('zod')],
    ['the phone’s page takes no kit', 'renderer/room/view/x.ts', use('../../kit/button.tsx')],
    ['the player takes no package', 'renderer/player/x.ts', use('zod')],
    ['the player takes no model', 'renderer/player/x.ts', use('../model/lecture/lecture.ts')],
    ['the Electron host opens no socket', 'main/electron/x.ts', use('ws')],
    ['the renderer takes no Node', 'renderer/app/x.ts', use('node:fs')],
    [
      'the renderer takes nothing of main but the contract',
      'renderer/app/x.ts',
      use('../../main/services/host.ts'),
    ],
    ['the renderer takes no connection', 'renderer/app/x.ts', use('../../main/rpc/client.ts')],
    [
      'the renderer’s host takes no service',
      'renderer/host/x.ts',
      use('../../main/services/host.ts'),
    ],
    ['the renderer’s host takes no model', 'renderer/host/x.ts', use('../model/lab/registry.ts')],
    ['a connection takes no Node', 'main/rpc/x.ts', use('node:fs')],
    ['a connection takes no labs', 'main/rpc/x.ts', use('../../labs/latency/lab.ts')],
    ['the renderer takes no TensorFlow.js', 'renderer/app/x.ts', use('@tensorflow/tfjs')],
    ['kit takes no model', 'renderer/kit/x.ts', use('../model/lab/registry.ts')],
    ['charts take nothing shared', 'renderer/charts/x.ts', use('../shared/window/shell.ts')],
    ['the host takes no feature', 'renderer/host/x.ts', use('../features/tour/tour-offer.tsx')],
    ['the glossary takes no model', 'renderer/glossary/x.tsx', use('../model/lab/registry.ts')],
    ['the model takes no React', 'renderer/model/runs/x.ts', use('react')],
    ['the model takes no component', 'renderer/model/runs/x.ts', use('../../kit/button.tsx')],
    ['the model takes nothing shared', 'renderer/model/runs/x.ts', use('../../shared/lab/x.ts')],
    ['the model takes no feature', 'renderer/model/runs/x.ts', use('../../features/deck/x.ts')],
    ['the model takes no app', 'renderer/model/runs/x.ts', use('../../app/lecture.ts')],
    ['what is shared takes no feature', 'renderer/shared/lab/x.ts', use('../../features/lab/x.ts')],
    ['what is shared takes no app', 'renderer/shared/lab/x.ts', use('../../app/lecture.ts')],
    ['a feature takes no other', 'renderer/features/deck/x.ts', use('../notebook/x.ts')],
    [
      'a feature takes no other from a folder of its own',
      'renderer/features/lab/story/x.ts',
      use('../../notebook/x.ts'),
    ],
    ['a feature takes no app', 'renderer/features/deck/x.ts', use('../../app/lecture.ts')],
    ['a panel takes no model', 'labs/latency/panel.tsx', use('../../renderer/model/runs/x.ts')],
    ['a panel takes no feature', 'labs/latency/panel/x.ts', use('../../../renderer/features/x.ts')],
    ['a slide takes no feature', 'slides/x/figures/x.tsx', use('../../../renderer/features/x.ts')],
    ['a slide takes no app', 'slides/x/figures/x.tsx', use('../../../renderer/app/lecture.ts')],
    ['what labs show takes no renderer', 'labs/view.ts', use('../renderer/kit/button.tsx')],
    ['what labs show takes no Node', 'labs/view.ts', use('node:fs')],
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
    [
      'the kit’s pure part takes no renderer',
      'labs/kit/x.ts',
      use('../../renderer/kit/number/format.ts'),
    ],
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
    ['the renderer’s host takes the wire', 'renderer/host/x.ts', use('../../main/rpc/client.ts')],
    ['the web host opens a socket', 'main/web/x.ts', use('node:http')],
    ['Electron is imported in its room', 'main/electron/x.ts', use('electron')],
    ['compute takes labs and TensorFlow.js', 'main/compute/x.ts', `${use('@tensorflow/tfjs')}`],
    ['a run takes the shared mathematics', 'labs/latency/run.ts', use('../math/random.ts')],
    ['a run takes the kit', 'labs/latency/run.ts', use('../kit/steps.ts')],
    ['a panel’s part takes the kit', 'labs/latency/panel/x.tsx', use('../../kit/panel/x.ts')],
    ['a panel’s part takes its own lab', 'labs/latency/panel/x.tsx', use('../lab.ts')],
    ['the kit’s panel pieces take React', 'labs/kit/panel/x.tsx', use('react')],
    ['a panel takes React', 'labs/latency/panel.tsx', use('react')],
    [
      'a story takes the glossary',
      'labs/x/story/x.tsx',
      use('../../../renderer/glossary/term.tsx'),
    ],
    ['a panel takes charts', 'labs/latency/panel.tsx', use('../../renderer/charts/series.ts')],
    ['what labs show takes the contract', 'labs/view.ts', use('../main/contract/run.ts')],
    ['the model takes another of its rooms', 'renderer/model/runs/x.ts', use('../lab/attempt.ts')],
    ['the model takes a store', 'renderer/model/runs/x.ts', use('zustand/vanilla')],
    ['what is shared takes the model', 'renderer/shared/lab/x.ts', use('../../model/lab/x.ts')],
    ['a feature takes its own rooms', 'renderer/features/lab/story/x.ts', use('../run/use-lab.ts')],
    ['a feature takes the model', 'renderer/features/deck/x.ts', use('../../model/lab/x.ts')],
    ['the app takes every feature', 'renderer/app/x.ts', use('../features/deck/deck.tsx')],
    [
      'a slide takes what is shared',
      'slides/x/x.tsx',
      use('../../renderer/shared/slide/slide.tsx'),
    ],
  ])('%s', async (_name, file, code) => {
    expect(await broken(file, code)).toEqual([]);
  });
});
