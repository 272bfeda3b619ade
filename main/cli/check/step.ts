import { spawn } from 'node:child_process';

/** One thing that is checked. */
export interface Step {
  /** What is checked, in words: "lint of 3 files". */
  name: string;
  /** The program below the project's folder, and what it is given. */
  args: string[];
  /** Added to the environment. */
  env?: Record<string, string>;
}

export interface Outcome {
  name: string;
  passed: boolean;
  /** All that it printed. */
  output: string;
  seconds: number;
}

/** Runs a step to its end. A step that can't be started counts as failed. */
export function runStep(root: string, { name, args, env }: Step): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const read = (data: Buffer) => void (output += data.toString());
    const end = (passed: boolean) =>
      resolve({ name, passed, output, seconds: (performance.now() - started) / 1000 });
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => {
      output += error.message;
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}
