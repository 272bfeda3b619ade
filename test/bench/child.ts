import { spawn } from 'node:child_process';

/** What a program printed. */
export interface Said {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a program to its end; a program that can't be started ends with null. */
export function runProgram(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.once('error', (error) => resolve({ code: null, out, err: error.message }));
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** The JSON on the last line that a program printed. Throws what it said where it failed. */
export async function askProgram<T>(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<T> {
  const { code, out, err } = await runProgram(command, args, env);
  if (code !== 0)
    throw new Error(
      `${args[0] ?? command} ended with ${code}: ${err.trim().split('\n').at(-1) ?? ''}`,
    );
  return JSON.parse(out.trim().split('\n').at(-1)!) as T;
}
