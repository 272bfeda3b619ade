import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Tf } from '../../labs/lab.ts';
import type { ComputeInfo } from '../contract/methods.ts';
import { patchNode } from './node-compat.ts';
import { addConvolutionGradients } from './wasm-conv-gradient.ts';
import { speedUpTransposedProducts } from './wasm-matmul.ts';

// `require`, not `import`: all parts of TensorFlow.js must share the one CommonJS core, and tfjs-node must never be bundled.
const require = createRequire(import.meta.url);

export interface Backend {
  tf: Tf;
  info: ComputeInfo;
}

type Wanted = 'tensorflow' | 'wasm' | 'cpu';

const native = (): { tf: Tf; tensorflow: string | null } => {
  patchNode();
  const tf = require('@tensorflow/tfjs-node') as Tf;
  const binding = (tf.backend() as { binding?: { TF_Version?: string } }).binding;
  return { tf, tensorflow: binding?.TF_Version ?? null };
};

async function webAssembly(tf: Tf): Promise<void> {
  const wasm =
    require('@tensorflow/tfjs-backend-wasm') as typeof import('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(
    join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist') + sep,
  );
  wasm.setThreadsCount(1);
  if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend did not start');
  await tf.ready();
  speedUpTransposedProducts(tf);
  addConvolutionGradients(tf);
}

const reason = (error: unknown) =>
  (error instanceof Error ? error.message.split('\n')[0]! : String(error)).slice(0, 300);

/**
 * Loads TensorFlow.js on the backend the environment asks for (`LECTERN_BACKEND`), else on the native one, and falls back to
 * WebAssembly and then to plain JavaScript. `info.fallbackReason` says why where the native one is not in use.
 */
export async function loadBackend(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Backend> {
  const wanted: Wanted =
    env.LECTERN_BACKEND === 'wasm' || env.LECTERN_BACKEND === 'cpu'
      ? env.LECTERN_BACKEND
      : 'tensorflow';
  // Set-up chooses WebAssembly itself where the native library can't be had, and says why.
  const reasons: string[] =
    wanted === 'tensorflow'
      ? []
      : [env.LECTERN_BACKEND_REASON ?? `LECTERN_BACKEND=${wanted} asks for it.`];
  const done = (tf: Tf, backend: Wanted, tensorflow: string | null): Backend => {
    const versions = { tfjs: tf.version.tfjs, tensorflow, node: process.versions.node };
    return {
      tf,
      info: {
        backend,
        threads: 1,
        versions,
        fallbackReason: backend === 'tensorflow' ? null : reasons.join(' '),
      },
    };
  };
  if (wanted === 'tensorflow') {
    try {
      const { tf, tensorflow } = native();
      await tf.ready();
      return done(tf, 'tensorflow', tensorflow);
    } catch (error) {
      reasons.push(`TensorFlow's native library could not be loaded (${reason(error)}).`);
    }
  }
  const tf = require('@tensorflow/tfjs') as Tf;
  if (wanted !== 'cpu') {
    try {
      await webAssembly(tf);
      return done(tf, 'wasm', null);
    } catch (error) {
      reasons.push(`WebAssembly could not be started (${reason(error)}).`);
    }
  }
  await tf.setBackend('cpu');
  await tf.ready();
  return done(tf, 'cpu', null);
}
