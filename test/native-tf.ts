import type { Tf } from '../labs/lab.ts';
import { loadBackend } from '../main/compute/backend.ts';

/** TensorFlow.js on its native library and on one thread, as compute opens it. Throws where it would fall back to another backend. */
export async function nativeTf(): Promise<Tf> {
  process.env.TF_NUM_INTRAOP_THREADS = '1';
  process.env.TF_CPP_MIN_LOG_LEVEL = '2';
  const { tf, info } = await loadBackend({});
  if (info.backend !== 'tensorflow')
    throw new Error(info.fallbackReason ?? 'the native library did not load');
  return tf;
}
