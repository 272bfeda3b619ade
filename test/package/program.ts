import { spawn } from 'node:child_process';

export interface Said {
  code: number | null;
  /** What it wrote to both streams, as it came. */
  text: string;
}

/** Runs a program to its end, in plain English whatever the system's language, and keeps what it says. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Said> {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, text: text.trim() }));
  });
}

/** As `runProgram`, but throws with what it said where it ended with anything but 0. */
export async function mustRun(...given: Parameters<typeof runProgram>): Promise<string> {
  const { code, text } = await runProgram(...given);
  if (code !== 0) throw new Error(`${given[0]} ended with ${code}:\n${text.slice(0, 4000)}`);
  return text;
}
