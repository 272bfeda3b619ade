import { execFile } from 'node:child_process';

/** Runs a small program of the system. Null where it is not there or does not end (10 s). Never throws. */
export function run(
  program: string,
  args: string[],
): Promise<{ code: number; out: string; err: string } | null> {
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { timeout: 10_000, env: { ...process.env, LC_ALL: 'C' } },
      (error, out, err) => {
        if (!error) resolve({ code: 0, out, err });
        else if (typeof error.code === 'number') resolve({ code: error.code, out, err });
        else resolve(null);
      },
    );
  });
}
