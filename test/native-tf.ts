import type { Trainer } from '../labs/kit/trainer/trainer.ts';
import type { Tf } from '../labs/lab.ts';
import { loadBackend } from '../main/compute/backend.ts';
import { createTrainer } from '../main/compute/train/trainer.ts';

/** TensorFlow.js on its native library and on one thread, as compute opens it. Throws where it would fall back to another backend. */
export async function nativeTf(): Promise<Tf> {
  process.env.TF_NUM_INTRAOP_THREADS = '1';
  process.env.TF_NUM_INTEROP_THREADS = '2';
  process.env.TF_CPP_MIN_LOG_LEVEL = '2';
  const { tf, info } = await loadBackend({});
  if (info.backend !== 'tensorflow')
    throw new Error(info.fallbackReason ?? 'the native library did not load');
  return tf;
}

/** A trainer as compute hands it to a run. */
export const trainerOf = (tf: Tf): Trainer => createTrainer({ tf, now: () => performance.now() });
