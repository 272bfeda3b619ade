import { runProgram } from '../child.ts';

/** A Python that can import this package; null where there is none. */
export async function findPython(imports: string): Promise<string | null> {
  for (const python of ['/usr/bin/python3', 'python3'])
    if ((await runProgram(python, ['-c', `import ${imports}`])).code === 0) return python;
  return null;
}

/** One thread for all that a Python's numbers may be computed with. */
export const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
